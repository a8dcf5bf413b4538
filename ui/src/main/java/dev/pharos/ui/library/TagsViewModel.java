package dev.pharos.ui.library;

import dev.pharos.engine.tag.TagName;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The tags of the library, those with slashes one within the other, and the sources of the one
/// that is chosen. Upper and lower case make no other tag.
public final class TagsViewModel {

    /// A tag.
    ///
    /// @param path its whole name, as most sources write it
    /// @param name its last part
    /// @param count of the sources that have it or one within it
    public record Tag(String path, String name, int count, List<Tag> within) {
        public Tag {
            within = List.copyOf(within);
        }
    }

    private final SourcesViewModel sources;
    private final Collator collator;
    private final ObservableValue<List<dev.pharos.engine.tag.Tag>> all;
    private final ReadOnlyObjectWrapper<List<Tag>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");

    /// @param all those at the top, as the library tells them
    public TagsViewModel(
            LibraryViewModel library,
            ObservableValue<List<dev.pharos.engine.tag.Tag>> all,
            Locale locale) {
        this.all = all;
        this.collator = Collator.getInstance(locale);
        this.sources = library.those(source -> !source.tags().isEmpty());
        all.subscribe(this::show);
        filter.subscribe(this::show);
        show();
    }

    /// The outermost ones, in the order of the alphabet.
    public ReadOnlyObjectProperty<List<Tag>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /// Whether there is any, narrowed or not.
    boolean any() {
        return !all.getValue().isEmpty();
    }

    /// The path of the tag that is chosen, or empty.
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What must occur in the name of a tag, or of one within it.
    public StringProperty filterProperty() {
        return filter;
    }

    /// The sources of the chosen tag, or all that have any.
    public SourcesViewModel sources() {
        return sources;
    }

    /// @param path empty for all sources with a tag
    public void choose(String path) {
        chosen.set(path);
        sources.setScope(source -> source.tags().stream().anyMatch(tag -> within(tag, path)));
    }

    private static boolean within(String tag, String path) {
        return path.isEmpty() || TagName.within(tag, path);
    }

    /// Goes along with a tag that was given another name, and the tags below it.
    public void follow(String from, String to) {
        if (!chosen.get().isEmpty() && TagName.within(chosen.get(), from)) {
            choose(TagName.moved(chosen.get(), from, to));
        }
    }

    /// What is chosen and gone is chosen no more.
    private void show() {
        if (!chosen.get().isEmpty() && !there(all.getValue(), chosen.get())) {
            choose("");
        }
        tags.set(tags(all.getValue()));
    }

    private static boolean there(List<dev.pharos.engine.tag.Tag> among, String path) {
        return among.stream()
                .anyMatch(tag ->
                        TagName.key(tag.name()).equals(TagName.key(path))
                                || there(tag.nested(), path));
    }

    private List<Tag> tags(List<dev.pharos.engine.tag.Tag> here) {
        return here.stream()
                .flatMap(this::tag)
                .sorted(Comparator.comparing(Tag::name, collator::compare))
                .toList();
    }

    /// Nothing where neither it nor any within it is looked for.
    private Stream<Tag> tag(dev.pharos.engine.tag.Tag tag) {
        var within = tags(tag.nested());
        boolean wanted = TagName.key(tag.name()).contains(TagName.key(filter.get().strip()));
        return wanted || !within.isEmpty()
                ? Stream.of(new Tag(tag.name(), tag.label(), tag.total(), within))
                : Stream.empty();
    }
}

package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Changes the tags of sources; each change is told, with a way back. For the JavaFX thread.
public final class TagEditing {

    @FunctionalInterface
    private interface Deed {
        Tags.Change by(Tags tags, Progress progress) throws ProblemException;
    }

    private final Tags tags;
    private final Changing changing;
    private final Background background;
    private final Reload<List<Tag>> reload;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<Tag>> tree = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Tag>> known = new ReadOnlyObjectWrapper<>(List.of());
    private final List<BiConsumer<String, String>> renamed = new ArrayList<>();

    public TagEditing(Tags tags, Changing changing, Background background, Texts texts) {
        this.tags = tags;
        this.changing = changing;
        this.background = background;
        reload = new Reload<>(background);
        this.texts = texts;
        changing.onChange(this::load);
    }

    /// The tags at the top, as they were when last read.
    public ReadOnlyObjectProperty<List<Tag>> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// All tags that there are, each above those nested below it, as they were when last read.
    public ReadOnlyObjectProperty<List<Tag>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// The names of all tags.
    List<String> names() {
        return known.get().stream().map(Tag::name).toList();
    }

    /// Of a tag, or null.
    @Nullable String colour(String tag) {
        return known.get().stream()
                .filter(each -> TagName.key(each.name()).equals(TagName.key(tag)))
                .findFirst()
                .map(Tag::colour)
                .orElse(null);
    }

    /// @param heard hears of a tag that has another name, and of that name
    void onRename(BiConsumer<String, String> heard) {
        renamed.add(heard);
    }

    /// Reads what tags there are.
    public void load() {
        reload.read(
                _ -> tags.all(),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        known.set(flat(now, new ArrayList<>()));
                        tree.set(now);
                    }
                });
    }

    private static List<Tag> flat(List<Tag> tree, List<Tag> into) {
        for (Tag tag : tree) {
            into.add(tag);
            flat(tag.nested(), into);
        }
        return into;
    }

    void add(List<SourceId> sources, String tag) {
        change(tag, (all, progress) -> all.add(sources, List.of(tag), progress));
    }

    void remove(List<SourceId> sources, String tag) {
        change("", (all, progress) -> all.remove(sources, List.of(tag), progress));
    }

    void rename(String from, String to) {
        change(to, (all, progress) -> moved(from, to, all.rename(from, to, progress)));
    }

    void merge(String from, String into) {
        change(
                into,
                (all, progress) -> moved(from, into, all.merge(List.of(from), into, progress)));
    }

    void delete(String tag) {
        change("", (all, progress) -> all.delete(tag, progress));
    }

    /// @param colour `#rrggbb`, or null for none
    void colour(String tag, @Nullable String colour) {
        change("", (all, _) -> all.colour(tag, colour));
    }

    /// On a worker.
    private Tags.Change moved(String from, String to, Tags.Change change) {
        var name = TagName.of(to);
        background.show(
                () -> name.ifPresent(now -> renamed.forEach(each -> each.accept(from, now))));
        return change;
    }

    /// @param typed a name of a tag, which need not be one that can be written, or empty
    private void change(String typed, Deed deed) {
        changing.begin(progress -> {
            var change = deed.by(tags, progress);
            boolean silent = change.changed() == 0 && !change.colours().isEmpty();
            return new Changing.Done(
                    silent ? "" : told(typed, texts.text("tags.changed", change.changed())),
                    change.changed() == 0 ? null : _ -> tags.undo(change));
        });
    }

    /// A name that was made another one is told.
    private String told(String typed, String words) {
        String plain = typed.strip().replaceFirst("^#", "");
        return TagName.of(plain)
                .filter(name -> !plain.isEmpty() && !name.equals(plain))
                .map(name -> texts.text("tags.writtenAs", name, words))
                .orElse(words);
    }
}

package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The tags of the library, those with slashes one within the other, and the sources of the one
/// that is chosen.
public final class TagsViewModel {
    private static final String WITHIN = "/";

    /// A tag.
    ///
    /// @param path its whole name, as it is written
    /// @param name its last part
    /// @param count of the sources that have it or one within it
    public record Tag(String path, String name, int count, List<Tag> within) {
        public Tag {
            within = List.copyOf(within);
        }
    }

    private final LibraryViewModel library;
    private final SourcesViewModel sources;
    private final Collator collator;
    private final ReadOnlyObjectWrapper<List<Tag>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");

    public TagsViewModel(LibraryViewModel library, Locale locale) {
        this.library = library;
        this.collator = Collator.getInstance(locale);
        this.sources = library.those(source -> !source.tags().isEmpty());
        library.all().subscribe(this::count);
        count();
    }

    /// The outermost ones, in the order of the alphabet.
    public ReadOnlyObjectProperty<List<Tag>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /// The path of the tag that is chosen, or empty.
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
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
        return path.isEmpty() || tag.equals(path) || tag.startsWith(path + WITHIN);
    }

    private void count() {
        var counts = new HashMap<String, Integer>();
        for (Source source : library.all()) {
            for (String path : paths(source.tags())) {
                counts.merge(path, 1, Integer::sum);
            }
        }
        Comparator<String> byName = collator::compare;
        var byParent =
                counts.keySet().stream()
                        .sorted(byName.thenComparing(Comparator.naturalOrder()))
                        .collect(Collectors.groupingBy(TagsViewModel::parent));
        tags.set(tree("", byParent, counts));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf(WITHIN)));
    }

    /// All tags, and all that they are within.
    private static Set<String> paths(Set<String> tags) {
        var paths = new HashSet<String>();
        for (String tag : tags) {
            for (int at = tag.indexOf(WITHIN); at > 0; at = tag.indexOf(WITHIN, at + 1)) {
                paths.add(tag.substring(0, at));
            }
            paths.add(tag);
        }
        return paths;
    }

    private static List<Tag> tree(
            String parent, Map<String, List<String>> byParent, Map<String, Integer> counts) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .filter(path -> !path.equals(parent))
                .map(path ->
                        new Tag(
                                path,
                                path.substring(path.lastIndexOf(WITHIN) + 1),
                                counts.getOrDefault(path, 0),
                                tree(path, byParent, counts)))
                .toList();
    }
}

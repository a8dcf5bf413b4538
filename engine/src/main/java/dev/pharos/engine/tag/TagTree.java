package dev.pharos.engine.tag;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes the tree of all tags from those of all sources.
public final class TagTree {

    /// One tag of one source.
    ///
    /// @param source any number that no other source has
    public record Use(long source, String name) {}

    private final Map<String, TagTree> nested = new TreeMap<>();
    private final Map<String, Integer> spellings = new HashMap<>();
    private final Set<Long> own = new HashSet<>();
    private final Set<Long> all = new HashSet<>();

    private TagTree() {}

    /// The tags at the top, in alphabetical order.
    ///
    /// @param colours by [TagName#key]
    public static List<Tag> of(List<Use> uses, Map<String, String> colours) {
        var root = new TagTree();
        uses.forEach(root::add);
        return root.tags(colours);
    }

    private void add(Use use) {
        var at = this;
        for (int end = 0; end < use.name().length(); ) {
            int slash = use.name().indexOf('/', end + 1);
            end = slash < 0 ? use.name().length() : slash;
            String name = use.name().substring(0, end);
            at = at.nested.computeIfAbsent(TagName.key(name), _ -> new TagTree());
            at.spellings.merge(name, 1, Integer::sum);
            at.all.add(use.source());
        }
        at.own.add(use.source());
    }

    private List<Tag> tags(Map<String, String> colours) {
        return nested.entrySet().stream()
                .map(each -> each.getValue().tag(colours.get(each.getKey()), colours))
                .toList();
    }

    private Tag tag(@Nullable String colour, Map<String, String> colours) {
        String name =
                spellings.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey();
        return new Tag(name, own.size(), all.size(), colour, tags(colours));
    }
}

package dev.pharos.engine.note;

import static dev.pharos.engine.note.LinkNames.decoded;
import static dev.pharos.engine.note.LinkNames.key;
import static dev.pharos.engine.note.LinkNames.withoutEnding;
import static dev.pharos.engine.note.LinkNames.withoutMarkdown;

import dev.pharos.engine.library.SourceId;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the links of notes lead to. As the well-known programs for notes do it, a wiki link names a
/// file without its `.md`, as much of its path as is needed, in any case; of several with that name
/// the nearest to the note counts, then the one with the shortest path. Where no file is named so,
/// it may name a title or an alias. A link that says which source it means ([PlaceAnchor]) leads to
/// that or nowhere, whatever else has come to have its name. Immutable.
public final class LinkTargets {
    /// Something that can be linked to.
    ///
    /// @param path where it was imported from, or stands for a note that was written here
    /// @param aliases other names that its author gave it
    public record Named(SourceId id, Path path, String title, List<String> aliases) {}

    private static final Comparator<Named> SHORTEST =
            Comparator.<Named>comparingInt(named -> named.path().getNameCount())
                    .thenComparing(named -> named.path().toString());

    private final Map<SourceId, Named> known = new HashMap<>();
    private final Map<String, SourceId> byMark = new HashMap<>();
    private final Map<Path, Named> byPath = new HashMap<>();
    private final Map<String, List<Named>> byFile = new HashMap<>();
    private final Map<String, List<Named>> byName = new HashMap<>();

    public LinkTargets(Collection<Named> all) {
        for (var named : all) {
            known.put(named.id(), named);
            byMark.put(PlaceAnchor.mark(named.id()), named.id());
            byPath.put(pathKey(named.path()), named);
            String file = fileName(named.path());
            put(byFile, key(file), named);
            put(byFile, key(withoutEnding(file)), named);
            put(byName, key(named.title()), named);
            named.aliases().forEach(alias -> put(byName, key(alias), named));
        }
    }

    /// What a link in a note leads to, or nothing where it leads nowhere yet.
    public Optional<SourceId> resolve(WrittenLink link, SourceId from) {
        if (link.target().isEmpty()) {
            return Optional.of(from);
        }
        var mark = PlaceAnchor.markOf(link.anchor());
        if (mark.isPresent()) {
            return mark.map(byMark::get);
        }
        return switch (link.kind()) {
            case WIKI, EMBED -> named(link.target(), from);
            case PATH, IMAGE -> atPath(decoded(link.target()), from);
        };
    }

    /// What a link leads to in every program that follows paths alone.
    Optional<SourceId> exactly(WrittenLink link, SourceId from) {
        return link.kind() == WrittenLink.Kind.PATH || link.kind() == WrittenLink.Kind.IMAGE
                ? beside(decoded(link.target()), from)
                : Optional.empty();
    }

    /// What a name leads to, as in `[[name]]`.
    public Optional<SourceId> named(String name, SourceId from) {
        String wanted = name.replace('\\', '/');
        var relative = wanted.contains("/") ? atPath(wanted, from) : Optional.<SourceId>empty();
        return relative.isPresent()
                ? relative
                : nearest(files(wanted), from)
                        .or(() -> nearest(byName.getOrDefault(key(name), List.of()), from))
                        .map(Named::id);
    }

    private List<Named> files(String wanted) {
        String last = wanted.substring(wanted.lastIndexOf('/') + 1);
        var found = byFile.getOrDefault(key(withoutMarkdown(last)), List.of());
        if (!wanted.contains("/")) {
            return found;
        }
        String end =
                "/" + key(withoutMarkdown(wanted.startsWith("/") ? wanted.substring(1) : wanted));
        return found.stream()
                .filter(named ->
                        slashed(named.path()).endsWith(end)
                                || withoutEnding(slashed(named.path())).endsWith(end))
                .toList();
    }

    private Optional<SourceId> atPath(String target, SourceId from) {
        return known.containsKey(from)
                ? beside(target, from)
                        .or(() ->
                                nearest(files(target.replaceFirst("^(\\.{1,2}/)+", "")), from)
                                        .map(Named::id))
                : Optional.empty();
    }

    private Optional<SourceId> beside(String target, SourceId from) {
        var note = known.get(from);
        if (note == null) {
            return Optional.empty();
        }
        try {
            Path beside = note.path().resolveSibling(target).normalize();
            var found = byPath.get(pathKey(beside));
            return Optional.ofNullable(
                            found == null
                                    ? byPath.get(pathKey(Path.of(beside + Note.ENDING)))
                                    : found)
                    .map(Named::id);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// The one whose path has most in common with the note's.
    private Optional<Named> nearest(List<Named> found, SourceId from) {
        var note = known.get(from);
        return found.stream()
                .min(
                        Comparator.<Named>comparingInt(named ->
                                        note == null ? 0 : -common(note.path(), named.path()))
                                .thenComparing(SHORTEST));
    }

    private static int common(Path one, Path other) {
        int names = Math.min(one.getNameCount(), other.getNameCount());
        int same = 0;
        while (same < names && one.getName(same).equals(other.getName(same))) {
            same++;
        }
        return same;
    }

    private static void put(Map<String, List<Named>> map, String key, Named named) {
        var list = map.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!list.contains(named)) {
            list.add(named);
        }
    }

    private static String fileName(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private static String slashed(Path path) {
        String slashed = key(path.toString().replace('\\', '/'));
        return slashed.startsWith("/") ? slashed : "/" + slashed;
    }

    private static Path pathKey(Path path) {
        return Path.of(key(path.toString()));
    }
}

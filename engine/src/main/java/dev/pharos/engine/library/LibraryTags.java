package dev.pharos.engine.library;

import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteTags;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.tag.TagText;
import dev.pharos.engine.tag.TagTree;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.tag.Tags.Change.Coloured;
import dev.pharos.engine.tag.Tags.Change.Marked;
import dev.pharos.engine.tag.Tags.Change.Written;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The [Tags] of a [Library].
final class LibraryTags implements Tags {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final Pattern WORD_END = Pattern.compile("(?<=[^\\p{L}\\p{N}_/#-])");
    private static final String BREAK = "\u0001";

    private final NoteStore notes;
    private final SqliteTags rows;

    /// What shall become of the tags of a source.
    ///
    /// @param each the new name of a tag that it has, the same, or nothing to take it away
    /// @param added more of them
    private record Edit(Function<String, Optional<String>> each, List<String> added) {}

    LibraryTags(Database database, NoteStore notes) {
        this.notes = notes;
        rows = new SqliteTags(database);
    }

    @Override
    public List<Tag> all() {
        return TagTree.of(rows.uses(), rows.colours());
    }

    @Override
    public List<Given> of(SourceId source) {
        return rows.marks(source).entrySet().stream()
                .filter(mark -> mark.getValue() != Mark.TAKEN)
                .map(mark -> new Given(mark.getKey(), mark.getValue() == Mark.GIVEN))
                .toList();
    }

    @Override
    public Change add(Collection<SourceId> sources, Collection<String> tags, Progress progress)
            throws ProblemException {
        var known = spellings();
        var names = new ArrayList<String>();
        for (String tag : tags) {
            String name = name(tag);
            names.add(known.getOrDefault(TagName.key(name), name));
        }
        return edit(sources, new Edit(Optional::of, names), List.of(), progress);
    }

    @Override
    public Change remove(Collection<SourceId> sources, Collection<String> tags, Progress progress)
            throws ProblemException {
        var gone =
                tags.stream().map(LibraryTags::typed).map(TagName::key).collect(Collectors.toSet());
        return edit(
                sources,
                new Edit(
                        name ->
                                gone.contains(TagName.key(name))
                                        ? Optional.empty()
                                        : Optional.of(name),
                        List.of()),
                List.of(),
                progress);
    }

    /// Names from files may have signs that nobody would be let write.
    private static String typed(String tag) {
        String plain = tag.strip();
        return plain.startsWith("#") ? plain.substring(1) : plain;
    }

    private static String name(String typed) throws ProblemException {
        return TagName.of(typed)
                .orElseThrow(() -> new ProblemException(new Problem.UnusableTag(typed)));
    }

    /// How tags are written, those of inner nodes included, by key.
    private Map<String, String> spellings() {
        var known = new TreeMap<String, String>();
        collect(all(), known);
        return known;
    }

    private static void collect(List<Tag> tags, Map<String, String> into) {
        for (Tag tag : tags) {
            into.put(TagName.key(tag.name()), tag.name());
            collect(tag.nested(), into);
        }
    }

    @Override
    public Change rename(String from, String to, Progress progress) throws ProblemException {
        String name = name(to);
        String old = typed(from);
        if (!TagName.key(name).equals(TagName.key(old))
                && spellings().containsKey(TagName.key(name))) {
            throw new ProblemException(new Problem.TagExists(name));
        }
        return moved(List.of(old), name, progress);
    }

    @Override
    public Change merge(Collection<String> from, String into, Progress progress)
            throws ProblemException {
        String name = name(into);
        var old = from.stream().map(LibraryTags::typed).toList();
        return moved(old, spellings().getOrDefault(TagName.key(name), name), progress);
    }

    private Change moved(List<String> from, String to, Progress progress) throws ProblemException {
        Function<String, Optional<String>> each = name -> Optional.of(moved(name, from, to));
        var colours = new LinkedHashMap<String, Coloured>();
        var known = rows.colours();
        known.forEach((key, colour) -> {
            String now = TagName.key(moved(key, from, to));
            if (!now.equals(key)) {
                colours.put(key, new Coloured(key, colour, null));
                if (!known.containsKey(now)) {
                    colours.putIfAbsent(now, new Coloured(now, null, colour));
                }
            }
        });
        return edit(
                concerned(each),
                new Edit(each, List.of()),
                List.copyOf(colours.values()),
                progress);
    }

    /// What lies within the new name already stays there.
    private static String moved(String name, List<String> from, String to) {
        return from.stream()
                .filter(old -> TagName.within(name, old))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .filter(old -> !TagName.within(name, to) || old.length() >= to.length())
                .map(old -> TagName.moved(name, old, to))
                .orElse(name);
    }

    /// Those whose tags such an edit would change.
    private List<SourceId> concerned(Function<String, Optional<String>> each) {
        var names =
                rows.uses().stream()
                        .map(TagTree.Use::name)
                        .distinct()
                        .filter(name -> !each.apply(name).equals(Optional.of(name)))
                        .toList();
        return rows.having(names);
    }

    @Override
    public Change delete(String tag, Progress progress) throws ProblemException {
        String gone = typed(tag);
        Function<String, Optional<String>> each =
                name -> TagName.within(name, gone) ? Optional.empty() : Optional.of(name);
        var colours =
                rows.colours().entrySet().stream()
                        .filter(colour -> TagName.within(colour.getKey(), gone))
                        .map(colour -> new Coloured(colour.getKey(), colour.getValue(), null))
                        .toList();
        return edit(concerned(each), new Edit(each, List.of()), colours, progress);
    }

    @Override
    public Change colour(String tag, @Nullable String colour) {
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("no colour: " + colour);
        }
        String key = TagName.key(typed(tag));
        var change =
                new Change(
                        List.of(),
                        List.of(),
                        List.of(new Coloured(key, rows.colours().get(key), colour)));
        rows.change(change.sources(), change.colours());
        notes.changed();
        return change;
    }

    private Change edit(
            Collection<SourceId> sources, Edit edit, List<Coloured> colours, Progress progress)
            throws ProblemException {
        var others = new ArrayList<SourceId>();
        var written = written(new LinkedHashSet<>(sources), edit, others, progress);
        progress.checkpoint();
        var saved = notes.save(written);
        if (saved.isEmpty()) {
            return edit(sources, edit, colours, progress);
        }
        var marked =
                others.stream()
                        .map(id -> marked(id, edit))
                        .filter(each -> !each.before().equals(each.after()))
                        .toList();
        rows.change(marked, colours);
        notes.changed();
        return new Change(
                saved.get().stream()
                        .map(note -> new Written(note.id(), note.revision() - 1, note.revision()))
                        .toList(),
                marked,
                colours);
    }

    /// @param others gets those whose tags do not stand in a text
    private List<NoteStore.Change> written(
            Set<SourceId> sources, Edit edit, List<SourceId> others, Progress progress) {
        var changes = new ArrayList<NoteStore.Change>();
        int done = 0;
        for (SourceId id : sources) {
            progress.report(done++, sources.size());
            progress.checkpoint();
            var note = notes.find(id);
            String text = note.map(each -> written(each, edit)).orElse("");
            if (note.isPresent() && !text.equals(note.get().markdown())) {
                changes.add(NoteStore.Change.of(note.get(), text, false));
            } else {
                others.add(id);
            }
        }
        return changes;
    }

    private static String written(Note note, Edit edit) {
        String text = TagText.rewritten(note.markdown(), edit.each());
        var missing = missing(note.source().tags(), edit.added());
        return missing.isEmpty() ? text : TagText.with(text, missing);
    }

    private static List<String> missing(Collection<String> known, List<String> added) {
        var keys = known.stream().map(TagName::key).collect(Collectors.toSet());
        return added.stream().filter(name -> keys.add(TagName.key(name))).toList();
    }

    private Marked marked(SourceId id, Edit edit) {
        var before = rows.marks(id);
        var after = new TreeMap<>(before);
        var names =
                before.keySet().stream().filter(name -> before.get(name) != Mark.TAKEN).toList();
        var added = new ArrayList<String>(missing(names, edit.added()));
        for (String name : names) {
            var now = edit.each().apply(name);
            if (!now.equals(Optional.of(name))) {
                after.put(name, Mark.TAKEN);
                now.ifPresent(added::add);
            }
        }
        for (String name : added) {
            boolean there =
                    after.entrySet().stream()
                            .anyMatch(mark ->
                                    mark.getValue() != Mark.TAKEN
                                            && TagName.key(mark.getKey())
                                                    .equals(TagName.key(name)));
            if (!there) {
                after.keySet().removeIf(other -> TagName.key(other).equals(TagName.key(name)));
                after.put(name, Mark.GIVEN);
            }
        }
        return new Marked(id, before, after);
    }

    @Override
    public void undo(Change change) throws ProblemException {
        while (true) {
            var back = back(change.notes());
            if (notes.save(back).isPresent()) {
                break;
            }
        }
        rows.change(
                change.sources().stream()
                        .map(each -> new Marked(each.source(), each.after(), each.before()))
                        .toList(),
                change.colours().stream()
                        .map(each -> new Coloured(each.tag(), each.after(), each.before()))
                        .toList());
        notes.changed();
    }

    /// One word a line, so that a merge does not mind what was written beside a tag.
    private static String words(String markdown) {
        return WORD_END.matcher(markdown.replace("\n", BREAK)).replaceAll("\n") + "\n";
    }

    /// The texts before; where others have changed since, what they have changed stays.
    private List<NoteStore.Change> back(List<Written> written) {
        var changes = new ArrayList<NoteStore.Change>();
        for (Written each : written) {
            var now = notes.find(each.note());
            var before = notes.text(each.note(), each.before());
            var after = notes.text(each.note(), each.after());
            if (now.isPresent() && before.isPresent() && after.isPresent()) {
                var merge =
                        Merge.of(
                                words(after.get()),
                                words(before.get()),
                                words(now.get().markdown()));
                String text = merge.text().replace("\n", "").replace(BREAK, "\n");
                if (merge.clean() && !text.equals(now.get().markdown())) {
                    changes.add(NoteStore.Change.of(now.get(), text, false));
                }
            }
        }
        return changes;
    }
}

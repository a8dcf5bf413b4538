package dev.pharos.engine.library;

import dev.pharos.engine.storage.SqliteMirror.Pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What has to be done so that the notes of a library and the files of a folder say the same: found
/// out from both sides and from how they agreed last, before anything is done. Immutable.
///
/// @param steps in the order in which they are to be taken
/// @param known how many pairs there were
record MirrorPlan(List<Step> steps, int known) {

    /// One note, one file, or a pair of both.
    sealed interface Step {
        /// A file that is new, or whose note is gone: it becomes a note.
        record Create(Path file) implements Step {}

        /// A file says something else than its note.
        ///
        /// @param base content hash of what both said last; empty where they never agreed
        record Read(Source note, Path file, String base) implements Step {}

        /// A note has no file yet, or one that says what it said before.
        record Write(Source note) implements Step {}

        /// A file lies where its note stood before.
        record Vacate(Source note, Path file) implements Step {}

        /// The file of a note was moved, and else stayed.
        record MoveNote(Source note, Path to) implements Step {}

        /// The file of a note was deleted.
        record Trash(Source note) implements Step {}

        /// The note of a file was thrown away.
        record Delete(Pair pair) implements Step {}

        /// They say the same.
        record Agree(Source note) implements Step {}
    }

    MirrorPlan {
        steps = List.copyOf(steps);
    }

    /// Whether so much would be deleted that it is more likely a mistake, such as a folder that is
    /// not mounted, or all of the files.
    boolean deletesMost() {
        long trashed = steps.stream().filter(Step.Trash.class::isInstance).count();
        return deletions() * 2 > known && deletions() > 1 || trashed > 0 && trashed == known;
    }

    long deletions() {
        return steps.stream()
                .filter(step -> step instanceof Step.Trash || step instanceof Step.Delete)
                .count();
    }

    /// @param files content hashes by path below the folder
    /// @param notes those that are mirrored
    static MirrorPlan of(Map<Path, String> files, Collection<Source> notes, List<Pair> pairs) {
        var steps = new ArrayList<Step>();
        var freeFiles = new HashMap<>(files);
        var freeNotes = new HashMap<SourceId, Source>();
        notes.forEach(note -> freeNotes.put(note.id(), note));
        pairs.forEach(pair -> freeFiles.remove(pair.path()));
        for (Pair pair : pairs) {
            var note = freeNotes.remove(pair.note());
            var said = files.get(pair.path());
            if (note == null) {
                if (said != null) {
                    boolean same = said.equals(pair.contentHash());
                    steps.add(same ? new Step.Delete(pair) : new Step.Create(pair.path()));
                }
            } else if (said == null) {
                steps.addAll(withoutFile(note, pair, freeFiles));
            } else {
                steps.addAll(both(note, pair, said));
            }
        }
        freeNotes
                .values()
                .forEach(note -> {
                    var said = freeFiles.remove(note.path());
                    steps.add(
                            said == null
                                    ? new Step.Write(note)
                                    : said.equals(note.contentHash())
                                            ? new Step.Agree(note)
                                            : new Step.Read(note, note.path(), ""));
                });
        freeFiles.keySet().stream().sorted().forEach(file -> steps.add(new Step.Create(file)));
        steps.sort(Comparator.comparingInt(MirrorPlan::turn));
        return new MirrorPlan(steps, pairs.size());
    }

    /// First all that files say is taken in, then files are written, at last some go.
    private static int turn(Step step) {
        return switch (step) {
            case Step.Read _ -> 0;
            case Step.MoveNote _ -> 1;
            case Step.Create _ -> 2;
            case Step.Agree _ -> 3;
            case Step.Write _ -> 4;
            case Step.Trash _ -> 5;
            case Step.Delete _, Step.Vacate _ -> 6;
        };
    }

    /// The same words under another name were moved there.
    private static List<Step> withoutFile(Source note, Pair pair, Map<Path, String> freeFiles) {
        boolean changed = !note.contentHash().equals(pair.contentHash());
        var moved =
                freeFiles.entrySet().stream()
                        .filter(file -> file.getValue().equals(pair.contentHash()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst();
        if (moved.isEmpty()) {
            return List.of(changed ? new Step.Write(note) : new Step.Trash(note));
        }
        freeFiles.remove(moved.get());
        var move = new Step.MoveNote(note, moved.get());
        return changed ? List.of(move, new Step.Write(note)) : List.of(move);
    }

    private static List<Step> both(Source note, Pair pair, String said) {
        var steps = new ArrayList<Step>();
        boolean moved = !note.path().equals(pair.path());
        if (said.equals(note.contentHash())) {
            if (!said.equals(pair.contentHash())) {
                steps.add(new Step.Agree(note));
            }
        } else if (said.equals(pair.contentHash())) {
            steps.add(new Step.Write(note));
        } else {
            steps.add(new Step.Read(note, pair.path(), pair.contentHash()));
        }
        if (moved) {
            steps.add(new Step.Write(note));
            steps.add(new Step.Vacate(note, pair.path()));
        }
        return steps;
    }
}

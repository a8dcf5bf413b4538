package dev.pharos.engine.making;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MadeNote.Part;
import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the drafts of one source, each into the note that was made of the same part before, or
/// into a new one.
final class NoteWriting {
    private final NoteMaking.Parts parts;

    NoteWriting(NoteMaking.Parts parts) {
        this.parts = parts;
    }

    private record Pair(int draft, MadeNote made, int overlap) {}

    /// Which notes were made of which parts: those with most in common, each once. A note of the
    /// whole never becomes one of a part, nor the other way.
    ///
    /// @param of null for a whole source
    /// @param earlier those that are rather taken first
    static Map<Integer, MadeNote> matching(List<@Nullable Part> of, List<MadeNote> earlier) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < of.size(); i++) {
            for (var each : earlier) {
                int overlap = overlap(of.get(i), each.details().part());
                if (overlap > 0) {
                    pairs.add(new Pair(i, each, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::overlap).reversed());
        Map<Integer, MadeNote> matching = new TreeMap<>();
        var taken = new HashSet<MadeNote>();
        for (var pair : pairs) {
            if (!matching.containsKey(pair.draft()) && taken.add(pair.made())) {
                matching.put(pair.draft(), pair.made());
            }
        }
        return matching;
    }

    private static int overlap(@Nullable Part one, @Nullable Part other) {
        return one == null || other == null
                ? one == other ? Integer.MAX_VALUE : 0
                : one.overlap(other);
    }

    /// New notes first, so that all can name all. A note that has no part any more stays as it is,
    /// and its owner is told.
    List<Made> write(List<NoteDraft> drafts, List<MadeNote> earlier, Progress progress)
            throws ProblemException {
        var of = new ArrayList<@Nullable Part>();
        drafts.forEach(draft -> of.add(draft.details().part()));
        var matching = matching(of, earlier);
        progress.checkpoint();
        var created = new TreeMap<Integer, Made>();
        var notes = new ArrayList<Source>();
        for (int i = 0; i < drafts.size(); i++) {
            var before = matching.get(i);
            if (before == null) {
                var fresh = drafts.get(i).created();
                created.put(i, fresh);
                notes.add(fresh.note());
            } else {
                notes.add(
                        parts.sources()
                                .find(before.note())
                                .orElseThrow(() -> NoteMaking.gone(before.note())));
            }
        }
        var siblings = notes.size() > 1 ? notes : List.<Source>of();
        var all = new ArrayList<Made>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var before = matching.get(i);
            var fresh = created.get(i);
            if (before != null) {
                all.add(draft.rewritten(before, siblings));
            } else if (fresh != null) {
                all.add(siblings.isEmpty() ? fresh : draft.linked(fresh, siblings));
            }
        }
        tellOfOthers(earlier, all, progress);
        return all;
    }

    /// @return false where the note has changed meanwhile
    boolean keep(MadeNote before) throws ProblemException {
        String refused = before.details().refused();
        if (refused == null) {
            return true;
        }
        var id = before.note();
        var note = parts.notes().find(id).orElseThrow(() -> NoteMaking.gone(id));
        String kept = Keeping.text(Merge.of(before.markdown(), note.markdown(), refused));
        if (!kept.equals(note.markdown())
                && parts.notes().save(id, note.revision(), kept) instanceof Saved.Conflict) {
            return false;
        }
        parts.made().save(before.from(refused));
        return true;
    }

    private void tellOfOthers(List<MadeNote> earlier, List<Made> all, Progress progress) {
        for (var each : earlier) {
            if (each.details().part() != null
                    && all.stream().noneMatch(made -> made.made().note().equals(each.note()))) {
                parts.sources()
                        .find(each.note())
                        .ifPresent(
                                note -> progress.notice(new Problem.NoteWithoutPart(note.path())));
            }
        }
    }
}

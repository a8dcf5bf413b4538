package dev.pharos.engine.relationship;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.concurrent.CancellationException;

/// Finds what made notes have to do with the rest of the library, and the same of what they were
/// made from: only a source supports or contradicts others, its note repeats it. Safe for use by
/// several threads; needs a library that was opened for writing.
public record RelationshipMapping(Sources sources, MadeNotes made, Relationships relationships) {

    /// Looks for them, and keeps them as suggestions. Blocks for a second at most for each note and
    /// source; progress counts the steps of each. What is gone is passed over.
    ///
    /// @return how many there are that nobody has dismissed, of sources those that claim something
    /// @throws CancellationException if cancelled; what was found until then stays
    public int find(Collection<SourceId> notes, Progress progress) throws ProblemException {
        var all = new LinkedHashSet<>(notes);
        notes.stream()
                .flatMap(note -> made.find(note).stream())
                .map(MadeNote::source)
                .forEach(all::add);
        all.removeIf(each -> sources.find(each).isEmpty());
        var found = new HashSet<Relationship>();
        for (SourceId each : all) {
            relationships.find(each, progress).stream()
                    .filter(one -> notes.contains(each) || one.type().claimed())
                    .forEach(found::add);
            progress.checkpoint();
        }
        found.removeIf(each -> each.state() == Relationship.State.DISMISSED);
        return found.size();
    }
}

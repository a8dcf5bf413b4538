package dev.pharos.engine.relationship;

import dev.pharos.engine.graph.Shingles;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.note.LinkTargets.Named;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.KeptRelationships.Kept;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// How the sources of a library have to do with each other: suggestions, which their owner accepts
/// or dismisses. Nothing is ever written into a text. What is in the trash is not there, and comes
/// back with its relationships. Safe for use by several threads; what writes needs a library that
/// was opened for writing.
public final class Relationships {

    /// What was dismissed may come again where less than this of a text is what it was.
    private static final double MUCH = 0.5;

    /// What it works with.
    ///
    /// @param names all that can be called by a name
    /// @param embedder asked anew for each search, because another model may be chosen
    public record Parts(
            Sources sources,
            Passages passages,
            Transcripts transcripts,
            Vectors vectors,
            Searcher searcher,
            Supplier<Embedder> embedder,
            Supplier<List<Named>> names,
            Notes notes,
            MadeNotes made,
            KeptRelationships kept,
            Clock clock) {}

    private final Parts parts;
    private final KeptRelationships kept;
    private final Likeness likeness;

    public Relationships(Parts parts) {
        this.parts = parts;
        kept = parts.kept();
        likeness = new Likeness(parts.vectors(), parts.passages(), parts.searcher());
    }

    /// From and to a source, in every state, the strongest first.
    public List<Relationship> of(SourceId source) {
        return ordered(kept.of(source));
    }

    /// All of the library, the strongest first.
    public List<Relationship> all() {
        return ordered(kept.all());
    }

    private static List<Relationship> ordered(List<Kept> kept) {
        return kept.stream()
                .map(Kept::relationship)
                .sorted(
                        Comparator.comparing(Relationship::state)
                                .thenComparing(
                                        Comparator.comparingDouble(Relationship::strength)
                                                .reversed()))
                .toList();
    }

    /// Looks for what a source has to do with all others, and keeps what is found as suggestions
    /// instead of those before. What is decided stays as it was decided. Blocks for less than a
    /// second; progress counts steps. Of a long source passages all through its beginning are
    /// compared, up to 96 of the first 960.
    ///
    /// @return as [#of]
    /// @throws ProblemException `NoSuchSource`; `ModelUnavailable` or `EmbedderMissing` where the
    ///   model cannot be used
    /// @throws CancellationException if cancelled; nothing has changed then
    public List<Relationship> find(SourceId id, Progress progress) throws ProblemException {
        var source = parts.sources().find(id).orElseThrow(() -> gone(id));
        var before = kept.of(id);
        var found = new RelationshipSearch(parts, likeness, source, before, progress).found();
        progress.checkpoint();
        settle(id, before, found);
        return of(id);
    }

    static ProblemException gone(SourceId id) {
        return new ProblemException(new Problem.NoSuchSource(id.toString()));
    }

    /// What is found takes the place of earlier suggestions, but for those that are found with the
    /// other source alone.
    private void settle(SourceId id, List<Kept> before, List<Relationship> found) {
        var gone = new ArrayList<Relationship>();
        var suggested = new ArrayList<>(found);
        for (Kept each : before) {
            var old = each.relationship();
            if (old.state() == State.SUGGESTED && !old.foundOnlyFromOther(id)) {
                gone.add(old);
                suggested.replaceAll(now -> now.same(old) ? now.since(old) : now);
            } else if (old.state() == State.DISMISSED
                    && found.stream().anyMatch(old::same)
                    && changed(each)) {
                gone.add(old);
            }
        }
        kept.suggest(gone, suggested);
    }

    private boolean changed(Kept dismissed) {
        var old = dismissed.relationship();
        return changed(dismissed.fromText(), old.from()) || changed(dismissed.toText(), old.to());
    }

    private boolean changed(long[] before, SourceId source) {
        long[] now = sketch(source);
        return now.length > 0 && before.length > 0 && Shingles.resemblance(before, now) < MUCH;
    }

    private long[] sketch(SourceId source) {
        return parts.sources()
                .document(source)
                .map(document -> Shingles.sketchOf(document.text()))
                .orElse(new long[0]);
    }

    /// It is so. Only that is remembered.
    public void accept(Relationship relationship) {
        decide(relationship, State.ACCEPTED);
    }

    /// It is not so, or of no use: it is not suggested again until one of its texts has changed
    /// much.
    public void dismiss(Relationship relationship) {
        decide(relationship, State.DISMISSED);
    }

    /// Undecided again.
    public void reopen(Relationship relationship) {
        decide(relationship, State.SUGGESTED);
    }

    private void decide(Relationship relationship, State state) {
        boolean dismissed = state == State.DISMISSED;
        var decided =
                new Kept(
                        relationship.decided(state, parts.clock().instant()),
                        dismissed ? sketch(relationship.from()) : new long[0],
                        dismissed ? sketch(relationship.to()) : new long[0]);
        kept.save(List.of(decided));
    }
}

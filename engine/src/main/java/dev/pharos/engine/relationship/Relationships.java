package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.graph.Shingles;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.note.LinkTargets.Named;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.KeptRelationships.Kept;
import dev.pharos.engine.relationship.Reason.TakesUp;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.relationship.Relationship.Type;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How the sources of a library have to do with each other: suggestions, which their owner accepts
/// or dismisses. Nothing is ever written into a text. What is in the trash is not there, and comes
/// back with its relationships. Safe for use by several threads; what writes needs a library that
/// was opened for writing.
public final class Relationships {
    private static final int MOST = 5;
    private static final int LOOKED_AT = 960;
    private static final int COMPARED = 96;
    private static final int NAMED = 10;
    private static final int BEGINNING = 700;
    private static final double TAKEN_UP = 0.6;
    private static final double RECALLED = 0.35;

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
        var found = new Search(source, before, progress).found();
        progress.checkpoint();
        settle(id, before, found);
        return of(id);
    }

    private static ProblemException gone(SourceId id) {
        return new ProblemException(new Problem.NoSuchSource(id.toString()));
    }

    /// What is found takes the place of earlier suggestions. Who mentions this source is found with
    /// that one.
    private void settle(SourceId id, List<Kept> before, List<Relationship> found) {
        var gone = new ArrayList<Relationship>();
        var suggested = new ArrayList<>(found);
        for (Kept each : before) {
            var old = each.relationship();
            boolean theirs = old.type() == Type.MENTIONS && old.to().equals(id);
            if (old.state() == State.SUGGESTED && !theirs) {
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

    /// One search for what a source has to do with others.
    private final class Search {
        private static final int STEPS = 4;

        private final Source source;
        private final Progress progress;
        private final Document document;
        private final Quotes quotes = new Quotes(parts.sources(), parts.transcripts());
        private final Set<SourceId> partners = new HashSet<>();
        private final Map<SourceId, SourceId> origins = parts.made().origins();
        private final List<Relationship> before = new ArrayList<>();
        private final Set<SourceId> linked = new HashSet<>();
        private final List<Relationship> found = new ArrayList<>();
        private final Instant now = parts.clock().instant();

        Search(Source source, List<Kept> before, Progress progress) throws ProblemException {
            this.source = source;
            this.progress = progress;
            document =
                    parts.sources().document(source.id()).orElseThrow(() -> gone(source.id()));
            for (Kept each : before) {
                this.before.add(each.relationship());
                partners.add(each.relationship().other(source.id()));
            }
            linked.addAll(links(source.id()));
        }

        List<Relationship> found() throws ProblemException {
            var own = spread(parts.passages().indexed(source.id(), LOOKED_AT));
            if (own.isEmpty()) {
                return found;
            }
            var near = likeness.near(source.id(), own, partners, parts.embedder().get());
            step(1);
            agreements(own, near);
            step(2);
            var names = parts.names().get();
            mentions(names);
            step(3);
            series(names, near);
            similar(near);
            step(STEPS);
            return found;
        }

        private static List<Titled> spread(List<Titled> all) {
            int step = 1 + all.size() / COMPARED;
            return IntStream.range(0, all.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(all::get)
                    .toList();
        }

        private void step(int done) {
            progress.checkpoint();
            progress.report(done, STEPS);
        }

        /// What a source was made from, or itself: what comes of one source is no news to it.
        private SourceId origin(SourceId id) {
            return origins.getOrDefault(id, id);
        }

        private boolean kin(SourceId other) {
            return origin(other).equals(origin(source.id()));
        }

        /// Whether what another says is its own: a conversation that is kept as a note only repeats.
        private boolean news(SourceId other) {
            return !kin(other)
                    && !parts.sources()
                            .property(other, Answerer.ANSWERED)
                            .filter(Answerer.ANSWERS::equals)
                            .isPresent();
        }

        private Set<SourceId> links(SourceId note) {
            var leads = new HashSet<SourceId>();
            parts.notes()
                    .find(note)
                    .ifPresent(each ->
                            parts.notes().links().in(note, each.markdown()).stream()
                                    .map(NoteLinks.Outgoing::to)
                                    .flatMap(Optional::stream)
                                    .map(Source::id)
                                    .forEach(leads::add));
            return leads;
        }

        private void add(SourceId to, Type type, double strength, Reason reason) {
            add(source.id(), to, type, strength, reason);
        }

        private void add(SourceId from, SourceId to, Type type, double strength, Reason reason) {
            found.add(
                    new Relationship(
                            from, to, type, Math.clamp(strength, 0, 1), reason, State.SUGGESTED, now));
        }

        /// The first few, and those that were found from the other side and still hold.
        private Predicate<SourceId> among(Type type) {
            var known = new HashSet<SourceId>();
            before.stream()
                    .filter(each -> each.type() == type)
                    .forEach(each -> known.add(each.other(source.id())));
            var more = new AtomicInteger(MOST);
            return id -> known.contains(id) || more.getAndDecrement() > 0;
        }

        private void agreements(List<Titled> own, Likeness.Near near) {
            var all =
                    new Agreements(parts.passages(), parts.searcher(), quotes)
                            .with(own, near, partners, this::news, progress);
            for (Type type : List.of(Type.CONTRADICTS, Type.SUPPORTS)) {
                var seen = new HashSet<SourceId>();
                var among = among(type);
                all.stream()
                        .filter(each -> each.type() == type)
                        .sorted(Comparator.comparingDouble(Agreements.Agreement::strength).reversed())
                        .filter(each -> seen.add(origin(each.other())))
                        .filter(each -> among.test(each.other()))
                        .forEach(each -> add(each.other(), type, each.strength(), each.reason()));
            }
        }

        private void mentions(List<Named> names) {
            var others =
                    names.stream()
                            .filter(each -> !each.id().equals(source.id()))
                            .filter(each -> !linked.contains(each.id()))
                            .toList();
            var mentions =
                    new Mentions(
                            document,
                            word -> parts.searcher().frequency(word, document.language()));
            mentions.of(others).stream()
                    .filter(each -> !kin(each.of()))
                    .sorted(Comparator.comparingDouble(Mentions::strength).reversed())
                    .limit(NAMED)
                    .forEach(each -> {
                        var span = mentions.sentence(each);
                        quotes.of(source.id(), span.start(), span.end())
                                .ifPresent(quote ->
                                        add(
                                                each.of(),
                                                Type.MENTIONS,
                                                Mentions.strength(each),
                                                Mentions.reason(each, quote)));
                    });
        }

        private void series(List<Named> names, Likeness.Near near) {
            var self = names.stream().filter(each -> each.id().equals(source.id())).findFirst();
            var steps = self.map(each -> Series.of(each, names)).orElse(List.of());
            for (var each : steps) {
                if (!origin(each.later()).equals(origin(each.earlier()))) {
                    add(each.later(), each.earlier(), Type.CONTINUES, 1, each.reason());
                }
            }
            if (steps.stream().noneMatch(each -> each.later().equals(source.id()))) {
                takenUp().ifPresent(quote ->
                        near.likeness().entrySet().stream()
                                .filter(each -> each.getValue() >= RECALLED && !kin(each.getKey()))
                                .sorted(Map.Entry.<SourceId, Double>comparingByValue().reversed())
                                .map(Map.Entry::getKey)
                                .filter(this::before)
                                .findFirst()
                                .ifPresent(to ->
                                        add(to, Type.CONTINUES, TAKEN_UP, new TakesUp(quote))));
            }
        }

        /// The sentence at the beginning that takes up an earlier talk.
        private Optional<Reason.Quote> takenUp() {
            var wording = Wording.of(document.language());
            String text = document.text();
            int end = Math.min(BEGINNING, text.length());
            return wording.flatMap(words ->
                    Sentences.in(text, 0, end, document.language()).stream()
                            .filter(span -> words.has("cue", span.of(text)))
                            .findFirst()
                            .flatMap(span -> quotes.of(source.id(), span.start(), span.end())));
        }

        /// Whether another source is older and belongs to the same: by its folder, who speaks, or a
        /// tag.
        private boolean before(SourceId id) {
            return parts.sources()
                    .find(id)
                    .filter(other -> when(other).isBefore(when(source)))
                    .filter(other -> {
                        var folder = source.path().getParent();
                        return folder != null && folder.equals(other.path().getParent())
                                || other.authors().stream().anyMatch(source.authors()::contains)
                                || other.tags().stream().anyMatch(source.tags()::contains);
                    })
                    .isPresent();
        }

        private static Instant when(Source source) {
            return source.created() == null ? source.imported() : source.created();
        }

        /// Those that nothing closer binds, and no link.
        private void similar(Likeness.Near near) {
            var bound = new HashSet<SourceId>();
            found.stream()
                    .filter(each -> each.type() == Type.CONTINUES)
                    .forEach(each -> bound.add(origin(each.other(source.id()))));
            near.similar().stream()
                    .filter(each -> !kin(each) && !linked.contains(each))
                    .filter(each -> bound.add(origin(each)))
                    .filter(among(Type.SIMILAR))
                    .filter(each -> !links(each).contains(source.id()))
                    .forEach(each -> {
                        double like = near.likeness().getOrDefault(each, 0.0);
                        add(each, Type.SIMILAR, like, new Reason.SameSubject(like));
                    });
        }
    }
}

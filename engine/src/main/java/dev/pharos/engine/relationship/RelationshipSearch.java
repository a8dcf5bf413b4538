package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.graph.Shingles;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Kinship;
import dev.pharos.engine.note.LinkTargets.Named;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.KeptRelationships.Kept;
import dev.pharos.engine.relationship.Reason.TakesUp;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.relationship.Relationship.Type;
import dev.pharos.engine.work.Progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One search for what a source has to do with all others. For one thread, once.
final class RelationshipSearch {
    private static final Set<String> REPEATING = Set.of(Answerer.ANSWERS, Answerer.MADE);
    private static final int STEPS = 4;
    private static final int MOST = 5;
    private static final int LOOKED_AT = 960;
    private static final int COMPARED = 96;
    private static final int NAMED = 10;
    private static final int BEGINNING = 700;

    /// What speaks for a step in a series: a name that the titles share is likely enough alone, a
    /// word that is counted only together with two more parts or with what the texts say.
    private static final double SAME_NAME = 0.6;

    private static final double SAME_COUNT = 0.2;
    private static final double GROUND = 0.2;
    private static final double HINT = 0.1;
    private static final double TOLD = 0.4;
    private static final double SUREST = 0.9;
    private static final double TAKEN_UP = 0.6;
    private static final double RECALLED = 0.35;
    private static final double TWIN = 0.5;

    private final Relationships.Parts parts;
    private final Likeness likeness;
    private final Source source;
    private final Progress progress;
    private final Document document;
    private final Quotes quotes;
    private final Set<SourceId> partners = new HashSet<>();
    private final Kinship kinship;
    private final List<Relationship> before = new ArrayList<>();
    private final Set<SourceId> linked = new HashSet<>();
    private final List<Relationship> found = new ArrayList<>();
    private final Instant now;

    RelationshipSearch(
            Relationships.Parts parts,
            Likeness likeness,
            Source source,
            List<Kept> before,
            Progress progress)
            throws ProblemException {
        this.parts = parts;
        this.likeness = likeness;
        this.source = source;
        quotes = new Quotes(parts.sources(), parts.transcripts());
        kinship = new Kinship(parts.sources(), parts.made().origins());
        now = parts.clock().instant();
        this.progress = progress;
        document =
                parts.sources()
                        .document(source.id())
                        .orElseThrow(() -> Relationships.gone(source.id()));
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
        similar(own, near);
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

    /// What a source was made from, or itself.
    private SourceId origin(SourceId id) {
        return kinship.origins().getOrDefault(id, id);
    }

    /// Whether it, or the source, was made of another.
    private boolean made(SourceId other) {
        return kinship.origins().containsKey(other) || kinship.origins().containsKey(source.id());
    }

    private boolean kin(SourceId other) {
        return kinship.akin(other, source.id());
    }

    /// Whether what a source says is its own: a note that was made of others, or of answers, only
    /// repeats, and may quote the web or a language model.
    private boolean speaks(SourceId id) {
        return parts.sources()
                .property(id, Answerer.ANSWERED)
                .filter(REPEATING::contains)
                .isEmpty();
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
        if (!speaks(source.id())) {
            return;
        }
        var all =
                new Agreements(parts.passages(), parts.searcher(), quotes)
                        .with(own, near, partners, other -> !kin(other) && speaks(other), progress);
        for (Type type : List.of(Type.CONTRADICTS, Type.SUPPORTS)) {
            var seen = new HashSet<String>();
            var among = among(type);
            all.stream()
                    .filter(each -> each.type() == type)
                    .sorted(Comparator.comparingDouble(Agreements.Agreement::strength).reversed())
                    .filter(each -> kinship.first(each.other(), seen))
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
        var mentions = new Mentions(document, this::frequency);
        mentions.of(others).stream()
                .filter(each -> !kin(each.of()))
                .sorted(Comparator.comparingDouble(Mentions::strength).reversed())
                .limit(NAMED)
                .forEach(each -> {
                    var span = mentions.sentence(each);
                    quotes.of(source.id(), span.start(), span.end())
                            .filter(quote -> !copied(each.of(), span.start(), quote.words()))
                            .ifPresent(quote ->
                                    add(
                                            each.of(),
                                            Type.MENTIONS,
                                            Mentions.strength(each),
                                            Mentions.reason(each, quote)));
                });
    }

    /// Whether a sentence stands there too, because both are forms of one text.
    private boolean copied(SourceId other, int start, String sentence) {
        return parts.sources()
                .document(other)
                .map(Document::text)
                .filter(there -> there.contains(sentence))
                .filter(there -> start == 0 || twin(there))
                .isPresent();
    }

    private boolean twin(String text) {
        return Shingles.resemblance(Shingles.sketchOf(document.text()), Shingles.sketchOf(text))
                >= TWIN;
    }

    private int frequency(String word) {
        return parts.searcher().frequency(word, document.language());
    }

    private List<Titled> passages(SourceId other) {
        return parts.passages().indexed(other, COMPARED);
    }

    private void series(List<Named> names, Likeness.Near near) {
        var self = names.stream().filter(each -> each.id().equals(source.id())).findFirst();
        var steps = self.map(each -> Series.of(each, names)).orElse(List.of());
        for (var each : steps) {
            double strength = strength(each, near);
            if (strength >= TOLD && !kinship.akin(each.later(), each.earlier())) {
                add(each.later(), each.earlier(), Type.CONTINUES, strength, each.reason());
            }
        }
        if (steps.stream().noneMatch(each -> each.later().equals(source.id()))) {
            takenUp()
                    .ifPresent(quote ->
                            near.likeness().entrySet().stream()
                                    .filter(each ->
                                            each.getValue() >= RECALLED && !kin(each.getKey()))
                                    .sorted(
                                            Map.Entry.<SourceId, Double>comparingByValue()
                                                    .reversed())
                                    .map(Map.Entry::getKey)
                                    .filter(this::before)
                                    .findFirst()
                                    .ifPresent(to ->
                                            add(to, Type.CONTINUES, TAKEN_UP, new TakesUp(quote))));
        }
    }

    /// A number alone says little: what the parts have in common beside it tells whether they are
    /// parts of one thing.
    private double strength(Series.Step step, Likeness.Near near) {
        var other = step.later().equals(source.id()) ? step.earlier() : step.later();
        var earlier = parts.sources().find(step.earlier());
        var later = parts.sources().find(step.later());
        boolean like = near.likeness().getOrDefault(other, 0.0) >= RECALLED;
        boolean people =
                earlier.isPresent()
                        && later.isPresent()
                        && common(earlier.get().authors(), later.get().authors());
        var began = earlier.map(Quotes::dated).orElse(null);
        var went = later.map(Quotes::dated).orElse(null);
        double order = began == null || went == null ? 0 : went.isBefore(began) ? -HINT : HINT;
        return Math.min(
                SUREST,
                (step.named() ? SAME_NAME : SAME_COUNT)
                        + (step.parts() > 1 ? GROUND : 0)
                        + (like ? GROUND : 0)
                        + (people ? HINT : 0)
                        + order);
    }

    private static boolean common(Collection<String> one, Collection<String> other) {
        return !Collections.disjoint(one, other);
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
                            || common(other.authors(), source.authors())
                            || common(other.tags(), source.tags());
                })
                .isPresent();
    }

    private static Instant when(Source source) {
        return source.created() == null ? source.imported() : source.created();
    }

    /// Those that nothing closer binds, and no link.
    private void similar(List<Titled> own, Likeness.Near near) {
        var words = new SharedWords(own, this::frequency);
        var mine = passages(origin(source.id()));
        var bound = new HashSet<String>();
        found.stream()
                .filter(each -> each.type() != Type.MENTIONS)
                .forEach(each -> bound.addAll(kinship.roots(each.other(source.id()))));
        before.stream()
                .filter(each -> each.type() == Type.CONTINUES)
                .filter(each -> each.foundOnlyFromOther(source.id()))
                .forEach(each -> bound.addAll(kinship.roots(each.from())));
        near.similar().stream()
                .filter(each -> !kin(each) && !linked.contains(each))
                .filter(each -> kinship.first(each, bound))
                .filter(each -> !links(each).contains(source.id()))
                .filter(among(Type.SIMILAR))
                .filter(each -> !Agreements.denied(own, passages(each)))
                .filter(each -> !made(each) || !Agreements.denied(mine, passages(origin(each))))
                .forEach(each -> {
                    double like = near.likeness().getOrDefault(each, 0.0);
                    var shared = words.with(passages(each));
                    add(each, Type.SIMILAR, like, new Reason.SameSubject(like, shared));
                });
    }
}

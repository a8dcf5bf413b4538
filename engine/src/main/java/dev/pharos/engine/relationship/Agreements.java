package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.KnownNames;
import dev.pharos.engine.answer.Negation;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.relationship.Circumstances.Both;
import dev.pharos.engine.relationship.Reason.OppositeClaim;
import dev.pharos.engine.relationship.Reason.SameClaim;
import dev.pharos.engine.relationship.Relationship.Type;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which sentences of others say the same as those of a source, or the opposite.
final class Agreements {
    /// Words of a line that states nothing.
    private static final int TITLE = 2;

    private static final int CLAIMS = 48;
    private static final int SEARCHED = 24;
    private static final int A_SEARCH = 12;
    private static final int PASSAGES = 240;

    /// What two sources have to do with each other so that *the bridge* is the same in both.
    private static final double CONTEXT = 0.3;

    private static final double NAMED = 0.9;
    private static final double SURMISED = 0.75;

    private final Passages passages;
    private final Searcher searcher;
    private final Quotes quotes;

    /// A claim where it stands.
    private record Stated(Claim claim, Titled titled, int start) {
        Passage passage() {
            return titled.passage();
        }
    }

    /// @param strength from 0 to 1
    record Agreement(SourceId other, Type type, double strength, Reason reason) {}

    Agreements(Passages passages, Searcher searcher, Quotes quotes) {
        this.passages = passages;
        this.searcher = searcher;
        this.quotes = quotes;
    }

    /// At most one of each type with each source, the surest.
    ///
    /// @param near what is near to the source; beside that is looked at what has the same words
    /// @param also sources whose every passage is looked at
    /// @param news whether a source says anything that the asked one has not from there
    List<Agreement> with(
            List<Titled> own,
            Likeness.Near near,
            Collection<SourceId> also,
            Predicate<SourceId> news,
            Progress progress) {
        var mine = own.stream().flatMap(each -> stated(each).stream()).limit(CLAIMS).toList();
        var words = new HashSet<String>();
        mine.forEach(each -> words.addAll(each.claim().terms()));
        var heard = new HashMap<SourceId, Boolean>();
        var best = new LinkedHashMap<Map.Entry<SourceId, Type>, Agreement>();
        for (Titled each : candidates(mine, near, also)) {
            progress.checkpoint();
            var source = each.passage().source();
            if (mine.isEmpty()
                    || !touches(each.passage(), words)
                    || !heard.computeIfAbsent(source, news::test)) {
                continue;
            }
            for (Stated there : stated(each)) {
                for (Stated here : mine) {
                    judged(here, there, near, best);
                }
            }
        }
        return List.copyOf(best.values());
    }

    /// Stronger where the claims themselves say what they speak of; never sure, for rules err.
    private static double strength(Verdict verdict, boolean anchored) {
        return verdict.share() * (anchored ? NAMED : SURMISED);
    }

    private void judged(
            Stated here,
            Stated there,
            Likeness.Near near,
            Map<Map.Entry<SourceId, Type>, Agreement> best) {
        if (Collections.disjoint(here.claim().terms(), there.claim().terms())) {
            return;
        }
        var verdict = Verdict.of(here.claim(), there.claim()).orElse(null);
        if (verdict == null) {
            return;
        }
        var key = Map.entry(there.passage().source(), verdict.type());
        var known = best.get(key);
        if (known != null && known.strength() >= strength(verdict, true)) {
            return;
        }
        boolean anchored = here.claim().anchored(there.claim(), names(here, there));
        double strength = strength(verdict, anchored);
        if (known != null && known.strength() >= strength
                || !anchored && !sameContext(here, there, near)
                || apart(
                        here,
                        there,
                        new Both(here.claim(), there.claim(), anchored, verdict.amounts()))) {
            return;
        }
        reason(here, there, verdict)
                .ifPresent(reason ->
                        best.put(
                                key,
                                new Agreement(
                                        there.passage().source(),
                                        verdict.type(),
                                        strength,
                                        reason)));
    }

    private Optional<Reason> reason(Stated here, Stated there, Verdict verdict) {
        var one = quotes.of(here.passage(), here.start(), here.claim().text());
        var other = quotes.of(there.passage(), there.start(), there.claim().text());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                verdict.type() == Type.SUPPORTS
                        ? new SameClaim(one.get(), other.get())
                        : new OppositeClaim(
                                one.get(), other.get(), verdict.says(), verdict.denies()));
    }

    private static Set<String> names(Stated here, Stated there) {
        return KnownNames.in(
                List.of(
                        here.titled().title(),
                        here.passage().text(),
                        there.titled().title(),
                        there.passage().text()));
    }

    private boolean apart(Stated here, Stated there, Both both) {
        return circumstances(here).apart(circumstances(there), both);
    }

    private Circumstances circumstances(Stated stated) {
        return Circumstances.of(
                stated.claim(),
                stated.start(),
                stated.titled(),
                quotes.dated(stated.passage().source()));
    }

    /// Whether the sources are about the same, so that *the bridge* is one.
    private static boolean sameContext(Stated here, Stated there, Likeness.Near near) {
        String language = here.passage().language();
        return near.likeness().getOrDefault(there.passage().source(), 0.0) >= CONTEXT
                || !Collections.disjoint(
                        telling(here.titled().title(), language),
                        telling(there.titled().title(), language));
    }

    private static Set<String> telling(String title, String language) {
        var terms = new HashSet<>(Terms.of(title, language));
        Wording.of(language).ifPresent(wording -> terms.removeIf(wording::common));
        terms.removeIf(term -> term.chars().noneMatch(Character::isLetter));
        return terms;
    }

    private List<Titled> candidates(
            List<Stated> mine, Likeness.Near near, Collection<SourceId> also) {
        var found = new LinkedHashMap<Long, Titled>();
        near.passages().stream()
                .limit(PASSAGES)
                .forEach(each -> found.put(each.passage().id(), each));
        also.forEach(each ->
                passages.indexed(each, CLAIMS)
                        .forEach(titled -> found.put(titled.passage().id(), titled)));
        var ids = new HashSet<Long>();
        mine.stream()
                .limit(SEARCHED)
                .forEach(each ->
                        searcher.saying(List.copyOf(each.claim().terms()), A_SEARCH).stream()
                                .map(Searcher.Near::passage)
                                .filter(id -> !found.containsKey(id))
                                .forEach(ids::add));
        passages.find(ids).forEach(each -> found.put(each.passage().id(), each));
        return List.copyOf(found.values());
    }

    /// Whether two texts say the same but for one *not*.
    static boolean denied(List<Titled> one, List<Titled> other) {
        var here = sentences(one);
        var there = sentences(other);
        var both = new HashSet<>(here);
        both.retainAll(there);
        here.removeAll(both);
        there.removeAll(both);
        if (here.size() != 1 || there.size() != 1) {
            return false;
        }
        String says = here.iterator().next();
        String denies = there.iterator().next();
        String language = one.getFirst().passage().language();
        return Negation.count(says) != Negation.count(denies)
                && Set.copyOf(Terms.of(Negation.without(says), language))
                        .equals(Set.copyOf(Terms.of(Negation.without(denies), language)));
    }

    private static Set<String> sentences(List<Titled> passages) {
        return passages.stream()
                .map(Titled::passage)
                .flatMap(each -> sentences(each).stream().map(span -> span.of(each.text()).strip()))
                .filter(said -> said.split("\\s+").length > TITLE)
                .collect(Collectors.toSet());
    }

    private static boolean touches(Passage passage, Set<String> words) {
        return Terms.of(passage.text(), language(passage)).stream().filter(words::contains).count()
                > 1;
    }

    /// Of a note too short to tell, that of its letters and small words.
    private static String language(Passage passage) {
        return switch (Wording.of(passage.language()).isPresent()
                ? Tongue.OTHER
                : Tongue.of(passage.text())) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case RUSSIAN -> "ru";
            case OTHER -> passage.language();
        };
    }

    /// The claims of a passage; what is highlighted stands in another one too.
    private static List<Stated> stated(Titled titled) {
        var passage = titled.passage();
        var claims = new ArrayList<Stated>();
        if (passage.highlight() != null) {
            return claims;
        }
        var seen = new HashSet<String>();
        String before = "";
        for (var span : sentences(passage)) {
            String sentence = span.of(passage.text());
            if (seen.add(sentence)) {
                Claim.in(sentence, before, language(passage))
                        .forEach(claim -> claims.add(new Stated(claim, titled, span.start())));
            }
            before = sentence;
        }
        return claims;
    }

    /// A line ends a sentence too.
    static List<Sentences.Span> sentences(Passage passage) {
        String text = passage.text();
        var spans = new ArrayList<Sentences.Span>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            spans.addAll(Sentences.in(text, from, to, passage.language()));
            from = to + 1;
        }
        return spans;
    }
}

package dev.pharos.engine.summary;

import dev.pharos.engine.meaning.Centrality;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Candidates.Candidate;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.summary.TopicSegmentation.Topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What a text is about, in its own words. A [Candidates] phrase weighs more the more often and the
/// more evenly it is said, and the nearer its meaning is to that of the whole; those that say the
/// same as a better one are left out.
final class KeyPhrases {
    /// So many are embedded.
    private static final int LOOKED_AT = 80;

    private static final int FEWEST = 2;
    private static final int LONG_TEXT = 1_000;

    /// Where so many are said more than once, no others are needed.
    private static final int ENOUGH = 12;

    /// What is named in this share of the beginning counts more (KEA, Witten et al. 1999).
    private static final double BEGINNING = 0.125;

    private static final double EARLY = 1.3;

    /// What is only said not to take place is not what a text is about.
    private static final double OFF = 0.4;

    private static final double ALIKE = 0.8;
    private static final Map<Integer, Double> BY_LENGTH = Map.of(1, 0.7, 2, 1.3, 3, 1.2, 4, 0.9);

    private record Weighed(Candidate candidate, float[] vector, double weight) {}

    private final List<Unit> units;
    private final List<Weighed> weighed;

    private KeyPhrases(List<Unit> units, List<Weighed> weighed) {
        this.units = units;
        this.weighed = weighed;
    }

    static KeyPhrases of(Gathered gathered, Embedder embedder) throws ProblemException {
        var units = gathered.units();
        var candidates = Candidates.of(units);
        long often = candidates.stream().filter(each -> each.at().size() >= FEWEST).count();
        var first =
                candidates.stream()
                        .filter(each ->
                                often < ENOUGH && !extensive(units) || each.at().size() >= FEWEST)
                        .sorted(Comparator.comparingDouble(KeyPhrases::said).reversed())
                        .limit(LOOKED_AT)
                        .toList();
        if (first.isEmpty()) {
            return new KeyPhrases(units, List.of());
        }
        var texts = first.stream().map(Candidate::text).toList();
        var meant = embedder.embed(texts);
        int[] tokens = embedder.countTokens(texts);
        float[] middle = SentenceRanking.middle(units);
        var weighed = new ArrayList<Weighed>();
        for (int i = 0; i < first.size(); i++) {
            var each = first.get(i);
            double fluency = Fluency.of(texts.get(i), tokens[i]);
            float[] vector =
                    gathered.mixed().of(meant.get(i), new LinkedHashSet<>(each.terms()), fluency);
            double near = Math.max(0, Centrality.dot(vector, middle));
            double early = each.at().getFirst() <= BEGINNING * units.size() ? EARLY : 1;
            boolean off = each.at().stream().map(units::get).allMatch(KeyPhrases::off);
            double weight = said(each) * (0.25 + near) * early * (off ? OFF : 1);
            weighed.add(new Weighed(each, vector, weight));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        return new KeyPhrases(units, List.copyOf(weighed));
    }

    private static boolean off(Unit unit) {
        return unit.matches("off", unit.text());
    }

    /// In a long text what is said once names nothing of the whole.
    private static boolean extensive(List<Unit> units) {
        return units.stream().mapToInt(Unit::words).sum() >= LONG_TEXT;
    }

    private static double said(Candidate candidate) {
        double often = Math.log(1 + candidate.at().size());
        return often * length(candidate);
    }

    private static double length(Candidate candidate) {
        return BY_LENGTH.getOrDefault(candidate.words(), 0d);
    }

    /// The best of the whole, best first.
    List<KeyPhrase> best(int most) {
        return picked(Weighed::weight, most).stream()
                .map(each ->
                        new KeyPhrase(
                                each.candidate().text(),
                                each.candidate().at().size(),
                                each.weight() / weighed.getFirst().weight()))
                .toList();
    }

    /// The best of the whole without names, which have to be among the very best.
    List<String> named(int most, int central) {
        var best = picked(Weighed::weight, most);
        return IntStream.range(0, best.size())
                .filter(i -> i < central || !best.get(i).candidate().name())
                .mapToObj(i -> best.get(i).candidate().text())
                .toList();
    }

    private List<Weighed> picked(ToDoubleFunction<Weighed> weight, int most) {
        var picked = new ArrayList<Weighed>();
        weighed.stream()
                .filter(each -> weight.applyAsDouble(each) > 0)
                .sorted(Comparator.comparingDouble(weight).reversed())
                .filter(each -> picked.stream().noneMatch(other -> same(each, other)))
                .limit(most)
                .forEachOrdered(picked::add);
        return picked;
    }

    private static boolean same(Weighed one, Weighed other) {
        return one.candidate().text().equalsIgnoreCase(other.candidate().text())
                || one.candidate().within(other.candidate())
                || other.candidate().within(one.candidate())
                || Centrality.dot(one.vector(), other.vector()) > ALIKE;
    }

    /// What is said in each topic and little in the others; a text once.
    ///
    /// @return a heading for each topic, or none
    List<Optional<String>> headings(List<Topic> topics) {
        var headings = new ArrayList<Optional<String>>();
        var used = new ArrayList<Weighed>();
        for (var topic : topics) {
            float[] middle = SentenceRanking.middle(units.subList(topic.from(), topic.to()));
            var best =
                    picked(each -> own(each, topic, topics.size(), middle), LOOKED_AT).stream()
                            .filter(each -> used.stream().noneMatch(other -> same(each, other)))
                            .findFirst();
            best.ifPresent(used::add);
            headings.add(best.map(each -> capital(each.candidate().text())));
        }
        return List.copyOf(headings);
    }

    private static double own(Weighed each, Topic topic, int topics, float[] middle) {
        var at = each.candidate().at();
        long inside = at.stream().filter(i -> i >= topic.from() && i < topic.to()).count();
        if (inside == 0) {
            return 0;
        }
        double share = topics == 1 ? 1 : inside / (double) at.size();
        double length = length(each.candidate());
        double near = Math.max(0, Centrality.dot(each.vector(), middle));
        return Math.log(1 + inside) * share * length * (0.25 + near);
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }

    /// Whether terms are among those of one of the best phrases.
    boolean name(Set<String> terms, int best) {
        return picked(Weighed::weight, best).stream()
                .anyMatch(each -> each.candidate().terms().containsAll(terms));
    }

    /// How near a text in the vectors of meaning and words is to the best phrases.
    double near(float[] vector, int best) {
        return weighed.stream()
                .limit(best)
                .mapToDouble(each -> Centrality.dot(each.vector(), vector))
                .max()
                .orElse(0);
    }
}

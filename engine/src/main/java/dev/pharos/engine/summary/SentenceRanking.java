package dev.pharos.engine.summary;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.meaning.Centrality;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.summary.Summary.Line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Says how much each sentence tells of the whole, and picks those that tell most without saying
/// the same twice (maximal marginal relevance, Carbonell and Goldstein 1998). Each feature is taken
/// as the number of standard deviations from its mean; the weights are round, because fitted ones
/// did not hold on other meetings (docs/decisions/0035-summaries.md).
final class SentenceRanking {
    private static final double NEIGHBOUR = 0.2;
    private static final double DAMPING = 0.85;
    private static final double REDUNDANCY = 1;

    /// The work of the graph grows with the square of its sentences, so longer material is ranked
    /// in parts of at most this many.
    private static final int GRAPH = 1_200;

    /// A sentence of so many words says most.
    private static final double IDEAL_WORDS = 22;

    /// A turn of so many words is one in which something is laid out.
    private static final double LONG_TURN = 150;

    /// The share of the material that counts as its beginning.
    private static final double BEGINNING = 0.125;

    private static final double POINTING = 0.4;

    /// What something large costs is what many texts are written for.
    private static final double COSTS = 1.5;

    private static final double FARTHEST = 3;
    private static final int FEW = 3;

    /// In a short text nothing is left out because a tagger did not see its verb.
    private static final int SMALL = 12;

    /// Where fewer are worth to be chosen, as in slides, the text is not made of sentences, and all
    /// may be.
    private static final double ENOUGH = 0.1;

    private static final int WORTH_TERMS = 3;
    private static final int WORTH_WORDS = 6;
    private static final int LEADING = 12;

    /// So many words may greet and thank before anything is said.
    private static final int WELCOMING = 24;

    /// A sentence and the one it leans on have at most so many words.
    private static final int LONGEST_PAIR = 60;

    /// So many letters may stand between them.
    private static final int GAP = 3;

    private static final Pattern WHOLE = Pattern.compile("(?s)[^\\p{Ll}].*[.!?…][\"”“’»)\\]]*");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}'’]+");

    private final Gathered gathered;
    private final List<Unit> units;
    private final double[] scores;
    private final boolean[] leaning;
    private final boolean choosy;
    private final Set<Integer> decided = new HashSet<>();

    SentenceRanking(Gathered gathered) {
        this.gathered = gathered;
        this.units = gathered.units();
        this.scores = scores();
        this.leaning = new boolean[units.size()];
        for (int i = 0; i < leaning.length; i++) {
            var unit = units.get(i);
            leaning[i] = Leaning.leans(unit.tokens(), unit.sentence().language());
        }
        long worth = IntStream.range(0, units.size()).filter(this::worth).count();
        this.choosy = units.size() > FEW && worth >= Math.max(FEW, ENOUGH * units.size());
    }

    /// Makes the sentences at some places tell more, however brief they are.
    void decide(Collection<Place> places, double by) {
        weigh(places, by);
        for (int i = 0; i < scores.length; i++) {
            var unit = units.get(i);
            if (places.contains(unit.sentence().place()) && !leaning[i] && complete(unit)) {
                decided.add(i);
            }
        }
    }

    /// Makes the sentences at some places tell more, or less.
    void weigh(Collection<Place> places, double by) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += places.contains(units.get(i).sentence().place()) ? by : 0;
        }
    }

    /// How much a unit tells, in no unit; higher is more.
    double score(int unit) {
        return scores[unit];
    }

    private double[] scores() {
        double[] scores = new double[units.size()];
        if (units.isEmpty()) {
            return scores;
        }
        float[] middle = middle(units);
        add(scores, 0.5, centrality());
        add(scores, 0.5, each(unit -> Centrality.dot(unit.vector(), middle)));
        add(scores, 0.5, each(unit -> length(unit.words())));
        if (gathered.material().spoken()) {
            add(scores, -1, each(SentenceRanking::personal));
            add(scores, 1, turns());
        }
        add(scores, 0.5, beginning());
        for (int i = 0; i < scores.length; i++) {
            var unit = units.get(i);
            scores[i] -= is("question", unit) || unit.text().endsWith("?") ? 1 : 0;
            scores[i] -= is("pointing", unit) ? POINTING : 0;
            scores[i] += is("decision", unit) ? 1 : 0;
            scores[i] += costs(unit) ? COSTS : 0;
            scores[i] -= 2 * Math.max(0, 0.6 - unit.sentence().certainty());
        }
        return scores;
    }

    private double[] each(ToDoubleFunction<Unit> feature) {
        return units.stream().mapToDouble(feature).toArray();
    }

    private static void add(double[] scores, double weight, double[] feature) {
        double mean = Arrays.stream(feature).average().orElse(0);
        double variance =
                Arrays.stream(feature).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        for (int i = 0; i < scores.length; i++) {
            double away = variance == 0 ? 0 : (feature[i] - mean) / Math.sqrt(variance);
            scores[i] += weight * Math.clamp(away, -FARTHEST, FARTHEST);
        }
    }

    /// Long material is ranked part by part, and each part has its share.
    private double[] centrality() {
        int parts = (units.size() + GRAPH - 1) / GRAPH;
        double[] centrality = new double[units.size()];
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) units.size() * part / parts);
            int to = (int) ((long) units.size() * (part + 1) / parts);
            var some = units.subList(from, to);
            double[] own = some.stream().mapToDouble(unit -> length(unit.words())).toArray();
            double[] ranks =
                    Centrality.of(
                            some.stream().map(Unit::vector).toList(), own, NEIGHBOUR, DAMPING);
            System.arraycopy(ranks, 0, centrality, from, ranks.length);
        }
        return centrality;
    }

    /// The direction of all; long sentences count more.
    static float[] middle(List<Unit> units) {
        var sum = new float[units.getFirst().vector().length];
        for (var unit : units) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += unit.vector()[i] * (float) Math.sqrt(unit.words());
            }
        }
        return MixedVectors.unit(sum);
    }

    private static double length(int words) {
        double away = Math.log(words / IDEAL_WORDS);
        return Math.exp(-1.2 * away * away);
    }

    /// The share of `I` and `you`: talk about the talk.
    private static double personal(Unit unit) {
        var personal = Rules.of(unit.sentence().language()).words("personal");
        var words = SIGNS.split(unit.text().toLowerCase(Locale.ROOT));
        return Arrays.stream(words).filter(personal::contains).count() / (double) unit.words();
    }

    /// How long the turn is in which each is said.
    private double[] turns() {
        double[] turns = new double[units.size()];
        int from = 0;
        for (int i = 1; i <= turns.length; i++) {
            if (i == turns.length || !sameVoice(i, from)) {
                int words = units.subList(from, i).stream().mapToInt(Unit::words).sum();
                Arrays.fill(turns, from, i, Math.min(1, words / LONG_TURN));
                from = i;
            }
        }
        return turns;
    }

    private boolean sameVoice(int one, int other) {
        return Objects.equals(
                units.get(one).sentence().speaker(), units.get(other).sentence().speaker());
    }

    private double[] beginning() {
        double[] beginning = new double[units.size()];
        for (int i = 0; i < beginning.length; i++) {
            beginning[i] = Math.max(0, 1 - i / (BEGINNING * beginning.length));
        }
        return beginning;
    }

    /// The units that tell most in so many words, in their order; one that leans on the one before
    /// it has that with it. The last one may be up to a third of a sentence too long.
    ///
    /// @param most of the lines that they make
    /// @param allowed which may be taken
    List<Integer> best(int words, int most, IntPredicate allowed) {
        var open =
                new ArrayList<>(IntStream.range(0, units.size()).filter(allowed).boxed().toList());
        if (choosy) {
            open.removeIf(i -> !worth(i) && !decided.contains(i));
        }
        var chosen = new TreeSet<Integer>();
        var likeness = new HashMap<Integer, Double>();
        int left = words;
        int lines = 0;
        while (lines < most) {
            int room = left + (int) (IDEAL_WORDS / 3);
            var next =
                    open.stream()
                            .filter(i -> !choosy || !leaning[i] || allowed.test(i - 1))
                            .filter(i -> words(i, chosen) <= room)
                            .max(
                                    Comparator.comparingDouble(i ->
                                            told(i) - REDUNDANCY * likeness.getOrDefault(i, 0d)));
            if (left <= 0 || next.isEmpty()) {
                break;
            }
            int best = next.get();
            left -= words(best, chosen);
            lines += choosy && leaning[best] && chosen.contains(best - 1) ? 0 : 1;
            for (int i = choosy && leaning[best] ? best - 1 : best; i <= best; i++) {
                int taken = i;
                chosen.add(taken);
                open.remove(Integer.valueOf(taken));
                open.forEach(each -> likeness.merge(each, near(each, taken), Math::max));
            }
        }
        return List.copyOf(chosen);
    }

    /// With those of the sentence it leans on, unless that is chosen already.
    private int words(int i, Set<Integer> chosen) {
        boolean both = choosy && leaning[i] && !chosen.contains(i - 1);
        return units.get(i).words() + (both ? units.get(i - 1).words() : 0);
    }

    private double told(int i) {
        return choosy && leaning[i] && !costs(units.get(i))
                ? (scores[i] + scores[i - 1]) / 2
                : scores[i];
    }

    /// Whether a written text tells there of a large sum.
    private boolean costs(Unit unit) {
        var sum = unit.rule("sum").matcher(unit.text());
        return !gathered.material().spoken()
                && sum.results()
                        .anyMatch(found ->
                                found.group("large") != null
                                        || found.namedGroups().containsKey("larger")
                                                && found.group("larger") != null);
    }

    /// The lines that chosen units make: one with the unit before it where it leans on that.
    List<Line> lines(List<Integer> chosen) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < chosen.size(); i++) {
            int unit = chosen.get(i);
            var line = Summarizer.line(units.get(unit));
            if (i > 0 && chosen.get(i - 1) == unit - 1 && leaning[unit] && supported(unit)) {
                lines.set(lines.size() - 1, lines.getLast().and(line));
            } else {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    /// Whether the sentence before stands for itself, in the same paragraph or turn, and is short.
    private boolean supported(int i) {
        if (i == 0 || leaning[i - 1]) {
            return false;
        }
        var unit = units.get(i);
        var before = units.get(i - 1);
        var place = unit.sentence().place();
        return before.index() + 1 == unit.index()
                && place.startOffset() - before.sentence().place().endOffset() <= GAP
                && sameVoice(i - 1, i)
                && Objects.equals(before.sentence().place().paragraph(), place.paragraph())
                && !is("question", before)
                && complete(before)
                && before.words() + unit.words() <= LONGEST_PAIR;
    }

    /// Whether a sentence stands for itself, is one, and does not only lead to what comes.
    boolean worth(int i) {
        var unit = units.get(i);
        return unit.terms().size() >= WORTH_TERMS
                && unit.words() >= WORTH_WORDS
                && (unit.words() > LEADING || !is("cue", unit) && !is("opening", unit))
                && (unit.words() > WELCOMING || !is("welcome", unit))
                && !is("question", unit)
                && !is("aside", unit)
                && !is("byline", unit)
                && complete(unit)
                && (!leaning[i] || supported(i));
    }

    /// A sentence has a verb, though not always in Russian, names something, and does not break
    /// off. What is written begins with a capital and ends with a sign.
    private boolean complete(Unit unit) {
        var language = unit.sentence().language();
        var rules = Rules.of(language);
        if (!rules.known()) {
            return true;
        }
        var words = unit.tokens().stream().filter(word -> !word.sign()).toList();
        boolean verb = words.stream().anyMatch(word -> word.part() == PartOfSpeech.VERB);
        boolean names =
                words.stream().anyMatch(word -> word.part().noun() && !rules.weak(word.text()));
        boolean whole =
                gathered.material().spoken()
                        ? !is("broken", unit)
                        : WHOLE.matcher(unit.text()).matches();
        return (verb
                        || language.equals("ru")
                        || !gathered.material().spoken() && units.size() <= SMALL)
                && names
                && whole
                && words.getLast().part() != PartOfSpeech.LINK;
    }

    private static boolean is(String rule, Unit unit) {
        return unit.matches(rule, unit.text());
    }

    double near(int one, int other) {
        return Centrality.dot(units.get(one).vector(), units.get(other).vector());
    }
}

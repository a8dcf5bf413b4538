package dev.pharos.engine.summary;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Asking.Way.Asked;
import dev.pharos.engine.summary.Asking.Way.Defined;
import dev.pharos.engine.summary.Gathered.Unit;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds what may be asked about a material: its whole statements that stand for themselves, and
/// the ways to ask for each. Values in, values out.
public final class Asking {
    /// Of longer material so many sentences are looked at, from all of it.
    private static final int LOOKED_AT = 400;

    private static final int SHORTEST = 6;
    private static final int LONGEST = 36;
    private static final int LONGEST_QUESTION = 24;
    private static final int SHORTEST_QUESTION = 4;
    private static final double OPEN = 1;

    private static final Pattern WHOLE = Pattern.compile("(?s)[^\\p{Ll}\\s].*[.!…]");

    /// What is cut wrongly, is no prose, or stands in quotes that began before it.
    private static final Pattern ODD =
            Pattern.compile(
                    "__|https?:|www\\.|[|{}<>=\\\\…]|\\p{L}@\\p{L}|^[^(]*\\)|\\([^)]*$|[“„«][^”“»]*$|^[^“„«]*[”»]");

    /// Rules that nothing may have that is asked for.
    private static final List<String> NOT_ALONE =
            List.of("pointing", "question", "cue", "opening", "hanging");

    private static final List<String> UNASKED = List.of("smalltalk", "hanging", "standin");

    /// A statement that may be asked for.
    ///
    /// @param sentence its number in the material
    /// @param text in one line, without fillers
    /// @param weight how much it tells of the whole; higher is more
    /// @param ways none is left out, best first
    public record Statement(int sentence, String text, double weight, List<Way> ways) {
        public Statement {
            ways = List.copyOf(ways);
        }
    }

    /// A way to ask.
    public sealed interface Way {

        /// How well it asks, from 0 to 1.
        double telling();

        /// Words to be left out of the statement: UTF-16 offsets into its text, `to` exclusive.
        record Gap(int from, int to, Kind kind, double telling) implements Way {

            /// What stands there.
            public enum Kind {
                NUMBER,
                NAME,
                PHRASE
            }
        }

        /// What something is: `A bog` is `a wetland`.
        ///
        /// @param article whether the term begins with one
        /// @param many whether it `are`, not `is`
        record Defined(String term, boolean article, boolean many, String answer) implements Way {
            @Override
            public double telling() {
                return OPEN;
            }
        }

        /// A question that stands before the statement, which answers it.
        record Asked(String question) implements Way {
            @Override
            public double telling() {
                return OPEN;
            }
        }
    }

    private final Material material;

    private Asking(Material material) {
        this.material = material;
    }

    /// Blocks while some hundred sentences are embedded; progress counts sentences.
    ///
    /// @return those that tell most first
    /// @throws ProblemException if the model cannot be loaded
    /// @throws java.util.concurrent.CancellationException if cancelled
    public static List<Statement> of(Material material, Embedder embedder, Progress progress)
            throws ProblemException {
        return new Asking(material).statements(embedder, progress);
    }

    private List<Statement> statements(Embedder embedder, Progress progress)
            throws ProblemException {
        var plain = IntStream.range(0, material.sentences().size()).filter(this::plain).toArray();
        int step = Math.max(1, Math.ceilDiv(plain.length, LOOKED_AT));
        var taken = IntStream.range(0, plain.length).filter(i -> i % step == 0).toArray();
        var sentences =
                IntStream.of(taken).mapToObj(i -> material.sentences().get(plain[i])).toList();
        var some =
                new Material(
                        material.title(),
                        material.kind(),
                        material.language(),
                        material.date(),
                        material.spoken(),
                        sentences);
        var gathered = Gathered.of(some, embedder, progress);
        var ranking = new SentenceRanking(gathered);
        var gaps = new Gaps(gathered, KeyPhrases.of(gathered, embedder));
        var statements = new ArrayList<Statement>();
        for (int i = 0; i < gathered.units().size(); i++) {
            progress.checkpoint();
            var unit = gathered.units().get(i);
            int sentence = plain[taken[unit.index()]];
            boolean alone = ranking.worth(i) && !hangs(unit);
            var ways = alone ? ways(unit, sentence, gaps.of(i)) : List.<Way>of();
            if (!ways.isEmpty()) {
                double weight = ranking.score(i) + ways.getFirst().telling();
                statements.add(new Statement(sentence, unit.text(), weight, ways));
            }
        }
        statements.sort(Comparator.comparingDouble(Statement::weight).reversed());
        return List.copyOf(statements);
    }

    private List<Way> ways(Unit unit, int sentence, List<Way.Gap> gaps) {
        var ways = new ArrayList<Way>(gaps);
        asked(unit, sentence).ifPresent(ways::add);
        defined(unit).ifPresent(ways::add);
        ways.sort(Comparator.comparingDouble(Way::telling).reversed());
        return ways;
    }

    private String text(int sentence) {
        return Utterances.text(material, material.sentences().get(sentence)).strip();
    }

    /// Whether it is a whole sentence that states something and can be understood alone.
    private boolean plain(int sentence) {
        String text = text(sentence);
        var rules = Rules.of(material.sentences().get(sentence).language());
        int words = Fluency.words(text);
        return words >= SHORTEST
                && words <= LONGEST
                && WHOLE.matcher(text).matches()
                && !ODD.matcher(text).find()
                && NOT_ALONE.stream().noneMatch(rule -> rules.pattern(rule).matcher(text).find());
    }

    /// The sentence before, where that asks something that can be understood alone, and this one
    /// speaks of the same.
    private Optional<Way> asked(Unit unit, int sentence) {
        if (sentence == 0) {
            return Optional.empty();
        }
        String question = text(sentence - 1);
        int words = Fluency.words(question);
        var before = material.sentences().get(sentence - 1).place().heading();
        var terms = Terms.of(question, unit.sentence().language());
        boolean alone =
                words >= SHORTEST_QUESTION
                        && words <= LONGEST_QUESTION
                        && question.endsWith("?")
                        && unit.matches("asking", question)
                        && UNASKED.stream().noneMatch(rule -> unit.matches(rule, question));
        boolean same =
                Objects.equals(before, unit.sentence().place().heading())
                        && terms.size() > 1
                        && terms.stream().anyMatch(unit.terms()::contains);
        return alone && same ? Optional.of(new Asked(question)) : Optional.empty();
    }

    /// What it says that something is. Of a person or a place one would ask in another way.
    private static Optional<Way> defined(Unit unit) {
        var match = unit.rule("definition").matcher(unit.text());
        if (!match.matches()) {
            return Optional.empty();
        }
        var rules = Rules.of(unit.sentence().language());
        String term = match.group("term");
        boolean article = match.group("article") != null;
        var words = Word.of(term, unit.sentence().language());
        var named = words.subList(article ? 1 : 0, words.size());
        boolean thing =
                named.stream().allMatch(word -> word.part().describes() && !rules.weak(word.text()))
                        && named.getLast().part() == PartOfSpeech.NOUN;
        return thing
                ? Optional.of(
                        new Defined(
                                term, article, match.group("many") != null, match.group("what")))
                : Optional.empty();
    }

    /// Whether it speaks of something that was named before it.
    private static boolean hangs(Unit unit) {
        var standin = unit.rule("standin").matcher(unit.text());
        if (!standin.find()) {
            return false;
        }
        var before = Word.of(unit.text().substring(0, standin.start()), unit.sentence().language());
        return before.stream().noneMatch(word -> word.part().noun());
    }
}

package dev.pharos.engine.learning;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Asking.Statement;
import dev.pharos.engine.summary.Asking.Way;
import dev.pharos.engine.summary.Asking.Way.Asked;
import dev.pharos.engine.summary.Asking.Way.Defined;
import dev.pharos.engine.summary.Asking.Way.Gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Questions about what sources say, in the order of these, each with its answer and where that
/// stands. Immutable.
///
/// @param language ISO 639-1 code of its words, or `und`
public record Quiz(String title, String language, List<Question> questions) {
    public static final int FEWEST = 3;
    public static final int MOST = 12;

    /// Stands in a question for the words to be filled in.
    static final char GAP = '\ue000';

    /// What one use of a kind of question takes from the next.
    private static final double AGAIN = 0.12;

    /// A question.
    ///
    /// @param text in one line
    /// @param answer in words of the source
    public record Question(String text, String answer, Source source, Place place) {}

    /// One that may be asked.
    private record Choice(
            int sentence, String language, Object kind, double telling, Question question) {

        /// Whether one says the answer of the other, or both have the same.
        private boolean clashes(Choice other) {
            return says(question.text(), other.question, language)
                    || says(other.question.text(), question, language)
                    || question.answer().equalsIgnoreCase(other.question.answer());
        }
    }

    public Quiz {
        questions = List.copyOf(questions);
    }

    /// The best questions, each of another sentence, none of which tells the answer of another. Nor
    /// does the title.
    static Quiz of(String title, QuizMaterial reading, List<Statement> statements) {
        var chosen = new ArrayList<Choice>();
        for (var statement : statements) {
            if (chosen.size() < MOST) {
                choices(reading, statement, chosen).stream()
                        .filter(each -> !says(title, each.question(), each.language()))
                        .filter(each -> chosen.stream().noneMatch(each::clashes))
                        .max(Comparator.comparingDouble(Choice::telling))
                        .ifPresent(chosen::add);
            }
        }
        chosen.sort(Comparator.comparingInt(Choice::sentence));
        var questions = chosen.stream().map(Choice::question).toList();
        return new Quiz(title, language(chosen), questions);
    }

    /// That of most.
    private static String language(List<Choice> chosen) {
        return chosen.stream()
                .collect(Collectors.groupingBy(Choice::language, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("und");
    }

    private static List<Choice> choices(
            QuizMaterial reading, Statement statement, List<Choice> chosen) {
        int number = statement.sentence();
        var source = reading.sources().get(number);
        var sentence = reading.material().sentences().get(number);
        var words = new QuizWords(sentence.language());
        var choices = new ArrayList<Choice>();
        for (var way : statement.ways()) {
            long used = chosen.stream().filter(each -> each.kind() == kind(way)).count();
            String text = text(way, statement.text(), words);
            String answer = answer(way, statement.text());
            choices.add(
                    new Choice(
                            number,
                            sentence.language(),
                            kind(way),
                            way.telling() - used * AGAIN,
                            new Question(text, answer, source, sentence.place())));
        }
        return choices;
    }

    private static Object kind(Way way) {
        return way instanceof Gap gap ? gap.kind() : way.getClass();
    }

    private static String text(Way way, String statement, QuizWords words) {
        return switch (way) {
            case Gap(var from, var to, _, _) ->
                    statement.substring(0, from) + GAP + statement.substring(to);
            case Defined defined -> words.what(defined);
            case Asked(var question) -> question;
        };
    }

    private static String answer(Way way, String statement) {
        return switch (way) {
            case Gap(var from, var to, _, _) -> statement.substring(from, to);
            case Defined defined -> defined.answer();
            case Asked _ -> statement;
        };
    }

    private static boolean says(String text, Question question, String language) {
        var answer = Terms.of(question.answer(), language);
        return answer.isEmpty()
                ? text.contains(question.answer())
                : Terms.of(text.replace(GAP, ' '), language).containsAll(answer);
    }
}

package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.summary.Summary.Action;
import dev.pharos.engine.summary.Summary.Line;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

/// What comes of a talk: by a vote, by a conclusion, and where somebody cannot.
final class ConcludedTest {

    private static Statements in(String language, String... turns) {
        return new Statements(Talks.talk(language, String.join("\n", turns)));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Shall we raise the fee to 50 pounds? | Five for, two against. | The fee is raised to 50 pounds.
                    de | Sollen wir den Beitrag auf 50 Euro erhöhen? | Fünf dafür, zwei dagegen. | Der Beitrag steigt auf 50 Euro.
                    ru | Может быть, поднимем взнос до 50 рублей? | Пять за, двое против. | Взнос повышается до 50 рублей.
                    """)
    void whatMostAreForIsDecided(String language, String asked, String voted, String outcome) {
        var found = in(language, "Anna: " + asked, "Tom: Hm.", "Anna: " + voted + " " + outcome);
        assertEquals(List.of(outcome), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I propose that we raise the fee to 50 pounds. | Agreed. | Two for, five against.
                    de | Ich schlage vor, den Beitrag auf 50 Euro zu erhöhen. | Einverstanden. | Zwei dafür, fünf dagegen.
                    ru | Предлагаю поднять взнос до 50 рублей. | Согласна. | Двое за, пять против.
                    """)
    void whatMostAreAgainstIsNot(String language, String proposed, String yes, String voted) {
        var found = in(language, "Anna: " + proposed, "Eva: " + yes, "Tom: " + voted);
        assertEquals(List.of(), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I suggest Saturday, 11 July. | I can't on the 11th. What about the 18th? | Fine with me. | So the summer party is on the 18th. | The summer party is on the 18th.
                    de | Ich schlage Samstag, den 11. Juli vor. | Da kann ich nicht. Wie wäre es mit dem 18. Juli? | Einverstanden. | Dann ist das Sommerfest am 18. Juli. | Dann ist das Sommerfest am 18. Juli.
                    """)
    void theLastProposalIsTheOneThatIsAccepted(
            String language, String first, String second, String yes, String end, String decided) {
        var found = in(language, "Anna: " + first, "Tom: " + second, "Eva: " + yes, "Anna: " + end);
        assertEquals(List.of(decided), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Then we have the old pump repaired. | Agreed.
                    de | Dann lassen wir die alte Pumpe reparieren. | Einverstanden.
                    ru | Тогда отдаём старый насос в ремонт. | Согласен.
                    """)
    void aConclusionThatAnotherAgreesToIsDecided(String language, String end, String yes) {
        var found = in(language, "Anna: " + end, "Tom: " + yes);
        assertEquals(1, found.decisions().size(), () -> "" + found.decisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Tom, please book the tent by 30 May. | I'm afraid I can't, I'm away. | All right, I'll book it. | by 30 May
                    de | Tom, reservier bitte bis zum 30. Mai das Zelt. | Ich kann da leider nicht. | Gut, ich übernehme das. | bis zum 30. Mai
                    """)
    void whatOneCannotDoIsTheTaskOfWhoTakesItOver(
            String language, String request, String no, String yes, String due) {
        var tasks = in(language, "Anna: " + request, "Tom: " + no, "Eva: " + yes).actions();
        assertEquals(List.of("Eva"), tasks.stream().map(Action::person).toList());
        assertEquals(due, tasks.getFirst().due());
        assertEquals(request, Objects.requireNonNull(tasks.getFirst().line().beside()).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Let's postpone the hives until autumn. | Who can speak to Mrs Hall? | Nobody? Then we leave that open.
                    de | Dann verschieben wir die Bienen auf den Herbst. | Wer spricht mit Frau Hall? | Niemand? Dann lassen wir das offen.
                    """)
    void whatIsLeftOpenTakesNothingBack(
            String language, String decided, String asked, String open) {
        var found =
                in(
                        language,
                        "Anna: Good morning everybody.",
                        "Anna: " + decided,
                        "Tom: OK.",
                        "Anna: " + asked + " " + open);
        assertEquals(1, found.decisions().size(), () -> "" + found.decisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | We agreed to hire a bus. | I propose 30 euros for the fee. | Two for, four against.
                    de | Wir haben beschlossen, einen Bus zu mieten. | Ich schlage für den Beitrag 30 Euro vor. | Zwei dafür, vier dagegen.
                    """)
    void aVoteTakesNothingElseBack(String language, String decided, String proposed, String voted) {
        var found = in(language, "Anna: " + decided, "Tom: " + proposed, "Eva: " + voted);
        assertEquals(List.of(decided), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Okay, the question remains open.
                    en | The motion was discussed at length, it wasn't unanimous.
                    de | Gut, die Frage bleibt offen.
                    ru | Хорошо, вопрос остаётся открытым.
                    ru | За вычетом налогов остаётся десять тысяч.
                    """)
    void whatStaysOpenIsNotDecided(String language, String open) {
        var found = in(language, "Anna: Hm.", "Tom: " + open, "Anna: Hm.");
        assertEquals(List.of(), texts(found.decisions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ru | Дети заболели. Пять человек пришли ко мне. Позвонить врачу до среды. | Позвонить врачу до среды.
                    de | Noch ist es kalt bei mir. Filter für die Pumpe kaufen. | Filter für die Pumpe kaufen.
                    en | My taps drip. Buy new filters. | Buy new filters.
                    """)
    void ofAMemoOnlyWhatIsToBeDoneIsATask(String language, String memo, String task) {
        var tasks = in(language, "Anna: " + memo).actions();
        assertEquals(List.of(task), tasks.stream().map(each -> each.line().text()).toList());
    }
}

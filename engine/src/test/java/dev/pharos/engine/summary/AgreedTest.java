package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.summary.Summary.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

/// How people agree, and what they leave to somebody.
final class AgreedTest {

    private static Statements in(String language, String lines) {
        return new Statements(Talks.talk(language, lines));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I suggest Friday the 3rd of May, the room is empty then. | Suits me. | Fine, so it is the 3rd of May. | Fine, so it is the 3rd of May.
                    en | We could take the ladders of the fire brigade. | A splendid idea, let us do that. | Hm. | A splendid idea, let us do that.
                    de | Ich bin dafür, dass wir die Stühle am 3. Mai holen. | Das passt mir. | Gut, dann holen wir sie am 3. Mai. | Gut, dann holen wir sie am 3. Mai.
                    de | Wir sollten die Leitern der Feuerwehr nehmen. | Dem stimme ich zu. | Ich auch, abgemacht. | Ich auch, abgemacht.
                    ru | Может, возьмём лестницы у пожарных? | Поддерживаю. | Ага. | Поддерживаю.
                    """)
    void praiseAcceptsAProposal(
            String language, String proposed, String yes, String then, String accepted) {
        var talk = "Anna: " + proposed + "\nTom: " + yes + "\nEva: " + then;
        var decisions = in(language, talk).decisions();
        assertEquals(List.of(proposed), texts(decisions));
        assertEquals(accepted, Objects.requireNonNull(decisions.getFirst().beside()).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | What if we sold the tickets dearer? | No, nobody pays that. | I agree with Tom, it stays at two pounds.
                    de | Wie wäre es, wenn wir die Karten teurer machen? | Auf keinen Fall, das zahlt keiner. | Ich bin auch dafür, der Preis bleibt bei zwei Euro.
                    ru | А может, поднимем цену билетов? | Нет, столько никто не заплатит. | Согласна с Томом, цена остаётся прежней.
                    """)
    void whoAgreesWithARefusalDecidesThatItStays(
            String language, String proposed, String no, String stays) {
        var talk = "Anna: " + proposed + "\nTom: " + no + "\nEva: " + stays;
        assertEquals(List.of(stays), texts(in(language, talk).decisions()));
    }

    @Test
    void whatStaysHasBesideItWhatWasTurnedDown() {
        var found =
                in(
                        "en",
                        "Anna: What if we sold the tickets dearer?\nTom: No, nobody pays that.\n"
                                + "Eva: I agree with Tom, it stays at two pounds.");
        assertEquals(
                "What if we sold the tickets dearer?",
                Objects.requireNonNull(found.decisions().getFirst().beside()).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Could someone check whether the lamp still works?
                    en | Somebody ought to ring the plumber.
                    de | Kann bitte jemand nachsehen, ob die Lampe noch geht?
                    de | Jemand sollte den Klempner anrufen.
                    ru | Может кто-нибудь проверить, работает ли лампа?
                    ru | Надо ещё купить лампу для подвала.
                    """)
    void whatSomebodyIsToDoIsATaskOfNobody(String language, String said) {
        var found =
                in(language, "Anna: " + said + "\nTom: The boat is dry. It has a new mast now.");
        var action = found.actions().getFirst();
        assertEquals(said, action.line().text());
        assertEquals(null, action.person());
        assertEquals(List.of(), texts(found.questions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Could somebody explain the second picture?
                    de | Kann jemand die zweite Folie sehen?
                    ru | Может кто-нибудь объяснить вторую картинку?
                    """)
    void whatIsAskedOnlyForTheMomentIsNoTask(String language, String said) {
        assertEquals(List.of(), in(language, "Anna: " + said).actions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | Vereinbart ist, dass Frau Lenz den Keller bis zum 3. Mai aufräumt und dass Kurt der Bank Bescheid gibt. | Frau Lenz, Kurt
                    en | It was also agreed that Ruth clears the cellar by 3 May and that Kurt tells the bank. | Ruth, Kurt
                    """)
    void whatIsAgreedIsADecisionAndATaskOfEach(String language, String said, String who) {
        var found = in(language, "Anna: " + said);
        assertEquals(List.of(said), texts(found.decisions()));
        assertEquals(
                who,
                String.join(
                        ", ",
                        found.actions().stream()
                                .map(each -> String.valueOf(each.person()))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Who paints the door? | Nobody has told us yet.
                    de | Und wohin kommt das Boot? | Das wissen wir noch nicht.
                    ru | Кто сыграет волка? | Пока неизвестно, узнаем потом.
                    """)
    void aQuestionIsOpenOnceAndNotItsAnswer(String language, String asked, String answered) {
        var found = in(language, "Anna: " + asked + "\nTom: " + answered);
        assertEquals(1, found.questions().size());
        assertEquals("Anna", found.questions().getFirst().speaker());
    }
}

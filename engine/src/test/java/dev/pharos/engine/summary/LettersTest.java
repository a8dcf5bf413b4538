package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What people write to one another, and how like two texts are.
final class LettersTest {

    private static Summary of(Material material) throws ProblemException {
        return new Summarizer(new HashingEmbedder())
                .summarise(material, Depth.STANDARD, List.of(), Progress.NONE);
    }

    private static Material letter(String language, String... paragraphs) {
        return Material.of(Talks.document(SourceKind.TEXT, language, paragraphs), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | From: Ida Holm;To: All;Subject: Re: New roof | Dear all, | The roof of the mill leaks. | Best wishes;Ida | New roof
                    de | Von: Ida Holm;An: Alle;Betreff: AW: Neues Dach | Liebe alle, | Das Dach der Mühle leckt. | Viele Grüße;Ida | Neues Dach
                    ru | От: Ида Хольм;Кому: Всем;Тема: Новая крыша | Дорогие друзья, | Крыша мельницы течёт. | С уважением;Ида | Новая крыша
                    """)
    void aLetterIsCalledByItsSubjectAndTellsNoGreeting(
            String language, String head, String dear, String text, String bye, String subject)
            throws ProblemException {
        var summary =
                of(letter(language, head.replace(';', '\n'), dear, text, bye.replace(';', '\n')));
        assertEquals(subject, summary.title());
        assertEquals(List.of(text), summary.overview().stream().map(Summary.Line::text).toList());
    }

    @Test
    void fewLinesAreCalledWhatTheirFirstOneTells() throws ProblemException {
        var note =
                letter(
                        "en",
                        "In short: the summer fair is on 6 June, from 10 to 16. "
                                + "The trampoline is off, the insurance would be 410 euros.");
        assertEquals("The summer fair is on 6 June", of(note).title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | Ja, das machen wir. | Mirja, hole uns bitte bis Freitag ab.
                    en | I have read it. | Tom paints the door.
                    """)
    void aSentenceEndsBehindASmallWord(String language, String one, String other) {
        assertEquals(List.of(one, other), Talks.texts(letter(language, one + " " + other)));
    }

    @Test
    void russianTextsSpeakOfTheSameByTheirNouns() {
        String mill = "Мельница на реке сгорела. Плотник чинит крышу мельницы и колесо.";
        String again = "Плотник починил колесо. Крыша мельницы у реки готова.";
        String chess = "Тренер предлагает новый кружок. Он хочет купить доски, это стоит дорого.";
        assertTrue(Phrasing.sameSubject(mill, again, "ru"));
        assertFalse(
                Phrasing.sameSubject(
                        chess, "Школа предлагает экскурсию. Она хочет купить билеты.", "ru"));
    }
}

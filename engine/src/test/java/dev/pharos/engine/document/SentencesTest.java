package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

final class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "It is 4,933,210.[281] New Zealand is an island.; It is 4,933,210.[281]|New Zealand is an island.",
                "They came late.[28][29] The others stayed.; They came late.[28][29]|The others stayed.",
                "He said \"no.\"[7] Then he went.; He said \"no.\"[7]|Then he went.",
                "See [12]. It is there.; See [12].|It is there.",
                "One. Two [3] is no end. Three.; One.|Two [3] is no end.|Three.",
            })
    void aReferenceMarkIsNeverCutAndStaysWithWhatItProves(String text, String sentences) {
        assertEquals(
                sentences,
                Sentences.in(text, 0, text.length(), "en").stream()
                        .map(span -> span.of(text))
                        .collect(Collectors.joining("|")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "de; Es wurde am 12. April 2019 geschlossen. Wir zogen ein.; Es wurde am 12. April 2019 geschlossen.|Wir zogen ein.",
                "de; Im 19. Jahrhundert brach der Turm. Wir blieben.; Im 19. Jahrhundert brach der Turm.|Wir blieben.",
                "de; Im Haus wohnen 12. Die Miete ist hoch.; Im Haus wohnen 12.|Die Miete ist hoch.",
                "en; He came at 12. The others left.; He came at 12.|The others left.",
                "ru; Их было 12. Они ушли.; Их было 12.|Они ушли.",
                "de; Es wurde am 3. Mai geschlossen. So war es.; Es wurde am 3. Mai geschlossen.|So war es.",
                "ru; Его построил купец Е. П. Ларин. Он умер.; Его построил купец Е. П. Ларин.|Он умер.",
                "ru; Т. В. Малова предлагает музей. Все за.; Т. В. Малова предлагает музей.|Все за.",
                "de; Er wurde geschossen, z. B. an der Leine. Das war spät.; Er wurde geschossen, z. B. an der Leine.|Das war spät.",
                "en; J. K. Smith came. She left.; J. K. Smith came.|She left.",
                "en; They chose plan B. The others left.; They chose plan B.|The others left.",
            })
    void aStopWithinADateOrANameEndsNoSentence(String language, String text, String sentences) {
        assertEquals(
                sentences,
                Sentences.in(text, 0, text.length(), language).stream()
                        .map(span -> span.of(text))
                        .collect(Collectors.joining("|")));
    }

    @Test
    @Timeout(20)
    void aLongListOfLettersIsReadOnce() {
        String list = "A. B. ".repeat(50_000);
        assertEquals(1, Sentences.in(list, 0, list.length(), "en").size());
    }
}

package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpeechTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | So, um, we have we have to, uh, paint the boat.   | We have to paint the boat.
                    en | Yeah, you know, the the boat is old.              | The boat is old.
                    en | The boat {vocalsound} is (laughter) old.          | The boat is old.
                    en | Well okay I mean, we paint it.                    | We paint it.
                    de | Ähm, also das Boot ist, äh, zu alt.               | Das Boot ist zu alt.
                    de | Ja, das das Boot ist halt alt, ne?                | Das Boot ist alt?
                    ru | Ну, вот, лодка, э-э, очень старая.                | Лодка очень старая.
                    fr | Le le bateau est vieux.                           | Le bateau est vieux.
                    """)
    void whatFillsPausesIsLeftOut(String language, String said, String clean) {
        assertEquals(clean, Speech.clean(said, language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Do you know the captain?
                    en | We like the boat and the kind of wood.
                    en | The code is 2 2 7 7.
                    en | Write {"title": "Roses"} into the file {name}.
                    en | (We painted the boat in spring.)
                    de | Die, die das Boot kennen, helfen.
                    de | Er hielt das Seil halb gespannt.
                    ru | Вы знаете капитана лодки?
                    """)
    void wordsThatMeanSomethingStay(String language, String said) {
        assertEquals(said, Speech.clean(said, language));
    }

    @ParameterizedTest
    @CsvSource({"en,Yeah. Okay.", "de,Ja genau.", "ru,Да конечно."})
    void agreeingIsEmpty(String language, String said) {
        assertTrue(Speech.empty(said, language));
        assertFalse(Speech.empty(said + " Bremen", language));
    }

    @ParameterizedTest
    @CsvSource({
        "[Music]",
        "[Applause.]",
        "(applause and cheering)",
        "♪ la la la ♪",
        "*door closes loudly*"
    })
    void musicAndNoisesAreNoWords(String heard) {
        assertEquals("", Speech.clean(heard, "en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The boat {vocalsound} is (laughter) old. *music*          | The boat is old.
                    en | [applause] The boat is {disfmarker} old [inaudible].      | The boat is old.
                    de | Das Boot (Gelächter) ist alt [lacht].                     | Das Boot ist alt.
                    ru | Лодка [смех] очень старая. (аплодисменты)                 | Лодка очень старая.
                    en | The boat (see annex 3) is [in our view] old, if a < b > c. | The boat (see annex 3) is [in our view] old, if a < b > c.
                    en | We th the model saw h hours from b boats.                     | We the model saw hours from boats.
                    en | Let f fall, the p plus, a t test and vitamin C come.          | Let f fall, the p plus, a t test and vitamin C come.
                    """)
    void marksOfNoisesGoAndWordsInBracketsStay(String language, String said, String clean) {
        assertEquals(clean, Speech.clean(said, language));
    }
}

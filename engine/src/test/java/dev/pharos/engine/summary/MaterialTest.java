package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.summary.Material.Sentence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class MaterialTest {

    @Test
    void aSpokenSentenceKnowsItsSecondsAndItsSpeaker() {
        var talk = Talks.talk("en", "Anna: We begin. The boat is old.\nTom: It is not.");
        var second = talk.sentences().get(1);
        assertEquals("The boat is old.", second.text());
        assertEquals("Anna", second.speaker());
        assertEquals(2 * Talks.WORD_MS, second.place().startMs());
        assertEquals(6 * Talks.WORD_MS, second.place().endMs());
        assertEquals("The boat is old.", second.words().quote());
        assertEquals(0.9, second.certainty(), 1e-6);
        assertEquals("Tom", talk.sentences().get(2).speaker());
    }

    @Test
    void theNameOfAVoiceIsNoPartOfWhatItSays() {
        var talk = Talks.talk("en", "Hon. Anna Berg: We begin. The boat is old.");
        assertEquals(List.of("We begin.", "The boat is old."), Talks.texts(talk));
    }

    @Test
    void aRecordingWhoseTextWasEditedHasNoTimes() {
        var transcript = Talks.transcript("en", "Anna: The boat is old.");
        var edited = Talks.document(SourceKind.RECORDING, "en", "The boat is very old.");
        var sentence = Material.of(edited, transcript, null).sentences().getFirst();
        assertEquals("The boat is very old.", sentence.text());
        assertNull(sentence.place().startMs());
    }

    @Test
    void paragraphsThatBeginWithNamesAreATalk() {
        var minutes =
                Material.of(
                        Talks.document(
                                SourceKind.TEXT,
                                "en",
                                "Anna: The boat is old.",
                                "Tom: It is not.",
                                "Anna: Look.",
                                "Tom: At what?"),
                        null);
        assertTrue(minutes.spoken());
        assertEquals(
                List.of("Anna", "Tom", "Anna", "Tom"),
                minutes.sentences().stream().map(Sentence::speaker).toList());
        assertEquals("The boat is old.", minutes.sentences().getFirst().text());
    }

    @Test
    void aColonAloneMakesNoTalk() {
        var text =
                Material.of(
                        Talks.document(SourceKind.TEXT, "en", "Note: the boat is old.", "It is."),
                        null);
        assertFalse(text.spoken());
        assertEquals("Note: the boat is old.", text.sentences().getFirst().text());
    }

    @Test
    void headingsAreNoSentencesButPlaces() {
        var text =
                Material.of(
                        Talks.document(SourceKind.NOTE, "en", "# The boat", "It is old."), null);
        assertEquals(List.of("It is old."), Talks.texts(text));
        assertEquals("The boat", text.sentences().getFirst().place().heading());
    }

    @Test
    void aGermanDateEndsNoSentenceAndAYearDoes() {
        var text =
                Talks.document(
                        SourceKind.NOTE,
                        "de",
                        "Wir fahren am 3. Dezember. Das war ein gutes Jahr. Wer kommt mit?");
        assertEquals(
                List.of("Wir fahren am 3. Dezember.", "Das war ein gutes Jahr.", "Wer kommt mit?"),
                Talks.texts(Material.of(text, null)));
    }

    @Test
    void aSentenceInAnotherLanguageIsKnownByIt() {
        var text =
                Talks.document(
                        SourceKind.NOTE,
                        "de",
                        "Das Boot ist alt und der Motor ist es auch.",
                        "The boat is old and the engine of it is old too.");
        assertEquals(
                List.of("de", "en"),
                Material.of(text, null).sentences().stream().map(Sentence::language).toList());
    }

    @Test
    void aYearEndsASentenceAndADayDoesNot() {
        var talk =
                Talks.talk(
                        "de",
                        "Anna: Das war im Jahr 2019. Das Boot kam am 3. Mai. Dann fuhr es ab.");
        assertEquals(
                List.of("Das war im Jahr 2019.", "Das Boot kam am 3. Mai.", "Dann fuhr es ab."),
                Talks.texts(talk));
    }

    @Test
    void aNoiseBetweenTwoSentencesDoesNotJoinThem() {
        var talk = Talks.talk("de", "Anna: Ja, mach ich. [lacht] Ich rufe morgen an.");
        assertEquals(List.of("Ja, mach ich.", "[lacht] Ich rufe morgen an."), Talks.texts(talk));
    }

    private static List<String> voices(Material material) {
        return material.sentences().stream()
                .map(each -> each.speaker() + ": " + each.text())
                .toList();
    }

    /// A Markdown reader turns the ends of lines into spaces.
    @ParameterizedTest
    @ValueSource(strings = {"\n", " "})
    void linesThatBeginWithNamesAreATalk(String between) {
        var minutes =
                Talks.document(
                        SourceKind.TEXT,
                        "de",
                        "Protokoll der Besprechung zum Hafen, 3. Mai",
                        "Anwesend: Frau Dr. Berg, Herr Yıldız, Frau Lind.",
                        String.join(
                                between,
                                "Frau Dr. Berg: Der Steg ist morsch.",
                                "Er trägt niemanden mehr.",
                                "Herr Yıldız: Das Holz kostet 900 Euro.",
                                "Frau Dr. Berg: Dann sperren wir ihn.",
                                "Herr Yıldız: Gut.",
                                "Frau Lind: Ich hänge ein Schild auf."));
        var material = Material.of(minutes, null);
        assertTrue(material.spoken());
        assertEquals("Protokoll der Besprechung zum Hafen, 3. Mai", material.title());
        assertEquals(
                List.of(
                        "null: Anwesend: Frau Dr. Berg, Herr Yıldız, Frau Lind.",
                        "Frau Dr. Berg: Der Steg ist morsch.",
                        "Frau Dr. Berg: Er trägt niemanden mehr.",
                        "Herr Yıldız: Das Holz kostet 900 Euro.",
                        "Frau Dr. Berg: Dann sperren wir ihn.",
                        "Herr Yıldız: Gut.",
                        "Frau Lind: Ich hänge ein Schild auf."),
                voices(material));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n"})
    void theLineAboveTheFirstVoiceIsTheTitle(String below) {
        String said =
                "Ольга Петрова: Причал закрыт.\nИван Ким: Да.\nОльга Петрова: Когда откроем?\nИван Ким: В мае.";
        String text = "Совещание о причале, 3 мая" + below + said;
        var chat = Talks.document(SourceKind.TEXT, "ru", text.split("\n\n"));
        var material = Material.of(chat, null);
        assertEquals("Совещание о причале, 3 мая", material.title());
        assertEquals("Ольга Петрова: Причал закрыт.", voices(material).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lecture 7: How tides work", "Tides: what moves them"})
    void aTitleMayHaveAColon(String title) {
        var lecture =
                Talks.document(
                        SourceKind.TEXT,
                        "en",
                        title,
                        "The moon pulls on the water.",
                        "Most coasts have two tides a day.");
        var material = Material.of(lecture, null);
        assertEquals(title, material.title());
        assertEquals("null: The moon pulls on the water.", voices(material).getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We open on 3 October.\n\n> On 4 May Tom wrote:\n> We open on 19 September.",
                "> We open on 19 September.\nWe open on 3 October.",
            })
    void theLetterThatIsAnsweredIsNotWhatTheWriterSays(String text) {
        var mail = Talks.document(SourceKind.TEXT, "en", text.split("\n\n"));
        assertEquals(List.of("null: We open on 3 October."), voices(Material.of(mail, null)));
    }

    @Test
    void aTextOfQuotedLinesAloneIsRead() {
        var thread = Talks.document(SourceKind.TEXT, "en", "> We open on 19 September.");
        assertEquals(1, Material.of(thread, null).sentences().size());
    }

    @Test
    void aTitleIsPartOfTheNameBehindIt() {
        var minutes =
                Talks.document(
                        SourceKind.TEXT,
                        "de",
                        "Frau Dr. Berg: Der Steg ist morsch.",
                        "Tom: Wer sperrt ihn?",
                        "Frau Dr. Berg: Die Stadt.",
                        "Tom: Gut.");
        assertEquals(
                List.of("Frau Dr. Berg", "Tom", "Frau Dr. Berg", "Tom"),
                Material.of(minutes, null).sentences().stream().map(Sentence::speaker).toList());
    }

    @Test
    void aFormIsNoTalk() {
        var addresses =
                Talks.document(
                        SourceKind.TEXT,
                        "en",
                        "Name: Anna Berg\nPhone: 123",
                        "Name: Tom Lind\nPhone: 456",
                        "Name: Eva Holm\nPhone: 789");
        assertFalse(Material.of(addresses, null).spoken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Dr. Anna Berg showed in 2021 that the pier is old.
                    en | We asked Prof. Anna Berg about the pier.
                    de | Das hat Frau Dr. Anna Berg 2021 gezeigt.
                    ru | Это показала проф. Анна Берг в 2021 году.
                    """)
    void aTitleBeforeANameEndsNoSentence(String language, String text) {
        var read = Material.of(Talks.document(SourceKind.TEXT, language, text), null);
        assertEquals(List.of(text), Talks.texts(read));
    }
}

package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class TranscriptEditTest {
    private static final Transcript TALK =
            Talks.of(
                    Talks.said(1000, 2000, "the old light house"),
                    Talks.said(3000, 4000, "stands"));

    private static String words(Transcript transcript) {
        return transcript.segments().getFirst().words().stream()
                .map(word ->
                        word.text()
                                + " "
                                + word.startMs()
                                + "-"
                                + word.endMs()
                                + (word.doubtful() ? "?" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String reworded(String text) {
        var edited = TranscriptEdit.text(TALK, 0, text);
        assertEquals(text.strip(), edited.segments().getFirst().text());
        return words(edited);
    }

    @Test
    void anotherWordHasTheTimeOfTheOneItReplaces() {
        assertEquals(
                "the 1000-1250?, new 1250-1500, light 1500-1750?, house 1750-2000?",
                reworded("the new light house"));
    }

    @Test
    void moreWordsShareTheTimeOfThoseTheyReplace() {
        assertEquals(
                "the 1000-1250?, old 1250-1500?, lighthouse 1500-2000",
                reworded("the old lighthouse"));
        assertEquals(
                "the 1000-1250?, very 1250-1375, aged 1375-1500, light 1500-1750?, house 1750-2000?",
                reworded(" the very aged light house\n"));
    }

    @Test
    void aWordThatIsPutInHasTheTimeOfTheGap() {
        var gap =
                Talks.of(
                        new Segment(
                                0,
                                900,
                                null,
                                "a b",
                                List.of(new Word("a", 100, 200, 1), new Word("b", 600, 700, 1))));
        assertEquals(
                "x 0-100, a 100-200, y 200-600, b 600-700, z 700-900",
                words(TranscriptEdit.text(gap, 0, "x a y b z")));
    }

    @Test
    void wordsThatAreTakenOutLeaveTheOthersAlone() {
        assertEquals("the 1000-1250?, house 1750-2000?", reworded("the house"));
    }

    @Test
    void chineseIsChangedCharacterByCharacter() {
        var talk =
                Talks.of(
                        new Segment(
                                0,
                                400,
                                null,
                                "你好世界。",
                                List.of(
                                        new Word("你好", 0, 200, 0.25f),
                                        new Word("世界。", 200, 500, 0.25f))));
        assertEquals(
                "你 0-100?, 们 100-200, 世 200-300?, 界。 300-500?",
                words(TranscriptEdit.text(talk, 0, "你们世界。")));
    }

    @Test
    void theSameTextChangesNothing() {
        assertEquals(TALK, TranscriptEdit.text(TALK, 0, " the old light house "));
    }

    @Test
    void aSegmentWithoutTextIsGone() {
        assertEquals(TALK.with(TALK.segments().subList(1, 2)), TranscriptEdit.text(TALK, 0, " \n"));
    }

    @Test
    void aSegmentWithoutTimesOfWordsGetsNone() {
        var talk = Talks.of(new Segment(0, 1000, null, "one two", List.of()));
        assertEquals("", words(TranscriptEdit.text(talk, 0, "one three")));
    }

    @RepeatedTest(200)
    void noEditMakesTimesRunBackwards() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var said = Talks.random(random);
        for (int i = 0; i < said.segments().size(); i++) {
            var text = new StringBuilder();
            for (var word : (said.segments().get(i).text() + " x y z").split("\\s+")) {
                text.append(random.nextInt(3) == 0 ? "new" : word);
                text.append(random.nextInt(4) == 0 ? "" : " ");
            }
            long last = 0;
            for (var word :
                    TranscriptEdit.text(said, i, text.toString()).segments().get(i).words()) {
                assertTrue(word.startMs() >= last, () -> "seed " + seed);
                last = word.startMs();
            }
        }
    }

    @Test
    void aBookPastedIntoALineEnds() {
        var book = "word and ".repeat(200_000);
        var talk = Talks.of(Talks.said(0, 60_000, "a word or two ".repeat(1000).strip()));
        assertEquals(
                400_000, TranscriptEdit.text(talk, 0, book).segments().getFirst().words().size());
    }

    @Test
    void aVoiceWithAnotherOnesNameIsThatOne() {
        var talk =
                Talks.of(
                        Talks.said(0, 1, "a").spokenBy("0"),
                        Talks.said(1, 2, "b").spokenBy("Anna"),
                        Talks.said(2, 3, "c").spokenBy("1"));
        assertEquals(List.of("Anna", "1"), TranscriptEdit.speaker(talk, "0", " Anna ").speakers());
        assertEquals(List.of("Anna", "1"), TranscriptEdit.speaker(talk, "0", " ").speakers());
    }

    @Test
    void oneSegmentCanHaveAnotherVoice() {
        var talk = TranscriptEdit.speakerOf(TALK, 1, "Bo");
        assertEquals(List.of("Bo"), talk.speakers());
        assertSame(TALK.segments().get(0), talk.segments().get(0));
    }

    @Test
    void aConfirmedWordIsNoLongerDoubtful() {
        assertEquals(
                "the 1000-1250?, old 1250-1500, light 1500-1750?, house 1750-2000?",
                words(TranscriptEdit.confirm(TALK, 0, 1)));
    }

    @Test
    void aSplitGivesEachPartItsWords() {
        var split = TranscriptEdit.split(TALK, 0, 1).segments();
        var words = TALK.segments().getFirst().words();
        assertEquals(
                List.of(
                        new Segment(1000, 1250, null, "the", words.subList(0, 1)),
                        new Segment(1250, 2000, null, "old light house", words.subList(1, 4)),
                        TALK.segments().get(1)),
                split);
    }

    @Test
    void aSplitWithoutTimesOfWordsSharesTheTime() {
        var talk = Talks.of(new Segment(0, 1000, "A", "four, sixes", List.of()));
        assertEquals(
                List.of(
                        new Segment(0, 500, "A", "four,", List.of()),
                        new Segment(500, 1000, "A", "sixes", List.of())),
                TranscriptEdit.split(talk, 0, 1).segments());
    }

    @Test
    void thereIsNoSplitBeforeTheFirstWordOrBehindTheLast() {
        assertThrows(IllegalArgumentException.class, () -> TranscriptEdit.split(TALK, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> TranscriptEdit.split(TALK, 0, 4));
    }

    @Test
    void joiningUndoesASplit() {
        assertEquals(TALK, TranscriptEdit.join(TranscriptEdit.split(TALK, 0, 2), 0));
    }

    @Test
    void chineseIsJoinedWithoutABlank() {
        var talk =
                Talks.of(
                        new Segment(0, 1, null, "你好，", List.of()),
                        new Segment(1, 2, null, "世界", List.of()));
        assertEquals("你好，世界", TranscriptEdit.join(talk, 0).segments().getFirst().text());
    }
}

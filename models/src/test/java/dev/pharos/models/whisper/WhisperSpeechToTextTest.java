package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The demo model in the real process.
class WhisperSpeechToTextTest {

    @TempDir private static Path cache;
    private static Options options;
    private static WhisperSpeechToText speech;

    @BeforeAll
    static void start() throws ProblemException {
        options = options("en");
        speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT);
    }

    @AfterAll
    static void end() {
        speech.close();
    }

    private static Options options(String language) throws ProblemException {
        Path demo = new LocalSpeechModels(cache.resolve("none"), cache).find(SpeechModels.DEMO);
        return new Options(demo, language, false, null, 0);
    }

    private static Recognised recognise(Clip clip) throws ProblemException {
        return speech.recognise(clip.samples(), options, Progress.NONE);
    }

    private static String text(Recognised recognised) {
        return recognised.segments().stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    @Test
    void whatIsSaidIsWrittenDown() throws Exception {
        assertEquals(
                "A weekly paper might remember your next morning about a short note.",
                text(recognise(Clip.bundled("sentence-00"))));
    }

    @Test
    void everySentenceIsASegmentOfItsOwn() throws Exception {
        var segments = recognise(Clip.bundled("paragraph-0")).segments();
        assertEquals(
                List.of(
                        "Maria and Anna might close the first student.",
                        "A simple market might stop a new idea today.",
                        "We need eight pages to discuss your lesson.",
                        "That river must update the market."),
                segments.stream().map(Segment::text).toList());
    }

    @Test
    void wordsComeInOrderWithinTheirSegment() throws Exception {
        for (var segment : recognise(Clip.bundled("paragraph-0")).segments()) {
            long last = segment.startMs();
            for (var word : segment.words()) {
                assertTrue(
                        word.startMs() >= last && word.endMs() <= segment.endMs(), word::toString);
                last = word.startMs();
            }
        }
    }

    @Test
    void theSameSoundGivesTheSameResultWhateverCameBefore() throws Exception {
        var clip = Clip.bundled("dialogue-0");
        var first = recognise(clip);
        recognise(Clip.bundled("sentence-07"));
        assertEquals(first, recognise(clip));
    }

    @Test
    void soundShorterThanASecondIsRecognisedToo() throws Exception {
        var clip = Clip.bundled("sentence-00");
        var beginning = Arrays.copyOf(clip.samples(), 13_000);
        var segments = speech.recognise(beginning, options, Progress.NONE).segments();
        assertFalse(segments.isEmpty());
        assertTrue(segments.getLast().endMs() <= 813, segments::toString);
    }

    @Test
    void nothingIsHeardInNoSound() throws Exception {
        assertEquals(List.of(), speech.recognise(new float[0], options, Progress.NONE).segments());
    }

    @Test
    void nothingIsHeardInDigitalSilence() throws Exception {
        assertEquals(
                List.of(),
                speech.recognise(new float[SpeechToText.LONGEST], options, Progress.NONE)
                        .segments());
    }

    @Test
    void anEnglishModelFindsEnglishByItself() throws Exception {
        var clip = Clip.bundled("sentence-00");
        assertEquals(
                "en",
                speech.recognise(clip.samples(), options(SpeechToText.AUTO), Progress.NONE)
                        .language());
    }

    @Test
    void anEnglishModelRefusesAnotherLanguage() throws Exception {
        var clip = Clip.bundled("sentence-00");
        var german = options("de");
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> speech.recognise(clip.samples(), german, Progress.NONE));
        assertEquals(new Problem.LanguageUnknown("de", "demo"), thrown.problem());
    }
}

package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Transcripts that went out as text, were read by a person, and come back.
class TimedTextTest {
    private static final Transcript TALK =
            new Transcript(
                    "en",
                    70_000,
                    "base.en",
                    "CPU",
                    List.of(
                            new Segment(
                                    500,
                                    900,
                                    "Anna",
                                    "Good morning.",
                                    List.of(
                                            new Word("Good", 500, 650, 0.5f),
                                            new Word("morning.", 650, 900, 0.75f))),
                            new Segment(
                                    1_010,
                                    2_000,
                                    "Anna",
                                    "Shall we?",
                                    List.of(
                                            new Word("Shall", 1_010, 1_500, 1),
                                            new Word("we?", 1_500, 2_000, 1))),
                            new Segment(65_000, 70_000, null, "2. *Yes* <we> shall.", List.of())),
                    true);

    @TempDir Path folder;

    private static String written(TranscriptFormat format, boolean times) throws Exception {
        var out = new ByteArrayOutputStream();
        format.write(TALK, "A talk #1", new Shown(times, true), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Transcript read(TranscriptFormat format, String text) throws Exception {
        var file = Files.writeString(folder.resolve("talk." + format.id()), text);
        return Recall.of(format.read(file, new DirectExtractor()), TALK);
    }

    @ParameterizedTest
    @EnumSource(names = {"TXT", "MD"})
    void whatNobodyChangedComesBackAsItWas(TranscriptFormat format) throws Exception {
        assertEquals(TALK.segments(), read(format, written(format, true)).segments());
    }

    @ParameterizedTest
    @EnumSource(names = {"TXT", "MD"})
    void aCorrectedLineKeepsTheTimesOfTheWordsThatStayed(TranscriptFormat format) throws Exception {
        var corrected = written(format, true).replace("morning", "evening");

        var words =
                read(format, corrected).segments().stream()
                        .flatMap(segment -> segment.words().stream())
                        .toList();

        assertEquals(
                List.of(
                        new Word("Good", 500, 650, 0.5f),
                        new Word("evening.", 650, 900, 1),
                        new Word("Shall", 1_010, 1_500, 1),
                        new Word("we?", 1_500, 2_000, 1)),
                words);
    }

    @ParameterizedTest
    @EnumSource(names = {"TXT", "MD"})
    void aLineThatSomebodyHasBrokenIsStillOne(TranscriptFormat format) throws Exception {
        var broken = written(format, true).replace("Good morning", "Good\nmorning");

        assertEquals(TALK.segments(), read(format, broken).segments());
    }

    @ParameterizedTest
    @EnumSource(names = {"TXT", "MD"})
    void aTextWithoutTimesSaysThatItLacksThem(TranscriptFormat format) throws Exception {
        var text = written(format, false);

        var e = assertThrows(ProblemException.class, () -> read(format, text));

        assertEquals(new Problem.TimesMissing(folder.resolve("talk." + format.id())), e.problem());
    }

    private static Transcript said(String... speakersAndTexts) {
        var segments = new Segment[speakersAndTexts.length / 2];
        for (int i = 0; i < segments.length; i++) {
            var speaker = speakersAndTexts[2 * i];
            segments[i] =
                    new Segment(
                            i * 10_000L,
                            i * 10_000L + 1_000,
                            speaker.isEmpty() ? null : speaker,
                            speakersAndTexts[2 * i + 1],
                            List.of());
        }
        return Talks.of(segments);
    }

    @ParameterizedTest
    @EnumSource
    void wordsAndNamesAreNeverTakenForEachOther(TranscriptFormat format) throws Exception {
        for (var talk :
                List.of(
                        said("", "Note: buy milk.", "", "Note: call Ben."),
                        said("Anna", "Hello there.", "Ben", "Hello."),
                        said("Anna", "Hello.", "", "A noise.", "Anna", "What?", "", "Anna: mine."),
                        said("Dr. No: the 2nd", "Hello.", "Dr. No: the 2nd", "Note: leave."))) {
            var file = folder.resolve("talk." + format.id());
            try (var out = Files.newOutputStream(file)) {
                format.write(talk, "A talk", new Shown(true, true), out);
            }

            var read = format.read(file, new DirectExtractor());

            assertEquals(lines(talk), lines(read));
        }
    }

    private static List<String> lines(Transcript talk) {
        return talk.segments().stream().map(each -> each.speaker() + "|" + each.text()).toList();
    }

    @Test
    void aWordDocumentComesBackWithItsTimesAndVoices() throws Exception {
        var file = folder.resolve("talk.docx");
        try (var out = Files.newOutputStream(file)) {
            TranscriptFormat.DOCX.write(TALK, "A talk #1", new Shown(true, true), out);
        }

        var read = TranscriptFormat.DOCX.read(file, new DirectExtractor());

        assertEquals(TALK.segments(), Recall.of(read, TALK).segments());
    }

    @Test
    void aWordDocumentThatIsNoTranscriptIsNotTakenForOne() throws Exception {
        var file = folder.resolve("minutes.docx");
        try (var out = Files.newOutputStream(file);
                var document = new XWPFDocument()) {
            for (var line : List.of("Minutes", "We met.", "12:00:00 Lunch")) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(out);
        }

        var e =
                assertThrows(
                        ProblemException.class,
                        () -> TranscriptFormat.DOCX.read(file, new DirectExtractor()));

        assertEquals(new Problem.TimesMissing(file), e.problem());
    }

    @Test
    void namesBeforeEveryLineAreVoicesWhereOneComesBack() throws Exception {
        var talk = "[00:00:01] Anna: Hello.\n[00:00:02] 2: Yes?\n[00:00:03] Anna: Note: stop.\n";
        var file = Files.writeString(folder.resolve("talk.txt"), talk);

        var read = TranscriptFormat.TXT.read(file, new DirectExtractor());

        assertEquals(List.of("Anna", "2"), read.speakers());
        assertEquals("Note: stop.", read.segments().getLast().text());
    }

    @Test
    void aColonInOneLineIsNoVoice() throws Exception {
        var talk = "[00:00:01] Note: stop.\n[00:00:02] Yes?\n[00:00:03] Note: go.\n";
        var file = Files.writeString(folder.resolve("talk.txt"), talk);

        assertEquals(List.of(), TranscriptFormat.TXT.read(file, new DirectExtractor()).speakers());
    }
}

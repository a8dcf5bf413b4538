package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class SubtitlesTest {
    private static final Shown ALL = new Shown(true, true);

    @TempDir private Path folder;

    private static byte[] written(TranscriptFormat format, Transcript transcript, Shown shown)
            throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(transcript, "Title", shown, out);
        return out.toByteArray();
    }

    private Transcript read(TranscriptFormat format, byte[] bytes)
            throws IOException, ProblemException {
        return format.read(
                Files.write(folder.resolve("a." + format.id()), bytes), new DirectExtractor());
    }

    private List<Segment> srt(String text) throws IOException, ProblemException {
        return read(TranscriptFormat.SRT, text.getBytes(StandardCharsets.UTF_8)).segments();
    }

    private List<Segment> vtt(String text) throws IOException, ProblemException {
        return read(TranscriptFormat.VTT, text.getBytes(StandardCharsets.UTF_8)).segments();
    }

    private static Segment line(long startMs, long endMs, String text) {
        return new Segment(startMs, endMs, null, text, List.of());
    }

    @RepeatedTest(200)
    void vttKeepsSpeakersWordsAndTimes() throws Exception {
        long seed = System.nanoTime();
        var talk = Talks.random(new Random(seed));
        assertEquals(
                talk,
                read(TranscriptFormat.VTT, written(TranscriptFormat.VTT, talk, ALL)),
                () -> "seed " + seed);
    }

    @RepeatedTest(200)
    void srtKeepsTextsAndTimes() throws Exception {
        long seed = System.nanoTime();
        var talk = Talks.random(new Random(seed));
        if (talk.segments().isEmpty()) {
            return;
        }
        var bytes = written(TranscriptFormat.SRT, talk, new Shown(true, false));
        var expected =
                talk.segments().stream()
                        .map(said -> line(said.startMs(), said.endMs(), said.text()))
                        .toList();
        assertEquals(expected, read(TranscriptFormat.SRT, bytes).segments(), () -> "seed " + seed);
    }

    @RepeatedTest(200)
    void srtKeepsWhoSpeaks() throws Exception {
        long seed = System.nanoTime();
        var talk = Talks.random(new Random(seed));
        if (talk.segments().isEmpty()) {
            return;
        }
        var expected =
                talk.segments().stream()
                        .map(said ->
                                line(said.startMs(), said.endMs(), said.text())
                                        .spokenBy(said.speaker()))
                        .toList();
        var bytes = written(TranscriptFormat.SRT, talk, ALL);
        assertEquals(expected, read(TranscriptFormat.SRT, bytes).segments(), () -> "seed " + seed);
    }

    @Test
    void overlapsAndEmptyTextsAreKept() throws Exception {
        var talk = Talks.of(line(0, 5_000, "a"), line(1_000, 2_000, ""), line(1_000, 1_000, "c"));
        for (var format : List.of(TranscriptFormat.SRT, TranscriptFormat.VTT)) {
            assertEquals(talk.segments(), read(format, written(format, talk, ALL)).segments());
        }
    }

    @Test
    void textThatLooksLikeTheFormatStaysText() throws Exception {
        var talk =
                Talks.of(
                        line(0, 1, "1\n00:00:01,000 --> 00:00:02,000\n\n2"),
                        line(1, 2, "WEBVTT\n\nNOTE 1:05 --> 1:06"));
        for (var format : List.of(TranscriptFormat.SRT, TranscriptFormat.VTT)) {
            assertEquals(talk.segments(), read(format, written(format, talk, ALL)).segments());
        }
    }

    @Test
    void srtShowsSpeakersInTheText() throws Exception {
        var talk = Talks.of(line(0, 1500, "Hello.").spokenBy("Anna"));
        assertEquals(
                "1\n00:00:00,000 --> 00:00:01,500\nAnna: \u2063Hello.\n\n",
                new String(written(TranscriptFormat.SRT, talk, ALL), StandardCharsets.UTF_8));
    }

    @Test
    void vttReadsAsOthersWriteIt() throws Exception {
        var talk =
                Talks.of(
                        new Segment(
                                0,
                                1500,
                                "Anna",
                                "Hi there.",
                                List.of(
                                        new Word("Hi", 0, 400, 1),
                                        new Word("there.", 500, 1500, 1))));
        assertEquals(
                """
                WEBVTT
                Language: en

                00:00:00.000 --> 00:00:01.500
                <v Anna>Hi<00:00:00.400> <00:00:00.500>there.
                """,
                new String(written(TranscriptFormat.VTT, talk, ALL), StandardCharsets.UTF_8));
    }

    @Test
    void withoutTimesVttLeavesOutThoseOfWords() throws Exception {
        var talk = Talks.of(Talks.said(0, 1000, "one two"));
        assertEquals(
                "WEBVTT\nLanguage: en\n\n00:00:00.000 --> 00:00:01.000\none two\n",
                new String(
                        written(TranscriptFormat.VTT, talk, new Shown(false, true)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void badNumbersAndMissingBlankLinesDoNotMatter() throws Exception {
        assertEquals(
                List.of(
                        line(1000, 2000, "one"),
                        line(3000, 4000, "two"),
                        line(5000, 6000, "3\n\nx")),
                srt(
                        """
                        7
                        00:00:01,000 --> 00:00:02,000
                        one
                        7
                        00:00:03.000-->00:00:04.000 X1:100 X2:200
                        two

                        00:00:05,000 --> 00:00:06,000
                        3

                        x\
                        """));
    }

    @Test
    void marksAtTheBeginningAndCarriageReturnsDoNotMatter() throws Exception {
        assertEquals(
                List.of(line(1000, 2000, "one\ntwo"), line(3000, 4000, "three")),
                srt(
                        "\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\ntwo\r\n\r\n2\r\n"
                                + "00:00:03,000 --> 00:00:04,000\r\nthree\r\n"));
    }

    @Test
    void oldEncodingsAreRead() throws Exception {
        var text =
                "1\n00:00:01,000 --> 00:00:02,000\nПривет, это старый файл с субтитрами.\n\n"
                        + "2\n00:00:03,000 --> 00:00:04,000\nИ ещё одна строка на русском языке.\n";
        var file = text.getBytes(Charset.forName("windows-1251"));
        assertEquals(
                "Привет, это старый файл с субтитрами.",
                read(TranscriptFormat.SRT, file).segments().getFirst().text());
    }

    @Test
    void notesStylesNamesAndSettingsOfVttAreNoText() throws Exception {
        assertEquals(
                List.of(
                        line(1000, 2000, "one"),
                        line(3000, 4000, "Esme & \"co\"").spokenBy("Ann Lee"),
                        line(3_600_000 * 123L, 3_600_000 * 123L + 1, "bold")),
                vtt(
                        """
                        WEBVTT - A title
                        Kind: captions

                        STYLE
                        ::cue(b) { color: red }

                        NOTE this is
                        no cue

                        first
                        00:01.000 --> 00:02.000 align:start position:0%
                        one

                        NOTE between

                        00:03.000 --> 00:04.000
                        <v.loud Ann Lee><c.x>Esme</c> &amp; &quot;co&quot;</v>

                        123:00:00.000 --> 123:00:00.001
                        <b>bold</b>
                        """));
    }

    @Test
    void twoVoicesInOneCueAreTwoSegments() throws Exception {
        assertEquals(
                List.of(line(0, 4000, "Who?").spokenBy("A"), line(0, 4000, "Me.").spokenBy("B")),
                vtt("WEBVTT\n\n00:00.000 --> 00:04.000\n<v A>Who?</v>\n<v B>Me.</v>\n").stream()
                        .map(said -> line(0, 4000, said.text().strip()).spokenBy(said.speaker()))
                        .toList());
    }

    @Test
    void timesThatRunBackwardsEndWhereTheyBegin() throws Exception {
        assertEquals(
                List.of(line(1000, 3000, "b"), line(5000, 5000, "a")),
                srt(
                        "1\n00:00:05,000 --> 00:00:02,000\na\n\n2\n00:00:01,000 --> 00:00:03,000\nb\n"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TranscriptFormat.class,
            names = {"SRT", "VTT", "JSON"})
    void garbageIsDamaged(TranscriptFormat format) throws Exception {
        long seed = System.nanoTime();
        var bytes = new byte[10_000];
        new Random(seed).nextBytes(bytes);
        for (var garbage :
                List.of(
                        bytes,
                        "-->\n--> 1:2\n".repeat(10_000).getBytes(StandardCharsets.UTF_8),
                        "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                        "9:".repeat(200_000).getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "just a letter".getBytes(StandardCharsets.UTF_8))) {
            var error = assertThrows(ProblemException.class, () -> read(format, garbage));
            assertEquals(
                    new Problem.DamagedFile(folder.resolve("a." + format.id())),
                    error.problem(),
                    "seed " + seed);
        }
    }

    @Test
    void whatIsNotThereOrEmptySaysSo() throws Exception {
        var none = folder.resolve("none.srt");
        var error =
                assertThrows(
                        ProblemException.class,
                        () -> TranscriptFormat.SRT.read(none, new DirectExtractor()));
        assertEquals(new Problem.FileMissing(none), error.problem());
        var empty = assertThrows(ProblemException.class, () -> vtt(""));
        assertEquals(new Problem.EmptyFile(folder.resolve("a.vtt")), empty.problem());
    }
}

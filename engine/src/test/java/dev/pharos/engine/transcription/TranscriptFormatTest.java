package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class TranscriptFormatTest {
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
                            new Segment(1000, 2000, "Anna", "Shall we?", List.of()),
                            new Segment(65_000, 70_000, null, "2. *Yes* <we> shall.", List.of())),
                    false);

    @TempDir private Path folder;

    private static byte[] bytes(TranscriptFormat format, Transcript talk, Shown shown)
            throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(talk, "A talk #1", shown, out);
        return out.toByteArray();
    }

    private static String text(TranscriptFormat format, boolean times, boolean speakers)
            throws IOException {
        return new String(bytes(format, TALK, new Shown(times, speakers)), StandardCharsets.UTF_8);
    }

    @Test
    void textWithTimesHasALineForEachSegment() throws IOException {
        assertEquals(
                """
                [00:00:00] Anna: \u2063Good morning.
                [00:00:01] Anna: \u2063Shall we?
                [00:01:05] 2. *Yes* <we> shall.
                """,
                text(TranscriptFormat.TXT, true, true));
    }

    @Test
    void textWithoutTimesHasParagraphs() throws IOException {
        assertEquals(
                "Good morning. Shall we?\n\n2. *Yes* <we> shall.\n",
                text(TranscriptFormat.TXT, false, false));
    }

    @Test
    void markdownHasTimesAndSpeakers() throws IOException {
        assertEquals(
                """
                # A talk \\#1

                [00:00:00] **Anna:** Good morning. Shall we?

                [00:01:05] 2\\. \\*Yes\\* \\<we\\> shall.
                """,
                text(TranscriptFormat.MD, true, true));
    }

    @RepeatedTest(100)
    void wordsThatLookLikeMarkdownStayWords() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var said = new StringBuilder("x");
        for (int i = 0; i < 12; i++) {
            said.append(" #*_`[]()<>&|~!-+=.12a\\:\"'".charAt(random.nextInt(26)));
        }
        var start = said.deleteCharAt(0).append('x').toString().strip();
        var talk = Talks.of(new Segment(0, 1, null, start, List.of()));
        var markdown =
                new String(
                        bytes(TranscriptFormat.MD, talk, new Shown(false, false)),
                        StandardCharsets.UTF_8);
        var paragraph = Parser.builder().build().parse(markdown).getLastChild();
        assertEquals(Paragraph.class, paragraph == null ? null : paragraph.getClass(), markdown);
        assertEquals(
                start.replaceAll("\\s+", " "),
                paragraph == null ? "" : new TextCollectingVisitor().collectAndGetText(paragraph),
                () -> "seed " + seed);
    }

    @Test
    void jsonIsWhatTheContractSays() throws IOException {
        assertEquals(
                """
                {
                  "language" : "en",
                  "durationMs" : 70000,
                  "model" : "base.en",
                  "device" : "CPU",
                  "segments" : [ {
                    "startMs" : 500,
                    "endMs" : 900,
                    "speaker" : "Anna",
                    "text" : "Good morning.",
                    "words" : [ {
                      "text" : "Good",
                      "startMs" : 500,
                      "endMs" : 650,
                      "confidence" : 0.5
                    }, {
                      "text" : "morning.",
                      "startMs" : 650,
                      "endMs" : 900,
                      "confidence" : 0.75
                    } ]
                  } ]
                }
                """,
                new String(
                        bytes(
                                TranscriptFormat.JSON,
                                new Transcript(
                                        "en",
                                        70_000,
                                        "base.en",
                                        "CPU",
                                        TALK.segments().subList(0, 1),
                                        true),
                                new Shown(true, true)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void jsonKeepsEverything() throws Exception {
        var file = folder.resolve("a.json");
        Files.write(file, bytes(TranscriptFormat.JSON, TALK, new Shown(true, true)));
        assertEquals(TALK, TranscriptFormat.JSON.read(file, new DirectExtractor()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"segments\":null}",
                "{\"segments\":[{\"startMs\":5,\"endMs\":1,\"text\":\"\",\"words\":[]}]}",
                "{\"segments\":[{\"startMs\":-5,\"endMs\":1,\"text\":\"\",\"words\":[]}]}",
                "{\"segments\":[{\"startMs\":0,\"endMs\":1,\"words\":[]}]}",
                "{\"segments\":[{\"startMs\":0,\"endMs\":1,\"text\":\"a\",\"words\":[{}]}]}",
                "{\"segments\":[null]}",
            })
    void jsonThatIsNoTranscriptIsDamaged(String json) throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), json);
        var error =
                assertThrows(
                        ProblemException.class,
                        () -> TranscriptFormat.JSON.read(file, new DirectExtractor()));
        assertEquals(new Problem.DamagedFile(file), error.problem());
    }

    @Test
    void jsonNeedsNoMoreThanTextsAndTimes() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("a.json"),
                        "{\"segments\":[{\"startMs\":0,\"endMs\":1,\"text\":\"a\"}]}");
        assertEquals(
                new Transcript(
                        "und", 1, "", "", List.of(new Segment(0, 1, null, "a", List.of())), true),
                TranscriptFormat.JSON.read(file, new DirectExtractor()));
    }

    @Test
    void aWordDocumentHasStyledParagraphsAndFollowsItsSchema() throws Exception {
        var bytes = bytes(TranscriptFormat.DOCX, TALK, new Shown(true, true));
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertEquals(
                    List.of(
                            "Title|A talk #1",
                            "Speech|00:00:00  Anna: \u2063Good morning. Shall we?",
                            "Speech|00:01:05  2. *Yes* <we> shall."),
                    document.getParagraphs().stream()
                            .map(paragraph -> paragraph.getStyle() + "|" + paragraph.getText())
                            .toList());
            var styles = document.getStyles();
            for (var style : List.of("Title", "Speech", "Time", "Speaker")) {
                assertTrue(styles.styleExist(style), style);
            }
            assertTrue(document.getDocument().validate());
            assertTrue(styles().validate());
        }
    }

    private static StylesDocument styles() throws Exception {
        try (var xml = TranscriptFormat.class.getResourceAsStream("word-styles.xml")) {
            return StylesDocument.Factory.parse(xml);
        }
    }

    @Test
    void charactersThatXmlCannotHoldDoNotDamageAWordDocument() throws IOException {
        var talk = Talks.of(new Segment(0, 1, "\u0001", "a\u0000b\uD800c\uFFFE😀", List.of()));
        var bytes = bytes(TranscriptFormat.DOCX, talk, new Shown(false, false));
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertEquals("abc😀", document.getParagraphs().getLast().getText());
        }
    }

    @Test
    void aTranscriptOfNothingIsAFileAllTheSame() throws IOException {
        for (var format : TranscriptFormat.values()) {
            var out = bytes(format, Talks.of(), new Shown(true, true));
            assertEquals(
                    format == TranscriptFormat.TXT || format == TranscriptFormat.SRT,
                    out.length == 0,
                    format.id());
        }
    }

    @Test
    void theTargetStaysOpen() throws IOException {
        var out =
                new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void close() {
                        throw new AssertionError("closed");
                    }
                };
        for (var format : TranscriptFormat.values()) {
            format.write(TALK, "", new Shown(true, true), out);
        }
    }
}

package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class PlainTextReaderTest {

    private static final Map<String, String> WORDS =
            Map.of(
                    "ru",
                            "Комитет снова соберётся во вторник, чтобы обсудить бюджет города и школы.",
                    "en",
                            "The committee will meet again on Tuesday to discuss the budget of the town.",
                    "fr",
                            "Le comité se réunira de nouveau à l’été pour évaluer où l’argent a été dépensé.",
                    "pl",
                            "Komisja zbierze się ponownie we wtorek, żeby omówić źródła budżetu i zażółcić gęślą jaźń.",
                    "ja", "委員会は火曜日に再び会合を開き、市の予算について話し合う予定です。学校の問題も議題になります。",
                    "zh", "委员会将于星期二再次开会讨论城市的预算问题，学校的问题也将列入议程。");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "en, UTF-8",
        "ru, UTF-8",
        "ja, UTF-8",
        "en, UTF-16LE",
        "ru, UTF-16BE",
        "ru, UTF-16LE",
        "zh, UTF-16LE",
        "ja, UTF-16BE",
        "ru, windows-1251",
        "ru, KOI8-R",
        "ru, IBM866",
        "fr, windows-1252",
        "pl, windows-1250",
        "ja, Shift_JIS",
        "ja, EUC-JP",
        "zh, GBK"
    })
    void textInAnyCommonEncodingIsReadAsItWasWritten(String language, String charset)
            throws IOException, ProblemException {
        var words = WORDS.get(language) + "\n\n" + WORDS.get(language);
        var file = file("notes.txt", words.getBytes(Charset.forName(charset)));
        var document = new DirectExtractor().extract(file, file);
        assertEquals(words, document.text());
        assertEquals(language, document.language());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aByteOrderMarkSettlesTheEncodingAndIsNoText(Charset charset)
            throws IOException, ProblemException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFFnaïve".getBytes(charset));
        var file = file("notes.txt", bytes.toByteArray());
        assertEquals("naïve", new DirectExtractor().extract(file, file).text());
    }

    @Test
    void blankLinesSetParagraphsApart() throws IOException, ProblemException {
        var file =
                file(
                        "plan.txt",
                        "One line\r\nand its second.\r\n  \r\n\r\nAnother.\r\n"
                                .getBytes(StandardCharsets.UTF_8));
        var document = new DirectExtractor().extract(file, Path.of("The plan.txt"));
        assertEquals(
                List.of("PARAGRAPH One line\nand its second.", "PARAGRAPH Another."),
                Shown.blocks(document));
        assertEquals("The plan", document.title());
        assertEquals(SourceKind.TEXT, document.kind());
    }

    @Test
    void everyLongLineIsAParagraph() throws IOException, ProblemException {
        var line = "All that we know of the lighthouse comes from its keepers. ".repeat(5).strip();
        var file = file("a.txt", (line + "\n" + line).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("PARAGRAPH " + line, "PARAGRAPH " + line),
                Shown.blocks(new DirectExtractor().extract(file, file)));
    }

    @Test
    void aStrayControlCharacterDoesNotMakeAShortTextUnreadable()
            throws IOException, ProblemException {
        var file = file("dos.txt", "Oil for a year.\u001A".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("PARAGRAPH Oil for a year."),
                Shown.blocks(new DirectExtractor().extract(file, file)));
    }

    @Test
    void everyLineOfSeparatedValuesIsARow() throws IOException, ProblemException {
        var file = file("a.csv", "name,height\nNorth,31\n".getBytes(StandardCharsets.UTF_8));
        var document = new DirectExtractor().extract(file, file);
        assertEquals(
                List.of("TABLE_ROW name,height", "TABLE_ROW North,31"), Shown.blocks(document));
        assertEquals("text/csv", document.mediaType());
        assertEquals(SourceKind.SPREADSHEET, document.kind());
    }

    @Test
    void lettersWithSomeBinaryAmongThemAreNoChineseText() throws IOException {
        var bytes =
                "%/LRPDF-1.3\n%QDF-1.0\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n"
                        .repeat(40)
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 100; i < bytes.length; i += 500) {
            bytes[i] = 0;
        }
        var file = file("broken.pdf", bytes);
        var e =
                assertThrows(
                        ProblemException.class, () -> new DirectExtractor().extract(file, file));
        assertEquals(new Problem.DamagedFile(file), e.problem());
    }

    @ParameterizedTest
    @CsvSource({"list.m3u8, #EXTM3U\\na.mp3", "x.amr, #!AMR"})
    void whatIsForPlayersIsNoText(String name, String text) throws IOException {
        var file = file(name, text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        var e =
                assertThrows(
                        ProblemException.class, () -> new DirectExtractor().extract(file, file));
        assertInstanceOf(Problem.UnsupportedFormat.class, e.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"talk.wav", "talk.mp3", "talk.m4a", "plan.png"})
    void whatIsCalledSoundOrAPictureAndIsNoneIsDamaged(String name) throws IOException {
        var file = file(name, "nothing of it is left".getBytes(StandardCharsets.UTF_8));
        assertEquals(new Problem.DamagedFile(file), refused(file));
    }

    @Test
    void theFirstBytesOfSoundAreNoText() throws IOException {
        for (var name : List.of("talk.wav", "talk")) {
            var file = file(name, "RIFF\10\4\1\1WAVEfmt ".getBytes(StandardCharsets.UTF_8));
            assertEquals(new Problem.UnsupportedFormat(file, "audio/vnd.wave"), refused(file));
        }
    }

    @Test
    void whoWritesOfSoundWritesText() throws Exception {
        var file =
                file("notes.txt", "OggS is how such files begin.".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "OggS is how such files begin.", new DirectExtractor().extract(file, file).text());
    }

    private static Problem refused(Path file) {
        return assertThrows(ProblemException.class, () -> new DirectExtractor().extract(file, file))
                .problem();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "'Anna: The pump is old.\nTom: It costs 90 pounds.\nAnna: Then we buy one.', 3",
        "'The pump is old and costs\nninety pounds. Then we buy\na new one in May.', 1"
    })
    void linesThatEndSentencesAreParagraphs(String text, int paragraphs) {
        var found = new ArrayList<String>();
        PlainTextReader.paragraphs(text, found::add);
        assertEquals(paragraphs, found.size(), found::toString);
    }
}

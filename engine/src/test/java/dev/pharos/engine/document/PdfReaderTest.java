package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.ProblemException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;

class PdfReaderTest {

    @TempDir Path folder;

    @Test
    void linesBecomeParagraphsAndLargeLettersHeadings() throws IOException, ProblemException {
        var document =
                read(
                        List.of(
                                new Words(SampleFiles.BOLD, 20, 72, 760, "Lamps"),
                                new Words(72, 720, "The lamp was lit at dusk and burned un-"),
                                new Words(72, 706, "til the ships had all come home to the"),
                                new Words(72, 692, "harbour."),
                                new Words(72, 664, "Its glass was cleaned every morning."),
                                new Words(SampleFiles.BOLD, 14, 72, 630, "Oil")),
                        List.of(new Words(72, 760, "Whale oil gave way to paraffin.")));
        assertEquals(
                List.of(
                        "HEADING1 p1 Lamps",
                        "PARAGRAPH p1 The lamp was lit at dusk and burned until the ships had all come home to the harbour.",
                        "PARAGRAPH p1 Its glass was cleaned every morning.",
                        "HEADING2 p1 Oil",
                        "PARAGRAPH p2 Whale oil gave way to paraffin."),
                Shown.blocks(document));
        assertEquals("Lamps", document.title());
        assertEquals(SourceKind.PDF, document.kind());
        SharedDocumentsTest.assertFits(document);
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws IOException, ProblemException {
        var document =
                read(
                        List.of(
                                new Words(72, 700, "The left column begins here and it"),
                                new Words(72, 686, "ends at the bottom, where the sentence"),
                                new Words(320, 700, "goes on at the top of the right one"),
                                new Words(320, 686, "until it stops.")));
        assertEquals(
                List.of(
                        "PARAGRAPH p1 The left column begins here and it ends at the bottom, where the sentence"
                                + " goes on at the top of the right one until it stops."),
                Shown.blocks(document));
    }

    @Test
    void cellsOfATableStandInRowsAndListItemsAlone() throws IOException, ProblemException {
        var document =
                read(
                        List.of(
                                new Words(72, 700, "lamp"),
                                new Words(150, 700, "oil"),
                                new Words(72, 686, "A"),
                                new Words(150, 686, "3 l"),
                                new Words(72, 640, "1. Fill the lamp"),
                                new Words(72, 626, "2. Light it")));
        assertEquals(
                List.of(
                        "TABLE_ROW p1 lamp\toil",
                        "TABLE_ROW p1 A\t3 l",
                        "LIST_ITEM1 p1 1. Fill the lamp",
                        "LIST_ITEM1 p1 2. Light it"),
                Shown.blocks(document));
    }

    @Test
    void aBulletFarFromItsWordsBelongsToThem() throws IOException, ProblemException {
        var document =
                read(
                        List.of(
                                new Words(72, 700, "!"),
                                new Words(108, 700, "Fill the lamp with oil before the"),
                                new Words(108, 686, "evening comes")));
        assertEquals(
                List.of("LIST_ITEM1 p1 ! Fill the lamp with oil before the evening comes"),
                Shown.blocks(document));
    }

    @Test
    void aRaisedNumberDoesNotBreakItsParagraph() throws IOException, ProblemException {
        var document =
                read(
                        List.of(
                                new Words(72, 700, "The lamp was lit at dusk and burned until"),
                                new Words(SampleFiles.PLAIN, 6, 300, 712, "1"),
                                new Words(72, 686, "the ships had come home.")));
        assertEquals(
                List.of(
                        "PARAGRAPH p1 The lamp was lit at dusk and burned until the ships had come home.",
                        "PARAGRAPH p1 1"),
                Shown.blocks(document));
    }

    @Test
    void lettersDrawnTwiceToLookBoldCountOnce() throws IOException, ProblemException {
        var document =
                read(List.of(new Words(72, 700, "balloon"), new Words(72.3f, 700, "balloon")));
        assertEquals("balloon", document.text());
    }

    @Test
    void theFileTellsItsTitleAuthorsAndDates() throws IOException, ProblemException {
        var file = folder.resolve("a.pdf");
        try (var pdf = new PDDocument()) {
            SampleFiles.addPage(pdf, List.of(new Words(72, 700, "Text.")));
            var time = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            time.setTimeInMillis(Instant.parse("2020-02-03T04:05:06Z").toEpochMilli());
            pdf.getDocumentInformation().setTitle("On lamps");
            pdf.getDocumentInformation().setAuthor("Ada North; Bo South");
            pdf.getDocumentInformation().setCreationDate(time);
            pdf.save(file.toFile());
        }
        var document = new DirectExtractor().extract(file, file);
        assertEquals("On lamps", document.title());
        assertEquals(List.of("Ada North", "Bo South"), document.authors());
        assertEquals(Instant.parse("2020-02-03T04:05:06Z"), document.created());
    }

    @Test
    void aPdfWithoutTextIsAnEmptyDocument() throws IOException, ProblemException {
        var document = read(List.of());
        assertEquals("", document.text());
        assertTrue(document.complete());
    }

    @Test
    void aFileCutOffInTheMiddleGivesWhatIsLeft() throws IOException, ProblemException {
        var whole = folder.resolve("whole.pdf");
        SampleFiles.pdf(
                whole,
                List.of(new Words(72, 700, "First.")),
                List.of(new Words(72, 700, "Second.")));
        var bytes = Files.readAllBytes(whole);
        var cut = folder.resolve("cut.pdf");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 300));
        var document = new DirectExtractor().extract(cut, cut);
        assertTrue(document.text().contains("First."));
        assertFalse(document.complete());
    }

    @SafeVarargs
    private Document read(List<Words>... pages) throws IOException, ProblemException {
        var file = SampleFiles.pdf(folder.resolve("a.pdf"), pages);
        return new DirectExtractor().extract(file, file);
    }
}

package dev.pharos.ui;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A few small documents on lighthouses.
final class Samples {
    static final String ESSAY =
            """
            ---
            title: The lighthouse of Pharos
            author: I. Keeper
            tags: [lighthouse, history]
            ---
            # The lighthouse of Pharos

            The tower stood on the island of Pharos, in front of the harbour of Alexandria. It was built of light stone blocks under Ptolemy II, in the third century before our era.

            ## How it shone

            A fire burned at the top through the night, and a polished mirror threw its light far over the sea. Sailors are said to have seen it from fifty kilometres away.

            - By day, smoke rose from the tower.
            - By night, the flame was doubled by the mirror.
            - In fog, keepers blew a horn.

            > Whoever saw the light knew that the harbour was near.

            ## How it ended

            Earthquakes damaged the tower in 956, in 1303 and in 1323. What was left of its stones went into the fortress of Qaitbay, which stands on the same place to this day.

            | Year | What happened |
            |------|---------------|
            | 956 | First heavy earthquake |
            | 1303 | The upper part falls |
            | 1480 | The fortress is built |
            """;
    static final String LENS =
            """
            # Notes on the Fresnel lens

            Augustin Fresnel cut a large lens into rings, so that it could be thin and light. The lens was first used in 1823 in the lighthouse of Cordouan, at the mouth of the Gironde.

            A first-order lens weighs several tonnes and floats on a bath of mercury, so that clockwork can turn it without effort.
            """;
    static final List<String> LOG =
            List.of(
                    "The keeper's log",
                    "The lamp is lit half an hour before sunset and put out at sunrise.",
                    "The wick is trimmed every four hours; without that the glass blackens.",
                    "In the winter of 1871 the oil froze and had to be warmed on the stove.",
                    "A storm in March broke two panes. The mate replaced them from the store.",
                    "Four hundred litres of rapeseed oil were burned in that year.");

    private Samples() {}

    /// Writes all of them, among them files that cannot be read, and gives their folder.
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pharos.md"), ESSAY);
        Files.writeString(folder.resolve("fresnel.md"), LENS);
        Files.writeString(
                folder.resolve("harbours.txt"),
                "Harbours of the ancient world\n\nAlexandria had two harbours, divided by a mole"
                        + " of seven stadia. Ships from the east brought papyrus, glass and"
                        + " grain.\n\nOstia was the harbour of Rome; its lighthouse followed the"
                        + " example of Pharos.\n");
        Files.writeString(
                folder.resolve("museum.html"),
                "<html lang=en><head><title>Museum of lights</title></head><body><main>"
                        + "<h1>Museum of lights</h1><p>The museum keeps forty lamps, from oil to"
                        + " electric arc. It opens at ten and closes at six.</p><p>Guided tours"
                        + " climb the tower on Sundays.</p></main></body></html>");
        pdf(folder.resolve("log.pdf"));
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.write(
                folder.resolve("picture.png"),
                new byte[] {
                    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
                });
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nthis is no PDF");
        return folder;
    }

    /// Three pages; the log stands on the second one, low on the page.
    static void pdf(Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle("The keeper's log");
            pdf.getDocumentInformation().setAuthor("J. Mate");
            page(
                    pdf,
                    720,
                    List.of(
                            "Rules of the station",
                            "Every keeper stands watch for four hours.",
                            "No visitor enters the lantern room."));
            page(pdf, 380, LOG);
            page(
                    pdf,
                    720,
                    List.of(
                            "Stores",
                            "Oil, wicks, glass, rope, flour and coal arrive by boat each quarter."));
            pdf.save(file.toFile());
        }
    }

    private static void page(PDDocument pdf, float top, List<String> lines) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
        PDFont plain = new PDType1Font(FontName.TIMES_ROMAN);
        try (var out = new PDPageContentStream(pdf, page)) {
            float y = top;
            for (int i = 0; i < lines.size(); i++) {
                out.beginText();
                out.setFont(i == 0 ? bold : plain, i == 0 ? 20 : 13);
                out.newLineAtOffset(72, y);
                out.showText(lines.get(i));
                out.endText();
                y -= i == 0 ? 40 : 34;
            }
        }
    }
}

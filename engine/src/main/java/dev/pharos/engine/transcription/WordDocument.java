package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/// Transcripts as Word documents (Office Open XML): a title, then paragraphs, each led by its time
/// and its voice. The looks are styles, so that the reader can change them all at once.
final class WordDocument {
    private static final String STYLES = "word-styles.xml";
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private WordDocument() {}

    static void write(Transcript transcript, String title, Shown shown, OutputStream out)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createStyles().setStyles(styles());
            document.getProperties().getCoreProperties().setTitle(clean(title));
            if (!title.isBlank()) {
                run(paragraph(document, "Title"), null, title.strip());
            }
            var paragraphs = Paragraphs.of(transcript.segments());
            var leads = leads(paragraphs, shown);
            for (int i = 0; i < leads.size(); i++) {
                var said = paragraphs.get(i);
                var paragraph = paragraph(document, "Speech");
                if (shown.times()) {
                    run(paragraph, "Time", Timecode.full(said.startMs()) + "  ");
                }
                if (!leads.get(i).isEmpty()) {
                    run(paragraph, "Speaker", leads.get(i));
                }
                run(paragraph, null, said.text());
            }
            document.write(bytes);
        }
        bytes.writeTo(out);
    }

    /// Only what has times can be read back.
    private static List<String> leads(List<Paragraphs.Paragraph> paragraphs, Shown shown) {
        return shown.times()
                ? Voices.leads(
                        paragraphs.stream()
                                .map(each -> new Voices.Said(each.speaker(), each.text()))
                                .toList())
                : paragraphs.stream().map(each -> Voices.lead(each.speaker())).toList();
    }

    private static CTStyles styles() throws IOException {
        try (var xml = WordDocument.class.getResourceAsStream(STYLES)) {
            return StylesDocument.Factory.parse(xml).getStyles();
        } catch (XmlException e) {
            throw new IllegalStateException(STYLES, e);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, @Nullable String style, String text) {
        var run = paragraph.createRun();
        if (style != null) {
            run.setStyle(style);
        }
        run.setText(clean(text));
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}

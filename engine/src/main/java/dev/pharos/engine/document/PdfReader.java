package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TreeMap;

/// PDF by PDFBox: the text of each page in blocks, headings told by the size of their letters. A
/// scan gives no text. Scripts, actions and attachments in the file are ignored.
final class PdfReader implements DocumentReader {

    private static final int MAX_PAGES = 20_000;
    private static final int IN_MEMORY = 16 << 20;
    private static final int TAIL = 2048;
    private static final float HEADING_SIZE = 1.15f;
    private static final int HEADING_LENGTH = 150;

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException, ProblemException {
        if (!endsAsItShould(file)) {
            draft.incomplete();
        }
        try (var pdf = open(file)) {
            facts(pdf, draft);
            pages(pdf, draft);
        } catch (InvalidPasswordException e) {
            throw new ProblemException(new Problem.PasswordProtected(name), e);
        }
    }

    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                Files.size(file) <= IN_MEMORY
                        ? new RandomAccessReadBuffer(Files.readAllBytes(file))
                        : new RandomAccessReadBufferedFile(file.toFile()));
    }

    /// Whether the end of the file is there; without it PDFBox still finds most pages.
    private static boolean endsAsItShould(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - TAIL));
            var tail = new byte[(int) Math.min(TAIL, in.length())];
            in.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("startxref");
        }
    }

    private static void pages(PDDocument pdf, Draft draft) throws IOException {
        var glyphs = new PdfGlyphs();
        var sizes = new ArrayList<PdfBlock>();
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            if (number > MAX_PAGES || draft.full()) {
                draft.incomplete();
                break;
            }
            var blocks = PdfLayout.blocks(glyphs.of(page, draft::incomplete));
            var starts = PdfLayout.addTo(draft, number, blocks);
            for (int i = 0; i < blocks.size(); i++) {
                if (starts.get(i) >= 0) {
                    sizes.add(blocks.get(i).withoutGlyphs());
                }
            }
        }
        if (number == 0) {
            throw new IOException("no page");
        }
        draft.property("pages", String.valueOf(number));
        headings(sizes, draft);
    }

    /// What is clearly larger than the running text, or bold and short, is a heading; larger sizes
    /// are higher levels.
    private static void headings(List<PdfBlock> blocks, Draft draft) {
        float body = bodySize(blocks);
        var sizes = new TreeMap<Integer, Integer>(java.util.Comparator.reverseOrder());
        for (var block : blocks) {
            if (isHeading(block, body)) {
                sizes.put(Math.round(block.em()), 0);
            }
        }
        int level = 0;
        for (var size : sizes.entrySet()) {
            size.setValue(Math.min(6, ++level));
        }
        draft.reclassify((i, block) ->
                block.kind() == Block.Kind.PARAGRAPH && isHeading(blocks.get(i), body)
                        ? new Block(
                                Block.Kind.HEADING,
                                sizes.getOrDefault(Math.round(blocks.get(i).em()), 6),
                                block.page(),
                                block.start(),
                                block.end())
                        : block);
    }

    private static boolean isHeading(PdfBlock block, float body) {
        if (block.length() > HEADING_LENGTH
                || block.cells()
                || !block.hasLetters()
                || block.rotated()) {
            return false;
        }
        return block.em() >= body * HEADING_SIZE
                || block.bold() && block.em() >= body * 0.95f && !block.endsSentence();
    }

    private static float bodySize(List<PdfBlock> blocks) {
        var letters = new TreeMap<Integer, Integer>();
        for (var block : blocks) {
            letters.merge(Math.round(block.em() * 2), block.length(), Integer::sum);
        }
        return letters.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() / 2f)
                .orElse(10f);
    }

    private static void facts(PDDocument pdf, Draft draft) {
        try {
            var facts = pdf.getDocumentInformation();
            draft.title(facts.getTitle());
            authors(facts.getAuthor(), draft);
            draft.property("subject", facts.getSubject());
            draft.property("keywords", facts.getKeywords());
            created(facts.getCreationDate(), facts.getModificationDate(), draft);
        } catch (RuntimeException _) {
            draft.incomplete();
        }
    }

    private static void authors(@Nullable String names, Draft draft) {
        if (names != null) {
            for (var name :
                    names.split(names.contains(";") ? ";" : "\\s+and\\s+|,\\s+(?=\\S+\\s)")) {
                draft.author(name);
            }
        }
    }

    private static void created(@Nullable Calendar made, @Nullable Calendar changed, Draft draft) {
        draft.created(made == null ? null : made.toInstant());
        draft.modified(changed == null ? null : changed.toInstant());
    }
}

package dev.pharos.app.measure;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.IsolatedExtractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Pages a second of the extractor against poppler's `pdftotext`, both on all processors, on the
/// same files, in turns.
final class PdfText implements Measurement {
    private static final int ROUNDS = 3;
    private static final int PAGES = 300;
    private static final int LINES = 45;
    private static final int WIDTH = 85;

    @Override
    public String title() {
        return "3. PDF text against pdftotext";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        if (!poppler("-v")) {
            return List.of(Figure.of("not measured", "needs pdftotext: install poppler-utils"));
        }
        var figures = new ArrayList<Figure>();
        try (var extractor = new IsolatedExtractor()) {
            var long300 =
                    Collections.nCopies(
                            2 * Bench.cores(),
                            made(bench, PAGES, 4, bench.folder().resolve("made.pdf")));
            figures.addAll(compared("a made PDF of " + PAGES + " pages", long300, extractor));
            var documents = bench.shared("documents");
            if (documents.isPresent()) {
                var files = new ArrayList<Path>();
                pdfs(documents.get()).forEach(pdf -> files.addAll(Collections.nCopies(5, pdf)));
                Collections.shuffle(files, new Random(1));
                figures.addAll(compared("PDFs of all kinds", files, extractor));
            } else {
                figures.add(Bench.lacking("documents"));
            }
        }
        return figures;
    }

    private static List<Figure> compared(String what, List<Path> all, Extractor extractor)
            throws Exception {
        var files = new ArrayList<Path>();
        var left = new HashSet<Problem>();
        long pages = 0;
        for (var file : all) {
            try {
                var count = extractor.extract(file, file).properties().get("pages");
                pages += Long.parseLong(String.valueOf(count));
                files.add(file);
            } catch (ProblemException e) {
                left.add(e.problem());
            }
        }
        if (!left.isEmpty()) {
            Bench.tell("left out: " + left);
        }
        onAllCores(files, file -> extractor.extract(file, file));
        var ours = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var byProcessor = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var us = onAllCores(files, file -> extractor.extract(file, file));
            var they = onAllCores(files, file -> poppler(file.toString(), "-"));
            ours.add(pages / us.wall());
            ratios.add(they.wall() / us.wall());
            byProcessor.add(they.cpu() / us.cpu());
        }
        return List.of(
                Figure.of(
                        what + ", pages a second",
                        "%,.0f (%,d pages)",
                        Sample.of(ours).median(),
                        pages),
                Figure.atLeast(0.5, what + ", ratio by the clock", Sample.of(ratios).median()),
                Figure.atLeast(
                        0.5, what + ", ratio by processor time", Sample.of(byProcessor).median()));
    }

    private interface Read {
        Object text(Path file) throws Exception;
    }

    private static Clock onAllCores(List<Path> files, Read read) throws Exception {
        return Clock.of(() -> {
            try (var threads = Executors.newFixedThreadPool(Bench.cores())) {
                var jobs =
                        files.stream()
                                .map(file -> (Callable<Object>) () -> read.text(file))
                                .toList();
                for (var job : threads.invokeAll(jobs)) {
                    job.get();
                }
            }
            return files;
        });
    }

    private static boolean poppler(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("pdftotext"));
        Collections.addAll(command, arguments);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out = process.getInputStream()) {
                out.readAllBytes();
            }
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    private static String line(MadeText text) {
        var words = text.text(WIDTH / 4).replaceAll("[^ -~]", "");
        return words.substring(0, Math.min(WIDTH, words.length()));
    }

    /// As dense as a page of a book.
    static Path made(Bench bench, int pages, long seed, Path file)
            throws IOException, ProblemException {
        var text = MadeText.from(bench, seed);
        var font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(font, 10);
                    content.setLeading(15);
                    content.newLineAtOffset(50, 740);
                    for (int line = 0; line < LINES; line++) {
                        content.showText(line(text));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }
}

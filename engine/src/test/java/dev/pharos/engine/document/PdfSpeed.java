package dev.pharos.engine.document;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Compares the speed of [IsolatedExtractor] on PDFs with poppler's `pdftotext`, both on all
/// processors, on the same files: `PdfSpeed FOLDER [REPEATS]`, where FOLDER holds PDFs. Each round
/// reads every file REPEATS times (default 5) in a shuffled order; the first round is cold (the
/// child process starts in it). Prints pages a second and their ratio; machines differ, ratios
/// less.
final class PdfSpeed {

    private static final int ROUNDS = 4;

    private PdfSpeed() {}

    public static void main(String[] args) throws Exception {
        int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var files = pdfs(Path.of(args[0]));
        long pages = 0;
        var readable = new ArrayList<Path>();
        try (var direct = new DirectExtractor()) {
            for (var file : files) {
                try {
                    var count = direct.extract(file, file).properties().get("pages");
                    pages += Long.parseLong(String.valueOf(count)) * repeats;
                    readable.addAll(Collections.nCopies(repeats, file));
                } catch (ProblemException e) {
                    System.out.println("left out: " + e.problem());
                }
            }
        }
        Collections.shuffle(readable, new Random(1));
        try (var extractor = new IsolatedExtractor()) {
            for (int round = 1; round <= ROUNDS; round++) {
                double ours = seconds(readable, file -> extractor.extract(file, file).text());
                double theirs = seconds(readable, PdfSpeed::poppler);
                System.out.printf(
                        "round %d: %d pages, Pharos %.0f pages/s, pdftotext %.0f pages/s, ratio %.2f%n",
                        round, pages, pages / ours, pages / theirs, theirs / ours);
            }
        }
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    @FunctionalInterface
    private interface Read {
        String text(Path file) throws Exception;
    }

    private static double seconds(List<Path> files, Read read)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (var threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var jobs =
                    files.stream().map(file -> (Callable<String>) () -> read.text(file)).toList();
            for (var answer : threads.invokeAll(jobs)) {
                answer.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String poppler(Path file) throws IOException {
        var process =
                new ProcessBuilder("pdftotext", file.toString(), "-")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}

package dev.pharos.engine.library;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

/// What stands on each page of a file, read straight by the libraries of its format and not by
/// Pharos: letters and digits only, because these readers put blanks and line breaks elsewhere.
final class PrintedPages {
    private static final int RUN = 3;

    private final List<String> pages;

    private PrintedPages(List<String> pages) {
        this.pages = pages.stream().map(PrintedPages::letters).toList();
    }

    /// None for a file without pages.
    static PrintedPages of(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new PrintedPages(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "pdf" -> pdf(file);
                    case "pptx" -> slides(file);
                    case "xls", "xlsx" -> sheets(file);
                    case "epub" -> chapters(file);
                    default -> List.of();
                });
    }

    boolean none() {
        return pages.isEmpty();
    }

    /// Whether every three words of a quote that follow each other stand there as they do in it;
    /// numbers of footnotes may stand between them.
    boolean have(int page, String quote) {
        if (page < 1 || page > pages.size()) {
            return false;
        }
        String there = pages.get(page - 1);
        var words = List.of(quote.strip().split("[^\\p{L}\\p{N}]+"));
        return IntStream.rangeClosed(0, Math.max(0, words.size() - RUN))
                .mapToObj(i -> words.subList(i, Math.min(words.size(), i + RUN)))
                .map(run -> letters(String.join("", run)))
                .allMatch(run -> there.contains(run) || bare(there).contains(bare(run)));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String bare(String letters) {
        return letters.replaceAll("\\p{N}", "");
    }

    private static List<String> pdf(Path file) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(file.toFile())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static List<String> slides(Path file) throws IOException {
        var pages = new ArrayList<String>();
        try (var in = Files.newInputStream(file);
                var show = new XMLSlideShow(in)) {
            for (var slide : show.getSlides()) {
                var notes = slide.getNotes();
                pages.add(
                        xml(slide.getXmlObject().xmlText())
                                + (notes == null ? "" : xml(notes.getXmlObject().xmlText())));
            }
        }
        return pages;
    }

    private static String xml(String text) {
        return Jsoup.parse(text, Parser.xmlParser()).text();
    }

    private static List<String> sheets(Path file) throws IOException {
        var pages = new ArrayList<String>();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            var formatter = new DataFormatter();
            for (var sheet : book) {
                var page = new StringBuilder(sheet.getSheetName());
                sheet.forEach(
                        row -> row.forEach(cell -> page.append(formatter.formatCellValue(cell))));
                pages.add(page.toString());
            }
        }
        return pages;
    }

    private static List<String> chapters(Path file) throws IOException {
        var pages = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            var container = Jsoup.parse(entry(zip, "META-INF/container.xml"), Parser.xmlParser());
            String packed =
                    Objects.requireNonNull(container.selectFirst("*|rootfile")).attr("full-path");
            var book = Jsoup.parse(entry(zip, packed), Parser.xmlParser());
            String folder = packed.substring(0, packed.lastIndexOf('/') + 1);
            for (var item : book.select("*|spine > *|itemref")) {
                var chapter = book.getElementById(item.attr("idref"));
                String path = folder + Objects.requireNonNull(chapter).attr("href");
                pages.add(Jsoup.parse(entry(zip, path)).text());
            }
        }
        return pages;
    }

    private static String entry(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

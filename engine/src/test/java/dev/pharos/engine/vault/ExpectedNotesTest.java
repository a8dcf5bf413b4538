package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.SharedData;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Exports beside which lies what another importer makes of them.
class ExpectedNotesTest {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    @TempDir Path temp;

    @ParameterizedTest
    @CsvSource({
        "evernote, enex, 0.99",
        "csv, csv, 0.99",
        "tomboy, note, 0.99",
        "textbundle, textpack, 0.97",
        "textbundle, zip, 0.97",
    })
    void everyExpectedWordIsThere(String set, String ending, double least) throws IOException {
        Path folder = SharedData.folder("notes").resolve("import").resolve(set);
        int notes = 0;
        var wanted = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (Path export : exports(folder, ending)) {
            var unpacked = UnpackedNotes.of(export, temp);
            assertEquals(Map.of(), unpacked.failures, export.toString());
            var expected = expected(folder, export);
            var found = new ArrayList<String>();
            unpacked.files.forEach((name, bytes) -> {
                if (name.endsWith(".md")) {
                    found.addAll(tokens(Names.split(name)[0]));
                    found.addAll(tokens(new String(bytes, StandardCharsets.UTF_8)));
                }
            });
            notes += expected.size();
            for (String text : expected) {
                for (String token : tokens(text)) {
                    wanted.add(token);
                    if (!found.remove(token)) {
                        missing.add(token);
                    }
                }
            }
            assertTrue(
                    expected.size()
                            <= unpacked.files.keySet().stream()
                                    .filter(name -> name.endsWith(".md"))
                                    .count(),
                    export.toString());
        }
        double recall = 1 - (double) missing.size() / wanted.size();
        System.out.printf(
                "%s %s: %d notes, word recall %.4f, missing %s%n",
                set, ending, notes, recall, missing);
        assertTrue(recall >= least, () -> recall + ": " + missing);
    }

    private static List<Path> exports(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + ending)).sorted().toList();
        }
    }

    private static List<String> expected(Path folder, Path export) throws IOException {
        var stem = export.getFileName().toString().replaceFirst("\\.\\w+$", "");
        var texts = new ArrayList<String>();
        try (var files = Files.walk(folder.resolve("expected").resolve(stem))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(comparable(Files.readString(file)));
            }
        }
        return texts;
    }

    /// Without what is only a matter of taste: in which folder files lie, how properties are called
    /// and quoted, that empty ones are written.
    private static String comparable(String text) {
        return text.replaceAll("\\[\\[[^\\]]*?/(attachments|assets)/", "[[")
                .replace("changed:", "modified:")
                .replaceAll("(?m)^(\\w+): *$", "")
                .replaceAll("(?m)^Content: ", "")
                .replace("\\n", "\n");
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFC)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("(\\d\\d)z\\b", "$1"))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

package dev.pharos.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of the demo, and what is asked about them.
final class Samples {
    private static final String FOLDER = "/dev/pharos/app/demo/";

    /// A question and the proof that its answer must have; one without a source must be refused.
    ///
    /// @param source title of the source that proves it, or null
    /// @param page of that source, or null where it has none
    /// @param second of that source where the proof begins, or null where it is no recording
    /// @param words that the quoted passage holds
    record Question(
            String question,
            @Nullable String source,
            @Nullable Integer page,
            @Nullable Integer second,
            String words) {

        private static Question of(String line) {
            var cells = line.split("\t", -1);
            return new Question(
                    cells[0],
                    cells[1].isEmpty() ? null : cells[1],
                    number(cells[2]),
                    number(cells[3]),
                    cells[4]);
        }

        private static @Nullable Integer number(String cell) {
            return cell.isEmpty() ? null : Integer.valueOf(cell);
        }
    }

    private Samples() {}

    static List<Question> questions() throws IOException {
        return lines("questions.tsv").stream().map(Question::of).toList();
    }

    static void unpack(Path folder) throws IOException {
        for (var name : lines("samples.txt")) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (var in = open(name)) {
                Files.copy(in, file);
            }
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static InputStream open(String name) throws IOException {
        var in = Samples.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("the program lacks its sample " + name);
        }
        return in;
    }
}

package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.document.IsolatedExtractor;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts that differ from each other and read like English: each sentence is the first half of one
/// real sentence and the second half of another. The real ones come from the test collections where
/// they are, else from the demo's samples. The same seed gives the same texts.
final class MadeText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 6;
    private static final int LONGEST = 40;

    private final List<List<String>> sentences;
    private final Random random;

    private MadeText(List<List<String>> sentences, long seed) {
        this.sentences = sentences;
        this.random = new Random(seed);
    }

    static MadeText from(Bench bench, long seed) throws IOException, ProblemException {
        var collections = bench.shared("retrieval");
        var texts = new ArrayList<String>();
        if (collections.isPresent()) {
            texts.addAll(bodies(collections.get().resolve("cisi/corpus.jsonl")));
            texts.addAll(bodies(collections.get().resolve("cacm/corpus.jsonl")));
        } else {
            texts.addAll(samples(bench.root()));
        }
        var sentences =
                texts.stream()
                        .flatMap(text ->
                                Stream.of(
                                        text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                                                .split("(?<=[.!?])\\s+|\\n\\s*\\n")))
                        .map(sentence -> List.of(sentence.strip().split("\\s+")))
                        .filter(words -> words.size() >= SHORTEST && words.size() <= LONGEST)
                        .distinct()
                        .toList();
        return new MadeText(sentences, seed);
    }

    private static List<String> bodies(Path file) throws IOException {
        var bodies = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            bodies.add(JSON.readTree(line).path("text").asText());
        }
        return bodies;
    }

    private static List<String> samples(Path root) throws IOException, ProblemException {
        var texts = new ArrayList<String>();
        try (var extractor = new IsolatedExtractor();
                var files =
                        Files.walk(root.resolve("app/src/main/resources/dev/pharos/app/demo"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(extractor.extract(file, file).text());
            }
        }
        return texts;
    }

    /// So many words and up to a sentence more.
    String text(int words) {
        var text = new ArrayList<String>();
        while (text.size() < words) {
            var begin = any();
            var end = any();
            text.addAll(begin.subList(0, begin.size() / 2));
            text.addAll(end.subList(end.size() / 2, end.size()));
        }
        return String.join(" ", text);
    }

    /// What a person might type: neighbouring words of a sentence, now and then with a slip.
    String query() {
        var words = any();
        int length = Math.min(words.size(), 2 + random.nextInt(8));
        int from = random.nextInt(words.size() - length + 1);
        var typed =
                words.subList(from, from + length).stream()
                        .map(word -> word.replaceAll("[^\\p{L}\\p{N}-]", ""))
                        .collect(Collectors.joining(" "));
        return random.nextInt(10) == 0 ? withSlip(typed) : typed;
    }

    private String withSlip(String typed) {
        var letters = typed.toCharArray();
        int at = random.nextInt(letters.length - 1);
        char first = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = first;
        return new String(letters);
    }

    /// Writes files of `from` to `to` words.
    ///
    /// @return their folder, emptied before
    static Path files(Bench bench, String name, int count, int from, int to, long seed)
            throws IOException, ProblemException {
        var folder = bench.empty(name);
        var text = from(bench, seed);
        for (int i = 0; i < count; i++) {
            int words = from + text.random.nextInt(to - from + 1);
            Files.writeString(folder.resolve("text-%05d.txt".formatted(i)), text.text(words));
        }
        return folder;
    }

    private List<String> any() {
        return sentences.get(random.nextInt(sentences.size()));
    }
}

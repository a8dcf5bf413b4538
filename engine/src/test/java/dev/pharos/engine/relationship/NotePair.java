package dev.pharos.engine.relationship;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Two short notes, and what the first does to the second.
///
/// @param type null for notes that only look as if
public record NotePair(
        Relationship.@Nullable Type type,
        String language,
        String title,
        String text,
        String otherTitle,
        String otherText) {
    private static final int BEGINNING = 5;

    /// Whether the first names the second, in any form, whatever else it does.
    public boolean named() {
        return Arrays.stream(otherTitle.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .map(word -> word.substring(0, Math.min(BEGINNING, word.length())))
                .allMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    /// Own sentences in English, German and Russian.
    public static List<NotePair> all() throws IOException {
        try (var in = Objects.requireNonNull(NotePair.class.getResourceAsStream("pairs.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("\\n", "\n").split("\t"))
                    .map(part ->
                            new NotePair(
                                    part[0].equals("NONE")
                                            ? null
                                            : Relationship.Type.valueOf(part[0]),
                                    part[1],
                                    part[2],
                                    part[3],
                                    part[4],
                                    part[5]))
                    .toList();
        }
    }
}

package dev.pharos.engine.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// Reads what is kept about a language beside a class, as `words_en.properties` in UTF-8.
public final class WordFile {
    private WordFile() {}

    /// @param name such as `words`
    /// @param language ISO 639-1 code; a file for it has to be there
    public static Properties read(Class<?> beside, String name, String language) {
        String file = "%s_%s.properties".formatted(name, language);
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

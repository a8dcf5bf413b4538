package dev.pharos.engine.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// The words of a text in the form in which they are compared: without stop words, stemmed in their
/// language.
public final class Terms {
    private Terms() {}

    /// @param language ISO 639-1 code, or `und`
    public static Set<String> of(String text, String language) {
        return new LinkedHashSet<>(
                WordIndex.terms(Languages.analyzer(Languages.indexed(language)), text));
    }
}

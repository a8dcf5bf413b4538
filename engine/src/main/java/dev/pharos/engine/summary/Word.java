package dev.pharos.engine.summary;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A word or a sign of a sentence.
///
/// @param first whether it begins a sentence, or what is quoted or listed in one: a capital says
///   nothing
record Word(String text, boolean first, PartOfSpeech part) {
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*(?:['’.&-][\\p{L}\\p{M}\\p{Nd}]+)*(?:(?<=\\d)\\.(?=\\s))?|[^\\s\\p{L}\\p{Nd}]");

    private static final String OPENING = ".:!?…—–-•«»„“”\"'‘’(";

    static List<Word> of(String text, String language) {
        var tokens = WORD.matcher(text).results().map(MatchResult::group).toList();
        var first = new boolean[tokens.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i == 0 || OPENING.contains(tokens.get(i - 1));
        }
        var parts = Grammar.of(language).parts(tokens, i -> first[i]);
        return IntStream.range(0, first.length)
                .mapToObj(i -> new Word(tokens.get(i), first[i], parts.get(i)))
                .toList();
    }

    boolean sign() {
        return !Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}

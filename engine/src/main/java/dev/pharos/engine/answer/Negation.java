package dev.pharos.engine.answer;

import java.util.regex.Pattern;

/// The words by which a sentence denies, in English, German and Russian.
public final class Negation {
    static final Pattern NOT =
            Pattern.compile(
                    "\\b(?:not(?! only)|never|no(?! longer|\\. )|nobody|none|nothing|neither|nor|without|cannot|\\w+n['’]t"
                            + "|nicht(?! nur)|nie|niemals|kein\\w*|niemand|nichts|ohne|weder"
                            + "|не(?! только)|нет|ни|никогда|никто|ничего|без|нельзя)\\b",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private Negation() {}

    /// Whether a sentence denies something.
    public static boolean in(String sentence) {
        return NOT.matcher(sentence).find();
    }

    /// How often it does.
    public static long count(String sentence) {
        return NOT.matcher(sentence).results().count();
    }

    /// The sentence with a blank in place of each of these words.
    public static String without(String sentence) {
        return NOT.matcher(sentence).replaceAll(" ");
    }
}

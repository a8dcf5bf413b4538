package dev.pharos.engine.meaning;

/// How well a model knows the language of a text: one that does reads most words in one or two
/// tokens, one that does not has to spell them.
public final class Fluency {
    /// What a word takes in a language that the model was trained on, in tokens.
    public static final double TOKENS_PER_WORD = 1.5;

    private static final double SPELLED = 4;

    private Fluency() {}

    /// 1 where the model knows the language, 0 where it spells every word, in between where it
    /// knows it a little.
    ///
    /// @param tokens what the model sees in `text`
    public static double of(String text, int tokens) {
        double perWord = tokens / (double) Math.max(1, words(text));
        return Math.clamp((SPELLED - perWord) / (SPELLED - TOKENS_PER_WORD - 0.5), 0, 1);
    }

    /// How many words a text has. Each ideograph counts as one.
    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && (!inside || Character.isIdeographic(c))) {
                words++;
            }
            inside = letter;
        }
        return words;
    }
}

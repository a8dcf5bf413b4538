package dev.pharos.engine.answer;

/// How many tokens a text is at most for a model whose tokenizer is not known. Tokenizers of the
/// byte-pair kind take common words whole and spell rare ones: in Latin script by three letters or
/// more, in other alphabets by letters, in the worst case by bytes. Digits and signs count one
/// each.
public final class TokenEstimate {
    private static final int LETTERS = 3;
    private static final int ASCII = 0x80;
    private static final int ALPHABETS = 0x800;
    private static final int SYLLABLES_TOKENS = 2;
    private static final int SUPPLEMENTARY_TOKENS = 4;

    private TokenEstimate() {}

    public static int of(String text) {
        int tokens = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c < ASCII && Character.isLetter(c)) {
                tokens += letters++ % LETTERS == 0 ? 1 : 0;
            } else {
                letters = 0;
                tokens += single(c, i > 0 ? text.charAt(i - 1) : '\n');
            }
        }
        return tokens;
    }

    /// A blank between two words belongs to the second.
    private static int single(int c, char before) {
        if (c == ' ' && before > ' ') {
            return 0;
        }
        if (c < ALPHABETS) {
            return 1;
        }
        return Character.isBmpCodePoint(c) ? SYLLABLES_TOKENS : SUPPLEMENTARY_TOKENS;
    }
}

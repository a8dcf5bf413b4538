package dev.pharos.engine.document;

/// The beginning of a text that is too long.
public final class Beginning {
    private Beginning() {}

    /// At most so many UTF-16 units, no half of a surrogate pair among them.
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean halved = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, halved ? most - 1 : Math.max(0, most));
    }
}

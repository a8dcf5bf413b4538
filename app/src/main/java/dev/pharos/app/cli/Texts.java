package dev.pharos.app.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the command line, from `messages.properties`.
final class Texts {
    static final String BUNDLE = "dev.pharos.app.cli.messages";

    /// The bundle's own language: numbers are written as its sentences are.
    static final Locale LOCALE = Locale.ENGLISH;

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(BUNDLE, LOCALE);

    private Texts() {}

    /// The text of `key` with `{0}`, `{1}` … filled in ([MessageFormat]).
    static String text(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), LOCALE).format(arguments);
    }
}

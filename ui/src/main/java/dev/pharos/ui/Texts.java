package dev.pharos.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window in one language. Safe for every thread.
public final class Texts {
    private static final String BUNDLE = "dev.pharos.ui.texts";

    private final ResourceBundle bundle;

    /// English where there are no words in the language of `locale`.
    public Texts(Locale locale) {
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        var locale = bundle.getLocale();
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    /// The words of a key that need not be there.
    public String orEmpty(String key) {
        return bundle.containsKey(key) ? text(key) : "";
    }

    /// The words of `key`, with the arguments put in.
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale()).format(arguments);
    }
}

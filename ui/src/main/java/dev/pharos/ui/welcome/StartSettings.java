package dev.pharos.ui.welcome;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// How the window begins.
///
/// @param language ISO 639-1 code of its words, or null for the system's
/// @param done the first steps were taken or skipped
public record StartSettings(@Nullable String language, boolean done) {
    public static final String FEATURE = "start";
    public static final StartSettings DEFAULT = new StartSettings(null, false);

    /// In which language the window speaks.
    public Locale locale() {
        return language == null ? Locale.getDefault() : Locale.of(language);
    }
}

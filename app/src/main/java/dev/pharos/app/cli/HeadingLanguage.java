package dev.pharos.app.cli;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The languages that the headings of a made note can be in.
enum HeadingLanguage {
    EN,
    DE,
    RU;

    /// As ISO 639-1; null for the source's own.
    static @Nullable String code(@Nullable HeadingLanguage chosen) {
        return chosen == null ? null : chosen.name().toLowerCase(Locale.ROOT);
    }
}

package dev.pharos.engine.proof;

import org.jspecify.annotations.Nullable;

/// A sentence of a source.
///
/// @param language ISO 639-1, or `und`
/// @param speaker null where nobody is named
public record Said(String text, String language, @Nullable String speaker) {}

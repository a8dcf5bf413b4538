package dev.pharos.engine.library;

/// A piece of one source, about as long as the embedding model reads at once: the unit that is
/// indexed, found and cited.
///
/// @param id never reused; other words are another passage, and a new revision of its source has
///   new passages
/// @param ordinal 0-based within the source
/// @param text exactly the source's text between the place's offsets
/// @param language ISO 639-1 code, or `und`
public record Passage(
        long id, SourceId source, int ordinal, Place place, String text, String language) {}

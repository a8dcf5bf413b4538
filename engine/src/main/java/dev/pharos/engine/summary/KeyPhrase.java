package dev.pharos.engine.summary;

/// Words that name what a text is about.
///
/// @param text as it is written there most often
/// @param count how often it is said
/// @param weight how much it stands for the whole; the first has 1
public record KeyPhrase(String text, int count, double weight) {}

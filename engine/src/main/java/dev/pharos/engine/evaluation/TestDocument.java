package dev.pharos.engine.evaluation;

/// A document of a test set.
///
/// @param title empty where it has none
public record TestDocument(String id, String title, String text) {}

package dev.pharos.engine.document;

/// Size of a page as it is shown, in points (1/72 inch).
public record PageSize(float width, float height) {}

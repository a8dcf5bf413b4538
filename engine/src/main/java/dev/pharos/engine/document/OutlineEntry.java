package dev.pharos.engine.document;

/// A bookmark of a PDF.
///
/// @param level 1 for the outermost
/// @param title on one line, not blank
/// @param page 1-based; 0 where it leads to no page of the file
/// @param y where on the page, as a share of its height from the top, 0 to 1
public record OutlineEntry(int level, String title, int page, double y) {}

package dev.pharos.ui.document;

import javafx.geometry.Bounds;

/// Words that a reader has selected.
///
/// @param start UTF-16 offset into the text of the whole source
/// @param end exclusive, and behind `start`
/// @param last where the last line of the selection stands, in pixels of the screen
record Selected(int start, int end, String text, Bounds last) {}

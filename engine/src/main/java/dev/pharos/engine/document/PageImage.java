package dev.pharos.engine.document;

/// A rendered page.
///
/// @param pixels row by row, each as 0xAARRGGBB; not copied, do not change them
@SuppressWarnings("ArrayRecordComponent")
public record PageImage(int width, int height, int[] pixels) {}

package dev.pharos.ui.document;

import dev.pharos.engine.problem.ProblemException;

import javafx.scene.image.Image;

import java.nio.file.Path;
import java.util.List;

/// The ability to show the pages of a PDF as they look. Every call blocks. Safe for use by several
/// threads.
public interface PageImages {

    /// Width and height of a page in any one unit.
    record Size(double width, double height) {}

    /// A rectangle on a page, all four from 0 to 1 with the origin at the top left.
    record Box(double x, double y, double width, double height) {}

    /// The pages in order.
    List<Size> sizes(Path pdf) throws ProblemException;

    /// A page, `width` pixels wide.
    ///
    /// @param page 1-based
    Image image(Path pdf, int page, int width) throws ProblemException;

    /// Where a range of the document's text stands on a page, one box a line; empty where none of
    /// it does.
    ///
    /// @param start UTF-16 offset into the text as it was extracted
    /// @param end exclusive
    List<Box> boxes(Path pdf, int page, int start, int end) throws ProblemException;
}

package dev.pharos.ui.document;

import dev.pharos.ui.work.Kept;

import javafx.scene.Parent;

/// What the reader is built from.
///
/// @param quoting takes words that were selected
public record ReaderParts(
        ReaderViewModel reader,
        SourceFinding finding,
        Marking marking,
        Kept<ReadingSettings> look,
        Kept<ReaderSettings> settings,
        Quoting quoting,
        Aside aside) {

    /// The panel beside what is read.
    ///
    /// @param controller of `root`
    public record Aside(Parent root, AsideController controller) {}
}

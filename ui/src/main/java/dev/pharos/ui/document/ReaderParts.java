package dev.pharos.ui.document;

import dev.pharos.ui.work.Kept;

import javafx.scene.Parent;

import java.util.function.Consumer;

/// What the reader is built from.
///
/// @param asking takes a quote that is to be asked about
public record ReaderParts(
        ReaderViewModel reader,
        SourceFinding finding,
        Marking marking,
        Kept<ReadingSettings> look,
        Kept<ReaderSettings> settings,
        Consumer<String> asking,
        Aside aside) {

    /// The panel beside what is read.
    ///
    /// @param controller of `root`
    public record Aside(Parent root, AsideController controller) {}
}

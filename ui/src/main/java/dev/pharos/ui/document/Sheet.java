package dev.pharos.ui.document;

import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.ReaderViewModel.Opened;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.Consumer;

/// A way to look at a source: its pages, or its text. Offsets are UTF-16 units of the text of the
/// whole source. For the JavaFX thread.
interface Sheet {
    void show(Opened opened, Target target);

    /// May be called often; paints what is in view anew.
    void overlay(Overlay overlay);

    /// What is selected, or null where nothing is.
    ReadOnlyObjectProperty<@Nullable Selected> selectedProperty();

    void clearSelection();

    /// Scrolls to where an offset stands, if it is not in view.
    void reveal(int offset);

    /// @param clicked takes a highlight that was clicked
    void onHighlight(Consumer<UUID> clicked);

    /// Of the first words in view, so that another way to look, or another size of type, shows the
    /// same place.
    int offsetInView();

    /// Of the end of the last words in view.
    default int endInView() {
        return offsetInView();
    }

    /// Where it stands, or null where nothing is shown.
    @Nullable Spot spot();

    /// Takes the keyboard.
    Node node();
}

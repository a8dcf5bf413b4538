package dev.pharos.ui.library;

import dev.pharos.ui.Texts;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;

/// Keeps what stands in the line as a collection that is always up to date.
public final class SaveSearch {
    private final CollectionEditing editing;
    private final ObservableStringValue line;
    private final Texts texts;
    private @Nullable Parent results;

    public SaveSearch(CollectionEditing editing, ObservableStringValue line, Texts texts) {
        this.editing = editing;
        this.line = line;
        this.texts = texts;
    }

    /// Puts its button below the head of what was found.
    public void into(Parent found) {
        var button =
                new Button(
                        texts.text("command.saveSearch"),
                        new FontIcon(Material2AL.BOOKMARK_BORDER));
        button.setId("saveSearch");
        button.getStyleClass().addAll("flat", "small", "save-search");
        button.setOnAction(_ -> ask());
        ((Pane) found).getChildren().add(1, button);
        results = found;
    }

    /// Whether there is anything to keep.
    public boolean possible() {
        return results != null && results.getScene() != null && !line.get().isBlank();
    }

    /// Asks for the name.
    public void ask() {
        if (results != null && possible()) {
            String query = line.get().strip();
            NamePopup.show(
                    results,
                    texts.text("shelf.nameOfSearch"),
                    query,
                    List.of(),
                    name -> editing.saveSearch(name.strip(), query));
        }
    }
}

package dev.pharos.ui.library;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;
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

    /// Puts its button into the head of what was found.
    public void into(Parent found) {
        var button =
                IconButton.of(
                        Material2AL.BOOKMARK_BORDER, texts.text("command.saveSearch"), this::ask);
        button.setId("saveSearch");
        ((Pane) found.lookup(".pane-head")).getChildren().add(button);
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

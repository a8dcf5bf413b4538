package dev.pharos.ui.document;

import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.PanelRoom;
import dev.pharos.ui.work.Kept;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

import java.util.List;

/// Shows and hides the panel beside what is read, and keeps whether it is wanted there.
final class ReaderPanel {
    private final PanelRoom room;
    private final StackPane slot;
    private final ToggleButton button;
    private final Runnable left;

    /// @param left puts the keyboard elsewhere
    ReaderPanel(PanelRoom room, StackPane slot, ToggleButton button, Runnable left) {
        this.room = room;
        this.slot = slot;
        this.button = button;
        this.left = left;
    }

    /// @param aside built already, shown with its owner's window only while it is to be seen
    void bind(Parent aside, Kept<ReaderSettings> settings) {
        button.setOnAction(_ -> toggle());
        settings.valueProperty().subscribe(now -> room.wantedProperty().set(now.aside()));
        room.wantedProperty()
                .subscribe((_, wanted) -> {
                    if (settings.value().aside() != wanted) {
                        settings.change(now -> now.withAside(wanted));
                    }
                });
        room.openProperty().subscribe(open -> show(open ? List.of(aside) : List.of()));
    }

    private void show(List<Parent> shown) {
        button.setSelected(!shown.isEmpty());
        if (shown.isEmpty()
                && slot.getScene() != null
                && Nodes.within(slot, slot.getScene().getFocusOwner())) {
            left.run();
        }
        slot.getChildren().setAll(shown);
    }

    /// Shows one of its tabs, and puts the keyboard there.
    public void show(Kept<ReaderSettings> settings, ReaderSettings.Tab tab) {
        settings.change(now -> now.with(tab));
        if (!room.openProperty().get()) {
            toggle();
        }
        Platform.runLater(() -> {
            slot.applyCss(); // what is shown for the first time is found by its style
            slot.lookupAll(".toggle-button").stream()
                    .filter(each -> each instanceof ToggleButton one && one.isSelected())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        });
    }

    void toggle() {
        room.toggle();
        button.setSelected(room.openProperty().get());
    }

    /// @return whether it lay over the text, and is away now
    boolean shut() {
        return room.shut();
    }
}

package dev.pharos.ui.document;

import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.PanelRoom;
import dev.pharos.ui.work.Kept;

import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Shows and hides the panel beside what is read, and keeps whether it is wanted there.
public final class ReaderPanel {
    private final PanelRoom room;
    private final StackPane slot;
    private final ToggleButton button;
    private final Runnable left;

    /// @param left puts the keyboard elsewhere
    public ReaderPanel(PanelRoom room, StackPane slot, ToggleButton button, Runnable left) {
        this.room = room;
        this.slot = slot;
        this.button = button;
        this.left = left;
    }

    /// @param aside built already, shown with its owner's window only while it is to be seen
    /// @param wanted whether the settings want it
    /// @param change makes them want it, or not
    public void bind(
            Parent aside,
            Kept<ReaderSettings> settings,
            Predicate<ReaderSettings> wanted,
            BiFunction<ReaderSettings, Boolean, ReaderSettings> change) {
        button.setOnAction(_ -> toggle());
        settings.valueProperty().subscribe(now -> room.wantedProperty().set(wanted.test(now)));
        room.wantedProperty()
                .subscribe((_, shown) -> {
                    if (wanted.test(settings.value()) != shown) {
                        settings.change(now -> change.apply(now, shown));
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

    /// Shows it, or hides it.
    public void toggle() {
        room.toggle();
        button.setSelected(room.openProperty().get());
    }

    /// @return whether it lay over the text, and is away now
    public boolean shut() {
        return room.shut();
    }
}

package dev.pharos.ui.note;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.note.NoteBlock.Callout;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A calm box around what stands out in a note, with a picture and a colour by its kind; one that
/// can be folded has a button, and its whole head folds it. For the JavaFX thread.
final class CalloutBox extends VBox {
    private final VBox inside = new VBox();
    private final Supplier<List<Node>> content;
    private final Consumer<Boolean> turned;
    private final Texts texts;
    private final @Nullable Button turn;
    private boolean open;

    /// @param open whether what stands in it is shown
    /// @param title its words
    /// @param content builds what stands in it, when that is first shown
    /// @param turned hears that it was opened or folded
    CalloutBox(
            Callout callout,
            boolean open,
            Node title,
            Supplier<List<Node>> content,
            Consumer<Boolean> turned,
            Texts texts) {
        this.content = content;
        this.turned = turned;
        this.texts = texts;
        var kind = CalloutKind.of(callout.kind());
        var icon = new FontIcon();
        icon.setIconCode(kind.icon());
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(icon, title);
        head.getStyleClass().add("callout-head");
        turn =
                callout.fold() == Callout.Fold.NEVER
                        ? null
                        : IconButton.of(
                                Material2AL.EXPAND_MORE,
                                texts.text("note.callout.fold"),
                                this::turn);
        if (turn != null) {
            turn.getStyleClass().addAll("small", "callout-turn");
            head.getChildren().add(turn);
            head.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY
                        && event.isStillSincePress()
                        && !onButton(event, head)) {
                    turn();
                }
            });
            head.getStyleClass().add("turns");
        }
        inside.getStyleClass().add("callout-inside");
        getStyleClass().addAll("note-callout", kind.style());
        getChildren().setAll(head, inside);
        show(open);
    }

    /// A button or a link in the head has done what it does by itself.
    private static boolean onButton(MouseEvent event, Node head) {
        for (Node at = event.getTarget() instanceof Node node ? node : null;
                at != null && at != head;
                at = at.getParent()) {
            if (at instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private void turn() {
        show(!open);
        turned.accept(open);
    }

    private void show(boolean now) {
        open = now;
        if (open && inside.getChildren().isEmpty()) {
            inside.getChildren().setAll(content.get());
        }
        Nodes.setShown(inside, open && !inside.getChildren().isEmpty());
        if (turn != null) {
            String does = texts.text(open ? "note.callout.fold" : "note.callout.unfold");
            turn.setGraphic(new FontIcon(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
            turn.setAccessibleText(does);
            turn.setTooltip(new Tooltip(does));
        }
    }
}

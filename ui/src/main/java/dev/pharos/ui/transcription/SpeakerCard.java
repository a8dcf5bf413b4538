package dev.pharos.ui.transcription;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Asks who speaks: a new name, or one of the other voices, everywhere or in one segment only. Lies
/// above the transcript, beside what it is about; a click elsewhere puts it away.
final class SpeakerCard extends VBox {
    private static final double WIDTH = 280;
    private static final double BELOW = 4;

    private final Editing editing;
    private final Texts texts;
    private final Pane room;
    private final TextField name = new TextField();
    private final CheckBox onlyHere;
    private final Label same;
    private final FlowPane others = new FlowPane(6, 6);
    private @Nullable Line line;
    private Runnable afterwards = () -> {};

    /// @param room lies over the whole transcript
    SpeakerCard(Pane room, Editing editing, Texts texts) {
        this.room = room;
        this.editing = editing;
        this.texts = texts;
        onlyHere = new CheckBox(texts.text("transcript.speakerOnlyHere"));
        same = new Label(texts.text("transcript.speakerSame"));
        same.getStyleClass().add("row-about");
        var title = new Label(texts.text("transcript.speakerTitle"));
        title.getStyleClass().add("pane-title");
        name.setId("speakerName");
        name.setPromptText(texts.text("transcript.speakerName"));
        name.setAccessibleText(texts.text("transcript.speakerName"));
        name.setOnAction(_ -> give(name.getText()));
        getChildren().setAll(title, name, same, others, onlyHere);
        getStyleClass().add("speaker-card");
        setManaged(false);
        setVisible(false);
        room.getChildren().add(this);
        room.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (isVisible() && !getBoundsInParent().contains(event.getX(), event.getY())) {
                        setVisible(false);
                    }
                });
    }

    /// @param then when it is put away by a key or a choice
    void show(Line about, Node beside, Runnable then) {
        line = about;
        afterwards = then;
        var speaker = about.segment().speaker();
        name.setText(speaker == null ? "" : TranscriptPane.speakerName(texts, speaker));
        onlyHere.setSelected(false);
        Nodes.setShown(onlyHere, speaker != null);
        var transcript = editing.transcriptProperty().get();
        others.getChildren().clear();
        if (transcript != null) {
            transcript.speakers().stream()
                    .filter(each -> !Objects.equals(each, speaker))
                    .map(this::choice)
                    .forEach(others.getChildren()::add);
        }
        Nodes.setShown(others, !others.getChildren().isEmpty());
        Nodes.setShown(same, !others.getChildren().isEmpty());
        place(beside);
        setVisible(true);
        name.requestFocus();
        name.selectAll();
    }

    private void place(Node beside) {
        var at = room.sceneToLocal(beside.localToScene(beside.getLayoutBounds()));
        applyCss();
        double height = prefHeight(WIDTH);
        double x = Math.clamp(at.getMinX(), 0, Math.max(0, room.getWidth() - WIDTH));
        boolean fits = at.getMaxY() + BELOW + height <= room.getHeight();
        double y = fits ? at.getMaxY() + BELOW : Math.max(0, at.getMinY() - BELOW - height);
        resizeRelocate(x, y, WIDTH, height);
    }

    private Button choice(String other) {
        var button = new Button(TranscriptPane.speakerName(texts, other));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> give(other));
        return button;
    }

    private void give(String who) {
        var about = line;
        leave();
        if (about == null) {
            return;
        }
        var speaker = about.segment().speaker();
        boolean same = speaker != null && who.equals(TranscriptPane.speakerName(texts, speaker));
        if (speaker == null || onlyHere.isSelected()) {
            editing.speaker(about.index(), who);
        } else if (!same) {
            editing.rename(speaker, who);
        }
    }

    /// Puts it away.
    ///
    /// @return whether it was shown
    boolean leave() {
        boolean shown = isVisible();
        setVisible(false);
        if (shown) {
            afterwards.run();
        }
        return shown;
    }
}

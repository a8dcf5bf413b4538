package dev.pharos.ui.transcription;

import atlantafx.base.controls.Popover;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Objects;

/// Asks who speaks: a new name, or one of the other voices, everywhere or in one segment only.
final class SpeakerPopover {
    private static final double WIDTH = 260;

    private final Editing editing;
    private final Texts texts;

    SpeakerPopover(Editing editing, Texts texts) {
        this.editing = editing;
        this.texts = texts;
    }

    void show(Line line, Node beside) {
        var speaker = line.segment().speaker();
        var name = new TextField(speaker == null ? "" : speaker);
        name.setId("speakerName");
        name.setPromptText(texts.text("transcript.speakerName"));
        name.setAccessibleText(texts.text("transcript.speakerName"));
        var onlyHere = new CheckBox(texts.text("transcript.speakerOnlyHere"));
        Nodes.setShown(onlyHere, speaker != null);
        var title = new Label(texts.text("transcript.speakerTitle"));
        title.getStyleClass().add("pane-title");
        var content = new VBox(title, name);
        content.getStyleClass().add("speaker-popover");
        content.setPrefWidth(WIDTH);
        var popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        var others = new FlowPane(6, 6);
        others.getChildren()
                .setAll(
                        others(speaker).stream()
                                .map(each -> choice(each, popover, line, onlyHere))
                                .toList());
        if (!others.getChildren().isEmpty()) {
            content.getChildren().addAll(new Label(texts.text("transcript.speakerSame")), others);
        }
        content.getChildren().add(onlyHere);
        name.setOnAction(_ -> {
            popover.hide();
            give(line, name.getText(), onlyHere.isSelected());
        });
        popover.show(beside);
        name.requestFocus();
        name.selectAll();
    }

    private List<String> others(@org.jspecify.annotations.Nullable String speaker) {
        var transcript = editing.transcriptProperty().get();
        return transcript == null
                ? List.of()
                : transcript.speakers().stream()
                        .filter(each -> !Objects.equals(each, speaker))
                        .toList();
    }

    private Button choice(String other, Popover popover, Line line, CheckBox onlyHere) {
        var button = new Button(TranscriptPane.speakerName(texts, other));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> {
            popover.hide();
            give(line, other, onlyHere.isSelected());
        });
        return button;
    }

    private void give(Line line, String name, boolean onlyHere) {
        var speaker = line.segment().speaker();
        if (speaker == null || onlyHere) {
            editing.speaker(line.index(), name);
        } else {
            editing.rename(speaker, name);
        }
    }
}

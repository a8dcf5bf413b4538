package dev.pharos.ui.making;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.recording.RecordingViewModel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Stands above everything while a voice memo is recorded. For the JavaFX thread.
public final class MemoBar extends HBox {
    private final MemoViewModel memo;
    private final RecordingViewModel recording;
    private final Texts texts;
    private final Label words = new Label();

    public MemoBar(MemoViewModel memo, RecordingViewModel recording, Texts texts) {
        this.memo = memo;
        this.recording = recording;
        this.texts = texts;
        setId("memo");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        FlowWords.wrap(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        var stop = new Button(texts.text("memo.stop"));
        stop.setId("memoStop");
        stop.getStyleClass().add("accent");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> memo.startOrStop());
        stop.disableProperty().bind(recording.busyProperty());
        getStyleClass().add("banner");
        getChildren().setAll(new FontIcon(Material2MZ.MIC), words, stop);
        recording.elapsed().subscribe(_ -> show());
        recording.runningProperty().subscribe(_ -> show());
        memo.underProperty().subscribe(_ -> show());
        show();
    }

    private void show() {
        Nodes.setShown(this, recording.runningProperty().get() && memo.underProperty().getValue());
        words.setText(texts.text("memo.running", recording.elapsed().getValue()));
    }
}

package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One segment of an earlier version, to be read; `other` where the current one does not say it.
final class EarlierCell extends WideCell<Segment> {
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final VersionsViewModel versions;
    private final Texts texts;
    private final Label time = new Label();
    private final Label words = new Label();
    private final HBox content = new HBox(time, words);

    EarlierCell(VersionsViewModel versions, Texts texts) {
        this.versions = versions;
        this.texts = texts;
        time.getStyleClass().add("segment-time");
        time.setMinWidth(Label.USE_PREF_SIZE);
        words.getStyleClass().add("earlier-words");
        FlowWords.wrap(words);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        content.getStyleClass().add("earlier");
        getStyleClass().add("earlier-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Segment segment) {
        String who =
                segment.speaker() == null
                        ? ""
                        : TranscriptPane.speakerName(texts, segment.speaker()) + ": ";
        time.setText(Clock.of(segment.startMs()));
        words.setText(who + segment.text());
        var shown = versions.wordsProperty().get();
        pseudoClassStateChanged(OTHER, shown != null && shown.other().contains(segment));
        setAccessibleText(time.getText() + " " + words.getText());
    }
}

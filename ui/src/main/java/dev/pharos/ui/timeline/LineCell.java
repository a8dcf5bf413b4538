package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A day, or something that happened in it; a recording has a bar as long as it is.
final class LineCell extends WideCell<Line> {
    private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");

    /// Of a bar, at an hour of sound.
    private static final double HOUR_WIDE = 160;

    private static final double HOUR_MS = 3_600_000;
    private static final double LONGEST = 320;

    private final TimelineWords words;
    private final Label heading = new Label();
    private final Label summary = new Label();
    private final VBox day = new VBox(heading, summary);
    private final Label time = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Region sound = new Region();
    private final HBox happened;
    private final Label more = new Label();
    private final StackPane content = new StackPane();

    LineCell(TimelineWords words) {
        this.words = words;
        heading.getStyleClass().add("timeline-day");
        summary.getStyleClass().add("row-about");
        time.getStyleClass().add("timeline-time");
        title.getStyleClass().add("row-name");
        about.getStyleClass().add("row-about");
        sound.getStyleClass().add("timeline-sound");
        more.getStyleClass().add("timeline-more");
        day.getStyleClass().add("timeline-heading");
        var told = new VBox(title, about, sound);
        told.getStyleClass().add("row-words");
        HBox.setHgrow(told, Priority.ALWAYS);
        happened = new HBox(time, icon, told);
        happened.getStyleClass().addAll("row", "timeline-row");
        getStyleClass().addAll("source-cell", "timeline-line");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Line line) {
        pseudoClassStateChanged(DAY, line instanceof Line.Day);
        switch (line) {
            case Line.Day it -> {
                heading.setText(words.day(it.day()));
                summary.setText(words.heading(it));
                content.getChildren().setAll(day);
                setAccessibleText(heading.getText() + ", " + summary.getText());
            }
            case Line.Happened(_, var event) -> show(event);
            case Line.More it -> {
                more.setText(words.more(it));
                content.getChildren().setAll(more);
                setAccessibleText(more.getText());
            }
        }
    }

    private void show(Event event) {
        time.setText(words.time(event));
        icon.setIconCode(TimelineWords.icon(event.what()));
        icon.getStyleClass().setAll("ikonli-font-icon", TimelineWords.style(event.what()));
        title.setText(event.title());
        about.setText(words.about(event));
        var length = event.lengthMs();
        boolean heard = event.what() == What.RECORDED && length != null;
        Nodes.setShown(sound, heard);
        if (heard && length != null) {
            double wide = Math.clamp(length / HOUR_MS * HOUR_WIDE, 4, LONGEST);
            sound.setMinWidth(wide);
            sound.setMaxWidth(wide);
        }
        content.getChildren().setAll(happened);
        setAccessibleText(time.getText() + ", " + event.title() + ", " + about.getText());
    }
}

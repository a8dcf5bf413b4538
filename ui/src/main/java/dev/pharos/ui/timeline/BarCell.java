package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event.What;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// One bar of the strip, as high as what happened then is much, in the colours of what it was.
final class BarCell extends ListCell<Bar> {
    private static final double HIGHEST = 64;
    private static final double LOWEST = 3;
    private static final double GAP = 3;
    private static final double MARK = 18;

    private final TimelineWords words;
    private final Supplier<Span> span;
    private final IntSupplier most;
    private final Map<What, Region> parts = new EnumMap<>(What.class);
    private final VBox column = new VBox();
    private final Label mark = new Label();
    private final Pane content;
    private final Tooltip tip = new Tooltip();

    /// @param most the highest count of all bars
    BarCell(TimelineWords words, Supplier<Span> span, IntSupplier most) {
        this.words = words;
        this.span = span;
        this.most = most;
        column.setAlignment(Pos.BOTTOM_CENTER);
        for (var what : What.values()) {
            var part = new Region();
            part.getStyleClass().addAll("timeline-part", TimelineWords.style(what));
            parts.put(what, part);
            column.getChildren().add(part);
        }
        mark.getStyleClass().add("timeline-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        content =
                new Pane(column, mark) {
                    @Override
                    protected void layoutChildren() {
                        column.resizeRelocate(0, 0, getWidth() - GAP, HIGHEST);
                        mark.resizeRelocate(
                                0, HIGHEST + 2, mark.prefWidth(-1), mark.prefHeight(-1));
                    }
                };
        getStyleClass().add("timeline-bar");
    }

    private static double width(Span span) {
        return switch (span) {
            case DAY -> 15;
            case WEEK -> 20;
            case MONTH -> 56;
            case YEAR -> 72;
        };
    }

    @Override
    protected void updateItem(@Nullable Bar bar, boolean empty) {
        super.updateItem(bar, empty);
        if (empty || bar == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        double unit = HIGHEST / Math.sqrt(Math.max(1, most.getAsInt()));
        double whole = bar.total() == 0 ? 0 : Math.max(LOWEST, unit * Math.sqrt(bar.total()));
        parts.forEach((what, part) -> {
            double height = whole * bar.counts().getOrDefault(what, 0) / Math.max(1, bar.total());
            part.setMinHeight(height);
            part.setPrefHeight(height);
            part.setMaxHeight(height);
        });
        mark.setText(words.mark(bar, span.get(), getIndex() == 0));
        content.setMinSize(width(span.get()), HIGHEST + MARK);
        content.setPrefSize(width(span.get()), HIGHEST + MARK);
        var told = words.title(bar, span.get()) + "\n" + words.counts(bar.counts());
        tip.setText(told.strip());
        setTooltip(tip);
        setAccessibleText(told.strip());
        setGraphic(content);
    }
}

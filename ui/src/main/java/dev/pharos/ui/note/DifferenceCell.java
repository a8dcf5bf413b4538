package dev.pharos.ui.note;

import dev.pharos.engine.note.Difference;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import java.util.Locale;

/// One line of a comparison, with the words that were changed.
final class DifferenceCell extends WideCell<Difference.Line> {
    private final Texts texts;
    private final Label sign = new Label();
    private final StackPane words = new StackPane();
    private final HBox line = new HBox(sign, words);

    DifferenceCell(Texts texts) {
        this.texts = texts;
        sign.getStyleClass().add("difference-sign");
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    @Override
    protected Node content() {
        return line;
    }

    @Override
    protected void show(Difference.Line item) {
        String kind = item.kind().name().toLowerCase(Locale.ROOT);
        line.getStyleClass().setAll("difference", kind);
        var flow = new RunFlow("difference-words");
        boolean whole = item.runs().stream().allMatch(Difference.Run::changed);
        for (var run : item.runs()) {
            int from = flow.letters();
            FlowWords.of(run.text()).forEach(each -> flow.add(each, each.getText().length()));
            if (run.changed() && !whole) {
                flow.mark("changed", new Hit.Range(from, flow.letters()));
            }
        }
        words.getChildren().setAll(flow);
        sign.setText(
                switch (item.kind()) {
                    case SAME -> "";
                    case REMOVED -> "−";
                    case ADDED -> "+";
                });
        setAccessibleText(
                switch (item.kind()) {
                    case SAME -> item.text();
                    case REMOVED -> texts.text("note.lineRemoved", item.text());
                    case ADDED -> texts.text("note.lineAdded", item.text());
                });
    }
}

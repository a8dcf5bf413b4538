package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;

import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A comparison: a grid with a row for each thing and a column for each aspect, and where there is
/// no room for that, the things one below the other. For the JavaFX thread.
final class AnswerTable extends VBox {
    private static final double COLUMN = 130;

    /// Of the names of the rows, in percent.
    private static final double NAMES = 22;

    private final Answer answer;
    private final Answer.Table table;
    private final Function<List<AnswerSentence>, TextFlow> flow;
    private final Texts texts;
    private final List<Integer> columns;
    private boolean narrow;
    private @Nullable GridPane grid;
    private @Nullable VBox stack;

    AnswerTable(
            Answer answer,
            Answer.Table table,
            Function<List<AnswerSentence>, TextFlow> flow,
            Texts texts) {
        this.answer = answer;
        this.table = table;
        this.flow = flow;
        this.texts = texts;
        columns = IntStream.range(0, table.columns().size()).boxed().toList();
        show();
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        boolean now = width > 0 && width < COLUMN * (columns.size() + 1);
        if (now != narrow) {
            narrow = now;
            Platform.runLater(this::show);
        }
    }

    /// Each of the two is made once, for its cells follow what becomes of the citations.
    private void show() {
        if (narrow) {
            var one = stack == null ? stack() : stack;
            stack = one;
            getChildren().setAll(one);
        } else {
            var one = grid == null ? grid() : grid;
            grid = one;
            getChildren().setAll(one);
        }
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("answer-table");
        grid.setAccessibleText(texts.text("answer.table", table.rows().size(), columns.size()));
        grid.getColumnConstraints().add(width(NAMES));
        columns.forEach(
                _ -> grid.getColumnConstraints().add(width((100 - NAMES) / columns.size())));
        int row = 0;
        if (table.columns().stream().anyMatch(each -> !each.isEmpty())) {
            grid.add(cell(head(""), "", true), 0, row);
            for (int column : columns) {
                String name = table.columns().get(column);
                grid.add(cell(head(name), name, true), column + 1, row);
            }
            row++;
        }
        for (int each = 0; each < table.rows().size(); each++, row++) {
            String name = table.rows().get(each);
            grid.add(cell(head(name), name, true), 0, row);
            for (int column : columns) {
                grid.add(filled(each, column), column + 1, row);
            }
        }
        return grid;
    }

    private VBox filled(int row, int column) {
        var sentences = answer.in(row, column);
        var content =
                sentences.isEmpty() ? head(texts.text("answer.nothing")) : flow.apply(sentences);
        if (sentences.isEmpty()) {
            content.getStyleClass().add("row-about");
        }
        String aspect = table.columns().get(column);
        String said = sentences.isEmpty() ? texts.text("answer.nothing") : answer.cell(row, column);
        return cell(
                content,
                table.rows().get(row) + (aspect.isEmpty() ? "" : ", " + aspect) + ": " + said,
                false);
    }

    private static ColumnConstraints width(double percent) {
        var width = new ColumnConstraints();
        width.setPercentWidth(percent);
        width.setHgrow(Priority.SOMETIMES);
        return width;
    }

    private static Region head(String text) {
        var label = new Label(text);
        FlowWords.wrap(label);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// What the arrows and the Tab key come to.
    private static VBox cell(Region content, String said, boolean head) {
        var cell = new VBox(content);
        cell.getStyleClass().addAll("answer-cell", head ? "answer-cell-head" : "answer-cell-words");
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(said);
        cell.setFocusTraversable(!head);
        return cell;
    }

    private VBox stack() {
        var all = new VBox();
        all.getStyleClass().add("answer-stack");
        for (int row = 0; row < table.rows().size(); row++) {
            var thing = new VBox(cell(head(table.rows().get(row)), "", true));
            thing.getStyleClass().add("answer-table");
            for (int column : columns) {
                var cell = filled(row, column);
                String aspect = table.columns().get(column);
                if (!aspect.isEmpty()) {
                    var name = head(aspect);
                    name.getStyleClass().add("row-about");
                    cell.getChildren().addFirst(name);
                }
                thing.getChildren().add(cell);
            }
            all.getChildren().add(thing);
        }
        return all;
    }
}

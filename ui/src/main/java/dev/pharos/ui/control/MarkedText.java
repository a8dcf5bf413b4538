package dev.pharos.ui.control;

import dev.pharos.engine.search.Hit;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;

/// Flowing text with marked words: the marks are painted behind the text, so that they wrap with
/// it. Style it by `marked-text`, its words by `words` and its marks by `marks`.
public final class MarkedText extends TextFlow {
    private final Path marks = new Path();
    private final Text words = new Text();
    private List<Hit.Range> ranges = List.of();

    public MarkedText() {
        getStyleClass().add("marked-text");
        marks.getStyleClass().add("marks");
        marks.setManaged(false);
        words.getStyleClass().add("words");
        getChildren().setAll(marks, words);
    }

    /// @param ranges UTF-16 offsets into `text`
    public void show(String text, List<Hit.Range> ranges) {
        this.ranges = List.copyOf(ranges);
        FlowWords.fill(this, words, text);
        setAccessibleText(text);
        requestLayout();
    }

    /// The shape behind the marked words.
    public Path marks() {
        return marks;
    }

    /// Where the first mark begins, in pixels from the top; 0 without marks. Known once laid out.
    public double firstMarkY() {
        return marks.getElements().stream()
                .mapToDouble(element ->
                        switch (element) {
                            case MoveTo move -> move.getY();
                            case LineTo line -> line.getY();
                            default -> Double.MAX_VALUE;
                        })
                .min()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.getElements().clear();
        for (var range : ranges) {
            marks.getElements().addAll(getRangeShape(range.start(), range.end(), false));
        }
    }
}

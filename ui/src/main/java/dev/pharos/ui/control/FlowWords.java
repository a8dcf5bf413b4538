package dev.pharos.ui.control;

import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.text.Bidi;
import java.util.List;
import java.util.stream.Stream;

/// Words that wrap, also where they are read from the right. JavaFX (25.0.4, 26.0.1 and 27-ea+11
/// were tried) fails to lay out a line that breaks within a text node of such words, with an
/// `ArrayIndexOutOfBoundsException` from `PrismTextLayout.computeTrailingSpaceWidth`, and draws
/// nothing more of the window then; a line that breaks between two nodes is laid out. For the
/// JavaFX thread.
public final class FlowWords {

    private FlowWords() {}

    /// Whether some of it is read from the right.
    public static boolean fromRight(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// What may stand in one text node each: all of it, or each word with the blank behind it.
    public static List<String> pieces(String text) {
        return fromRight(text) ? Stream.of(text.split("(?<=\\s)")).toList() : List.of(text);
    }

    /// The same as nodes of a flow, in the style `words`.
    public static List<Text> of(String text) {
        return pieces(text).stream()
                .map(piece -> {
                    var words = new Text(piece);
                    words.getStyleClass().add("words");
                    return words;
                })
                .toList();
    }

    /// Fills a flow behind what lies under its words: with the node that it has, where one will do.
    public static void fill(TextFlow flow, Text one, String text) {
        boolean plain = !fromRight(text);
        one.setText(plain ? text : "");
        if (plain && flow.getChildren().contains(one)) {
            return;
        }
        flow.getChildren().removeIf(Text.class::isInstance);
        flow.getChildren().addAll(plain ? List.of(one) : of(text));
    }

    /// Wraps the words of somebody's own, as long as none of them is read from the right.
    public static void wrap(Labeled label) {
        label.wrapTextProperty()
                .bind(label.textProperty().map(text -> !fromRight(text)).orElse(true));
    }
}

package dev.pharos.ui.control;

import dev.pharos.ui.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The line to find something in what is shown: Enter goes to the next place, Shift+Enter to the
/// one before. For the JavaFX thread.
public final class FindBar extends HBox {
    private final Finder finding;
    private final Texts texts;
    private final TextField wanted = new TextField();
    private final Label count = new Label();
    private final Button before;
    private final Button next;
    private Runnable closed = () -> {};

    public FindBar(Finder finding, Texts texts) {
        this.finding = finding;
        this.texts = texts;
        before =
                IconButton.of(
                        Material2AL.KEYBOARD_ARROW_UP,
                        texts.text("find.before"),
                        finding::previous);
        next =
                IconButton.of(
                        Material2AL.KEYBOARD_ARROW_DOWN, texts.text("find.next"), finding::next);
        var close = IconButton.of(Material2AL.CLOSE, texts.text("find.close"), this::close);
        fillLine();
        finding.count()
                .subscribe(now -> {
                    before.setDisable(now.all() == 0);
                    next.setDisable(now.all() == 0);
                });
        getStyleClass().add("find-bar");
        getChildren()
                .setAll(
                        new FontIcon(Material2MZ.SEARCH),
                        wanted,
                        count,
                        toggle("Aa", "find.matchCase", finding.matchCaseProperty()),
                        toggle("ab|", "find.wholeWords", finding.wholeWordsProperty()),
                        before,
                        next,
                        close);
        Nodes.setShown(this, false);
    }

    private void fillLine() {
        wanted.setPromptText(texts.text("find.words"));
        wanted.setAccessibleText(texts.text("find.words"));
        wanted.setId("findText");
        wanted.textProperty().bindBidirectional(finding.wantedProperty());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.setId("findCount");
        count.getStyleClass().add("row-about");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::counted, finding.count(), finding.wantedProperty()));
        HBox.setHgrow(wanted, Priority.ALWAYS);
    }

    private ToggleButton toggle(String sign, String key, BooleanProperty on) {
        var toggle = new ToggleButton(sign);
        toggle.getStyleClass().addAll("flat", "small");
        toggle.setAccessibleText(texts.text(key));
        toggle.setTooltip(new Tooltip(texts.text(key)));
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.selectedProperty().bindBidirectional(on);
        return toggle;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                finding.previous();
            } else {
                finding.next();
            }
            event.consume();
        }
    }

    private String counted() {
        var now = finding.count().getValue();
        if (finding.wantedProperty().get().isBlank()) {
            return "";
        }
        if (now.all() == 0) {
            return texts.text("find.none");
        }
        return texts.text(now.more() ? "find.countMore" : "find.count", now.now() + 1, now.all());
    }

    /// @param then runs when the bar was closed
    public void onClosed(Runnable then) {
        closed = then;
    }

    /// Shows the bar with the keyboard in it.
    public void open() {
        Nodes.setShown(this, true);
        wanted.requestFocus();
        wanted.selectAll();
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Whether the keyboard is in the line.
    public boolean isTyping() {
        return isVisible() && wanted.isFocused();
    }

    public void close() {
        hide();
        closed.run();
    }

    /// The same, and the keyboard stays where it is.
    public void hide() {
        Nodes.setShown(this, false);
        finding.end();
    }
}

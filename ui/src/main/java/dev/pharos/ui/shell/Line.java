package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/// The line that is searched for while it is typed, or asked.
final class Line {
    /// The keyboard is in it.
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("line-focused");

    private final ShellViewModel shell;
    private final Texts texts;

    Line(ShellViewModel shell, Texts texts) {
        this.shell = shell;
        this.texts = texts;
    }

    /// @param box around all of it
    void bind(TextField line, Node box, ToggleButton search, ToggleButton ask) {
        line.textProperty().bindBidirectional(shell.lineProperty());
        line.setOnAction(_ -> shell.enter());
        line.focusedProperty().subscribe(focused -> box.pseudoClassStateChanged(FOCUSED, focused));
        Runnable show =
                () -> {
                    search.setSelected(!shell.asking());
                    ask.setSelected(shell.asking());
                    line.setPromptText(
                            texts.text(shell.asking() ? "shell.askPrompt" : "shell.searchPrompt"));
                };
        shell.sectionProperty().subscribe(_ -> show.run());
        search.setOnAction(_ -> choose(false, line, show));
        ask.setOnAction(_ -> choose(true, line, show));
    }

    private void choose(boolean asking, TextField line, Runnable show) {
        shell.setAsking(asking);
        show.run();
        line.requestFocus();
    }
}

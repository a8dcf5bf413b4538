package dev.pharos.ui.note;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Binds `find.fxml` to its view-model.
public final class FindController {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final NoteFinding finding;
    private final Texts texts;
    private final Consumer<String> write;
    private Runnable closed = () -> {};

    @FXML private VBox root;
    @FXML private TextField wanted;
    @FXML private Label count;
    @FXML private ToggleButton matchCase;
    @FXML private ToggleButton wholeWord;
    @FXML private ToggleButton regex;
    @FXML private Button before;
    @FXML private Button next;
    @FXML private Button close;
    @FXML private HBox replaceBar;
    @FXML private TextField replacement;
    @FXML private Button replace;
    @FXML private Button replaceAll;

    /// @param write puts a text in the place of the one that is written
    public FindController(NoteFinding finding, Consumer<String> write, Texts texts) {
        this.finding = finding;
        this.write = write;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        wanted.textProperty().bindBidirectional(finding.wantedProperty());
        replacement.textProperty().bindBidirectional(finding.replacementProperty());
        matchCase.selectedProperty().bindBidirectional(finding.matchCaseProperty());
        wholeWord.selectedProperty().bindBidirectional(finding.wholeWordProperty());
        regex.selectedProperty().bindBidirectional(finding.regexProperty());
        before.setOnAction(_ -> finding.previous());
        next.setOnAction(_ -> finding.next());
        close.setOnAction(_ -> close());
        replace.setOnAction(_ -> replaceOne());
        replaceAll.setOnAction(_ -> replaceAll());
        wanted.setOnKeyPressed(this::pressed);
        replacement.setOnAction(_ -> replaceOne());
        finding.foundProperty().subscribe(this::show);
        Nodes.setShown(root, false);
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

    private void replaceOne() {
        String now = finding.replaced();
        if (now != null) {
            write.accept(now);
            finding.begin(finding.from());
        } else {
            finding.next();
        }
    }

    private void replaceAll() {
        String now = finding.allReplaced();
        if (now != null) {
            write.accept(now);
            finding.begin(0);
        }
    }

    private void show(NoteFinding.Found found) {
        String trouble = found.trouble();
        wanted.pseudoClassStateChanged(WRONG, trouble != null);
        int all = found.matches().size();
        count.setText(trouble == null ? count(found) : words(trouble));
        before.setDisable(all == 0);
        next.setDisable(all == 0);
        replace.setDisable(all == 0);
        replaceAll.setDisable(all == 0);
    }

    private String words(String trouble) {
        return trouble.equals(NoteFinding.TOO_LONG)
                ? texts.text("note.regexSlow")
                : texts.text("note.regexWrong", trouble);
    }

    private String count(NoteFinding.Found found) {
        int all = found.matches().size();
        if (all == 0) {
            return wanted.getText().isEmpty() ? "" : texts.text("transcript.findNone");
        }
        return found.now() < 0
                ? texts.text("note.found", all)
                : texts.text("transcript.findCount", found.now() + 1, all);
    }

    /// @param then runs when the bar is closed
    void onClosed(Runnable then) {
        closed = then;
    }

    boolean shown() {
        return root.isVisible();
    }

    /// @param offset where one reads
    void open(boolean replacing, int offset) {
        Nodes.setShown(root, true);
        Nodes.setShown(replaceBar, replacing);
        wanted.requestFocus();
        wanted.selectAll();
        finding.begin(offset);
    }

    /// What is read cannot be replaced.
    void onlyFind() {
        Nodes.setShown(replaceBar, false);
    }

    void close() {
        hide();
        closed.run();
    }

    /// The same, and the keyboard stays where it is.
    void hide() {
        Nodes.setShown(root, false);
        finding.end();
    }
}

package dev.pharos.ui.command;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Binds `keys.fxml`: what each key does, and the choice of another one.
public final class KeysController {
    private final KeysViewModel viewModel;
    private final BiConsumer<String, Runnable> tell;
    private final Texts texts;
    private final ProblemText problems;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Row asking;

    @FXML private ScrollPane scroll;
    @FXML private VBox groups;
    @FXML private Label problem;
    @FXML private Button resetAll;

    /// @param tell tells of what was done, with the way back
    public KeysController(
            KeysViewModel viewModel,
            BiConsumer<String, Runnable> tell,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.tell = tell;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        FocusScroll.follow(scroll);
        for (var group : Command.Group.values()) {
            add(group);
        }
        resetAll.setOnAction(_ -> {
            var back = viewModel.resetAll();
            rows.getFirst().key.requestFocus();
            tell.accept(texts.text("keys.wereReset"), back);
        });
        viewModel.commands().settingsProperty().subscribe(_ -> show());
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(problem, why != null);
                    problem.setText(why == null ? "" : problems.of(why));
                });
    }

    private void add(Command.Group group) {
        var box = new VBox();
        box.getStyleClass().add("model-group");
        viewModel.commands().all().stream()
                .filter(command -> command.group() == group)
                .map(Row::new)
                .forEach(row -> {
                    row.content.getStyleClass().add("key-row");
                    rows.add(row);
                    box.getChildren().add(row.content);
                });
        var title = new Label(title(group));
        title.getStyleClass().add("section-title");
        groups.getChildren().addAll(title, box);
    }

    private String title(Command.Group group) {
        return switch (group) {
            case GO -> texts.text("keys.go");
            case TABS -> texts.text("keys.tabs");
            case DO -> texts.text("keys.do");
            case LOOK -> texts.text("keys.look");
        };
    }

    private void show() {
        rows.forEach(Row::show);
        resetAll.setDisable(!viewModel.anyChanged());
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return rows.getFirst().key;
    }

    /// Takes the keys that are chosen here.
    ///
    /// @return whether this one was taken
    public boolean pressed(KeyEvent event) {
        var row = asking;
        if (row == null) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            ask(null);
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            viewModel.choose(row.command, "", null);
            ask(null);
        } else {
            take(row, event);
        }
        return true;
    }

    /// A key that something else has is taken only when it is pressed again.
    private void take(Row row, KeyEvent event) {
        var key = Commands.pressed(event);
        if (key == null) {
            return;
        }
        var clash = viewModel.commands().clash(row.command, key);
        if (clash.isPresent() && !key.equals(row.warned)) {
            row.warned = key;
            row.about.setText(
                    texts.text(
                            "keys.clash",
                            viewModel.commands().text(key),
                            texts.text(clash.get().id())));
            Nodes.setShown(row.about, true);
            return;
        }
        viewModel.choose(row.command, key.getName(), clash.orElse(null));
        ask(null);
    }

    private void ask(@Nullable Row row) {
        var before = asking;
        asking = row;
        if (before != null) {
            before.warned = null;
            before.show();
        }
        if (row != null) {
            row.show();
        }
    }

    private final class Row {
        private final Command command;
        private final Label about = new Label();
        private final Button key = new Button();
        private final Button reset;
        private final HBox content;
        private javafx.scene.input.@Nullable KeyCombination warned;

        Row(Command command) {
            this.command = command;
            var name = new Label(texts.text(command.id()));
            about.getStyleClass().add("row-about");
            about.setWrapText(true);
            var words = new VBox(name, about);
            words.getStyleClass().add("key-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            key.getStyleClass().addAll("key", "key-button");
            key.setOnAction(_ -> ask(this));
            key.focusedProperty()
                    .subscribe(focused -> {
                        if (!focused && asking == this) {
                            ask(null);
                        }
                    });
            key.setMinWidth(Button.USE_PREF_SIZE);
            reset =
                    IconButton.of(
                            Material2MZ.RESTORE,
                            texts.text("keys.reset", texts.text(command.id())),
                            () -> {
                                key.requestFocus();
                                viewModel.reset(command);
                            });
            content = new HBox(words, reset, key);
            show();
        }

        void show() {
            boolean asked = asking == this;
            String shown = viewModel.commands().keyText(command.id());
            key.setText(asked ? texts.text("keys.press") : shown.isEmpty() ? "–" : shown);
            key.setAccessibleText(texts.text(command.id()) + ", " + key.getText());
            reset.setVisible(viewModel.changed(command));
            about.setText(asked ? texts.text("keys.how") : "");
            Nodes.setShown(about, asked);
        }
    }
}

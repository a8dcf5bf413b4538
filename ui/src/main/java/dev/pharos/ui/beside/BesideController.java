package dev.pharos.ui.beside;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.beside.BesideViewModel.Key;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Binds `beside.fxml` to its view-model.
public final class BesideController {
    private final BesideViewModel beside;
    private final Texts texts;
    private final ProblemText problems;
    private boolean asking;

    @FXML private CheckBox keepInTray;
    @FXML private Label noTray;
    @FXML private CheckBox globalKey;
    @FXML private Label about;
    @FXML private TextField command;
    @FXML private Button change;
    @FXML private Label problem;

    public BesideController(BesideViewModel beside, Texts texts, ProblemText problems) {
        this.beside = beside;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        keepInTray.setOnAction(_ -> beside.keepInTray(keepInTray.isSelected()));
        globalKey.setOnAction(_ -> beside.globalKey(globalKey.isSelected()));
        command.setText(String.join(" ", beside.command()));
        change.setOnAction(_ -> ask(true));
        change.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        change.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        ask(false);
                    }
                });
        beside.trayProperty()
                .subscribe(there -> {
                    keepInTray.setDisable(!there);
                    Nodes.setShown(noTray, !there);
                });
        beside.settingsProperty().subscribe((_, _) -> show());
        beside.keyProperty().subscribe((_, _) -> show());
        beside.problemProperty()
                .subscribe(why -> {
                    problem.setText(why == null ? "" : problems.of(why));
                    Nodes.setShown(problem, why != null);
                });
        ask(false);
        show();
    }

    private void show() {
        var settings = beside.settingsProperty().get();
        keepInTray.setSelected(settings.keepInTray());
        globalKey.setSelected(settings.globalKey());
        String name =
                settings.combination().getDisplayText().replace("Ctrl", texts.text("keys.control"));
        var why = beside.keyProperty().get() instanceof Key.Refused(var reason) ? reason : null;
        about.setText(words(why, name));
        boolean hopeless = why == GlobalKeys.Why.WAYLAND || why == GlobalKeys.Why.SYSTEM;
        Nodes.setShown(command, hopeless);
        Nodes.setShown(change, settings.globalKey() && !hopeless);
    }

    private String words(GlobalKeys.@Nullable Why why, String name) {
        return switch (why) {
            case null -> texts.text("settings.globalKeyText", name);
            case TAKEN -> texts.text("settings.globalKey.taken", name);
            case WAYLAND -> texts.text("settings.globalKey.wayland");
            case SYSTEM -> texts.text("settings.globalKey.system");
        };
    }

    private void ask(boolean now) {
        asking = now;
        change.setText(texts.text(now ? "settings.globalKeyPress" : "settings.globalKeyChange"));
    }

    /// A key that writes something is no key for all programs.
    private void pressed(KeyEvent event) {
        if (!asking || event.getCode().isModifierKey() || event.getCode() == KeyCode.TAB) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            ask(false);
        } else if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            ask(false);
            beside.key(
                    new KeyCodeCombination(
                                    event.getCode(),
                                    value(event.isShiftDown()),
                                    value(event.isControlDown()),
                                    value(event.isAltDown()),
                                    value(event.isMetaDown()),
                                    ModifierValue.UP)
                            .getName());
        }
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}

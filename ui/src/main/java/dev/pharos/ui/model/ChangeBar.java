package dev.pharos.ui.model;

import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Device;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.TimeText;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Function;

/// How the change to another embedder stands, and what may be done about it; not there while
/// nothing changes.
final class ChangeBar extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final EmbeddingViewModel embedding;
    private final Names names;
    private final Texts texts;
    private final ProblemText problems;
    private final Label title = new Label();
    private final Label about = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button goOn;
    private final Button stop;
    private final Button undo;
    private final Button forget;
    private final Button dismiss;

    /// What the bar calls things.
    ///
    /// @param model the title of a model
    /// @param device the name of a device
    record Names(Function<EmbeddingModel, String> model, Function<Device, String> device) {}

    ChangeBar(EmbeddingViewModel embedding, Names names, Texts texts, ProblemText problems) {
        this.embedding = embedding;
        this.names = names;
        this.texts = texts;
        this.problems = problems;
        goOn = button("goOn", texts.text("change.goOn"), embedding::goOn);
        stop = button("stop", texts.text("change.stop"), embedding::stop);
        undo = button("undo", texts.text("change.undo"), embedding::undo);
        forget = button("forget", texts.text("change.forget"), embedding::forgetOthers);
        forget.getStyleClass().add("flat");
        dismiss = button("dismiss", texts.text("model.dismiss"), embedding::dismiss);
        title.getStyleClass().add("row-title");
        about.getStyleClass().add("row-about");
        for (var each : new Label[] {title, about}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.setAccessibleText(texts.text("change.progressName"));
        var buttons = new HBox(goOn, stop, undo, forget, dismiss);
        buttons.getStyleClass().add("buttons");
        getStyleClass().add("change-bar");
        getChildren().setAll(title, bar, about, buttons);
        embedding.stateProperty().subscribe(this::show);
        embedding.leftProperty().subscribe(this::show);
        embedding.problemProperty().subscribe(this::show);
        show();
    }

    private static Button button(String name, String text, Runnable does) {
        var button = new Button(text);
        button.getStyleClass().addAll("small", name);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void show() {
        var state = embedding.stateProperty().get();
        var failure = embedding.problemProperty().get();
        var next = state == null ? null : state.next();
        var previous = state == null || next != null ? null : state.previous();
        boolean stands = next != null && state.problem() != null;
        Nodes.setShown(this, next != null || previous != null || failure != null);
        Nodes.setShown(title, next != null || previous != null);
        Nodes.setShown(bar, next != null);
        Nodes.setShown(goOn, stands);
        Nodes.setShown(stop, next != null);
        Nodes.setShown(undo, previous != null);
        Nodes.setShown(forget, previous != null);
        Nodes.setShown(dismiss, failure != null);
        pseudoClassStateChanged(FAILED, stands || failure != null);
        if (next != null) {
            showChange(state, next);
        } else if (previous != null) {
            title.setText(texts.text("change.done", name(state.current())));
            about.setText(texts.text("change.doneText", name(previous)));
        }
        if (failure != null) {
            about.setText(problems.of(failure));
        }
    }

    private void showChange(EmbeddingChoice.State state, EmbeddingModel next) {
        title.setText(texts.text("change.title", name(next)));
        bar.setProgress(
                state.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) state.embedded() / state.total());
        var left = embedding.leftProperty().get();
        var device = state.device();
        String progress =
                texts.text("change.progress", state.embedded(), state.total())
                        + (device == null
                                ? ""
                                : " · "
                                        + texts.text(
                                                "change.device", names.device().apply(device)));
        if (state.problem() != null) {
            about.setText(progress + " · " + problems.of(state.problem()));
        } else {
            about.setText(
                    (left == null ? progress : progress + " · " + TimeText.left(left, texts))
                            + "\n"
                            + texts.text("change.meanwhile", name(state.current())));
        }
    }

    private String name(EmbeddingModel model) {
        return names.model().apply(model);
    }
}

package dev.pharos.ui.job;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.function.Consumer;

/// One job: what it is about, how it stands, and what may be done with it now.
final class JobCell extends WideCell<Job> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final double COLUMN = 760;

    private final JobText words;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button choose;
    private final Button earlier;
    private final Button later;
    private final Button pause;
    private final Button resume;
    private final Button retry;
    private final Button cancel;
    private final Button remove;
    private final StackPane content;

    /// @param chooseModel leads to where a model is chosen
    JobCell(JobsViewModel jobs, Runnable chooseModel, Texts texts, JobText words) {
        this.words = words;
        choose = new Button(texts.text("wordless.choose"));
        choose.setOnAction(_ -> chooseModel.run());
        earlier =
                button(
                        Material2AL.ARROW_UPWARD,
                        texts.text("job.earlier"),
                        j -> jobs.move(j, true));
        later =
                button(
                        Material2AL.ARROW_DOWNWARD,
                        texts.text("job.later"),
                        j -> jobs.move(j, false));
        pause = button(Material2MZ.PAUSE, texts.text("job.pause"), jobs::pause);
        resume = button(Material2MZ.PLAY_ARROW, texts.text("job.resume"), jobs::resume);
        retry = button(Material2MZ.REFRESH, texts.text("job.retry"), jobs::retry);
        cancel = button(Material2AL.CLOSE, texts.text("job.cancel"), jobs::cancel);
        remove = button(Material2AL.DELETE_OUTLINE, texts.text("job.remove"), jobs::remove);
        title.getStyleClass().add("row-title");
        FlowWords.wrap(title);
        about.getStyleClass().add("row-about");
        about.setWrapText(true);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.text("job.bar"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(ProgressBar.USE_PREF_SIZE);
        var rows = new VBox(title, bar, about);
        rows.getStyleClass().add("job-words");
        HBox.setHgrow(rows, Priority.ALWAYS);
        var buttons = new HBox(choose, earlier, later, pause, resume, retry, cancel, remove);
        buttons.getStyleClass().add("job-buttons");
        var row = new HBox(icon, rows, buttons);
        row.getStyleClass().addAll("row", "job-row");
        row.setMaxWidth(COLUMN);
        content = new StackPane(row);
        getStyleClass().add("job-cell");
    }

    private Button button(Ikon picture, String name, Consumer<Job> does) {
        return IconButton.of(
                picture,
                name,
                () -> {
                    if (getItem() != null) {
                        does.accept(getItem());
                    }
                });
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Job job) {
        var state = job.state();
        pseudoClassStateChanged(FAILED, state == Job.State.FAILED);
        pseudoClassStateChanged(DONE, state == Job.State.DONE && job.problem() == null);
        pseudoClassStateChanged(RUNNING, state == Job.State.RUNNING);
        boolean lacks = JobText.lacksModel(job);
        icon.setIconCode(icon(job));
        title.setText(job.title());
        about.setText(words.line(job));
        bar.setProgress(JobText.fraction(job));
        Nodes.setShown(
                bar, state == Job.State.RUNNING || state == Job.State.PAUSED && job.done() > 0);
        boolean waits = state == Job.State.WAITING && !lacks;
        Nodes.setShown(choose, lacks);
        Nodes.setShown(earlier, waits);
        Nodes.setShown(later, waits);
        Nodes.setShown(pause, state == Job.State.RUNNING || waits);
        Nodes.setShown(resume, state == Job.State.PAUSED);
        Nodes.setShown(retry, state == Job.State.FAILED || state == Job.State.CANCELLED);
        Nodes.setShown(cancel, !state.over());
        Nodes.setShown(remove, state.over());
        setAccessibleText(job.title() + ", " + about.getText());
    }

    private static Ikon icon(Job job) {
        return switch (job.state()) {
            case WAITING -> Material2AL.HOURGLASS_EMPTY;
            case RUNNING -> Material2AL.GRAPHIC_EQ;
            case PAUSED -> Material2MZ.PAUSE_CIRCLE_OUTLINE;
            case DONE ->
                    job.problem() == null ? Material2AL.CHECK_CIRCLE_OUTLINE : Material2AL.INFO;
            case FAILED -> Material2AL.ERROR_OUTLINE;
            case CANCELLED -> Material2AL.BLOCK;
        };
    }
}

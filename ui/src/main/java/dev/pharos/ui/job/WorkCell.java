package dev.pharos.ui.job;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWorkViewModel.Row;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of long work: what it is about, how it stands, what may be done with it now, and what
/// happened to it; or the head of a group of them.
final class WorkCell extends WideCell<Row> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final double COLUMN = 760;

    private final WorkMenu menu;
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label trouble = new Label();
    private final Label percent = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox measure = new HBox(bar, percent);
    private final LogView log;
    private final Map<Deed, Button> buttons = new LinkedHashMap<>();
    private final Button details;
    private final Label head = new Label();
    private final StackPane content;
    private final StackPane headContent = new StackPane(head);
    private @Nullable Row shown;

    WorkCell(LongWorkViewModel works, Texts texts) {
        this.texts = texts;
        menu = new WorkMenu(works, texts);
        log = new LogView(works, texts);
        var choose = new Button(texts.text("wordless.choose"));
        choose.setOnAction(_ -> act(works, Deed.CHOOSE_MODEL));
        buttons.put(Deed.CHOOSE_MODEL, choose);
        button(works, Deed.PAUSE, Material2MZ.PAUSE);
        button(works, Deed.RESUME, Material2MZ.PLAY_ARROW);
        button(works, Deed.RETRY, Material2MZ.REFRESH);
        button(works, Deed.OPEN_FOLDER, Material2AL.FOLDER_OPEN);
        button(works, Deed.CANCEL, Material2AL.CLOSE);
        button(works, Deed.REMOVE, Material2AL.DELETE_OUTLINE);
        details =
                IconButton.of(
                        Material2AL.EXPAND_MORE,
                        texts.text("job.details"),
                        () -> {
                            if (work() != null) {
                                works.toggle(work());
                            }
                        });
        details.setId("details");
        style();
        content = new StackPane(row());
        setOnContextMenuRequested(event -> {
            if (work() != null) {
                menu.show(work(), this, event.getScreenX(), event.getScreenY());
            }
        });
    }

    private void button(LongWorkViewModel works, Deed deed, Ikon picture) {
        buttons.put(
                deed, IconButton.of(picture, WorkMenu.name(deed, texts), () -> act(works, deed)));
    }

    private void act(LongWorkViewModel works, Deed deed) {
        if (work() != null) {
            works.act(work(), deed);
        }
    }

    private @Nullable LongWork work() {
        return shown instanceof Row.Item(var work, _) ? work : null;
    }

    private void style() {
        title.getStyleClass().add("row-title");
        about.getStyleClass().add("row-about");
        trouble.getStyleClass().addAll("row-about", "job-trouble");
        percent.getStyleClass().addAll("row-about", "job-percent");
        for (var each : List.of(title, about, trouble)) {
            each.setWrapText(true);
        }
        percent.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.text("job.bar"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        measure.getStyleClass().add("job-measure");
        head.getStyleClass().add("section-title");
        head.setMaxWidth(COLUMN);
        headContent.getStyleClass().add("job-head");
        getStyleClass().add("job-cell");
    }

    private Node row() {
        var words = new VBox(title, measure, about, trouble, log);
        words.getStyleClass().add("job-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var deeds = new HBox();
        deeds.getChildren().setAll(buttons.values());
        deeds.getChildren().add(details);
        deeds.getStyleClass().add("job-buttons");
        var row = new HBox(icon, words, deeds);
        row.getStyleClass().addAll("row", "job-row");
        row.setMaxWidth(COLUMN);
        return row;
    }

    @Override
    protected Node content() {
        return shown instanceof Row.Head ? headContent : content;
    }

    @Override
    protected void leave() {
        shown = null;
        for (var state : List.of(FAILED, DONE, RUNNING, OPEN, HEAD)) {
            pseudoClassStateChanged(state, false);
        }
    }

    @Override
    protected void show(Row row) {
        shown = row;
        pseudoClassStateChanged(HEAD, row instanceof Row.Head);
        switch (row) {
            case Row.Head(var group, int count) -> show(group, count);
            case Row.Item(var work, var entries) -> show(work, entries);
        }
    }

    private void show(LongWorkViewModel.Group group, int count) {
        for (var state : List.of(FAILED, DONE, RUNNING, OPEN)) {
            pseudoClassStateChanged(state, false);
        }
        head.setText(
                switch (group) {
                    case NOW -> texts.text("jobs.now");
                    case WAITING -> texts.text("jobs.waiting", count);
                    case OVER -> texts.text("jobs.over", count);
                });
        setAccessibleText(head.getText());
    }

    private void show(LongWork work, @Nullable List<LongWorkViewModel.Entry> entries) {
        var stand = work.stand();
        var state = stand.state();
        pseudoClassStateChanged(FAILED, state == Job.State.FAILED);
        pseudoClassStateChanged(DONE, state == Job.State.DONE && stand.trouble() == null);
        pseudoClassStateChanged(RUNNING, state == Job.State.RUNNING);
        pseudoClassStateChanged(OPEN, entries != null);
        icon.setIconCode(WorkIcons.of(work));
        title.setText(work.title());
        about.setText(WorkText.line(work, texts));
        trouble.setText(stand.trouble());
        Nodes.setShown(trouble, stand.trouble() != null);
        bar.setProgress(stand.fraction());
        percent.setText(stand.fraction() < 0 ? "" : texts.text("job.percent", stand.fraction()));
        Nodes.setShown(
                measure,
                state == Job.State.RUNNING || state == Job.State.PAUSED && stand.fraction() > 0);
        buttons.forEach((deed, button) -> Nodes.setShown(button, work.can(deed)));
        details.setGraphic(
                new FontIcon(entries == null ? Material2AL.EXPAND_MORE : Material2AL.EXPAND_LESS));
        log.show(work, entries);
        setAccessibleText(
                String.join(
                        ", ",
                        Arrays.asList(
                                work.title(),
                                about.getText(),
                                stand.trouble() == null ? "" : stand.trouble())));
    }
}

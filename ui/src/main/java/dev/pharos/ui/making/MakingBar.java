package dev.pharos.ui.making;

import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.job.JobText;
import dev.pharos.ui.making.MakingViewModel.Item;
import dev.pharos.ui.making.MakingViewModel.Stand;
import dev.pharos.ui.making.Wishes.Wish;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Stands above everything while notes are made: the steps of the one that is being made, how many
/// follow, and what failed, with what to do about it. For the JavaFX thread.
public final class MakingBar extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    /// Where one goes from here.
    ///
    /// @param chooseModel of speech
    /// @param settings of research
    public record Leads(Runnable chooseModel, Runnable settings) {}

    /// One that failed, and how many others did.
    private record Failed(Item item, int more) {}

    private final MakingViewModel viewModel;
    private final Leads leads;
    private final Texts texts;
    private final ProblemText problems;
    private final JobText jobs;
    private final Map<Wish, Row> rows = new HashMap<>();
    private final Map<Failed, HBox> failures = new HashMap<>();

    public MakingBar(MakingViewModel viewModel, Leads leads, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.leads = leads;
        this.texts = texts;
        this.problems = problems;
        jobs = new JobText(texts, problems);
        setId("making");
        viewModel.items().subscribe(this::show);
        show();
    }

    private void show() {
        var items = viewModel.items();
        var failed = items.stream().filter(MakingBar::failed).toList();
        var now =
                items.stream()
                        .filter(item -> item.stand() instanceof Stand.Working)
                        .findFirst()
                        .or(() -> items.stream().filter(item -> !failed(item)).findFirst());
        var shown = new ArrayList<Node>();
        now.ifPresent(item -> shown.add(row(item, items.size() - failed.size() - 1)));
        if (!failed.isEmpty()) {
            shown.add(failedRow(new Failed(failed.getFirst(), failed.size() - 1)));
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        rows.keySet().retainAll(items.stream().map(Item::wish).toList());
        failures.keySet().removeIf(each -> !failed.contains(each.item()));
        Nodes.setShown(this, !shown.isEmpty());
    }

    private static boolean failed(Item item) {
        return item.stand() instanceof Stand.Failed;
    }

    /// The same row all the time, so that the keyboard stays on its button.
    private Row row(Item item, int more) {
        var row = rows.computeIfAbsent(item.wish(), Row::new);
        row.show(item, more);
        return row;
    }

    /// How far it is with one of them.
    private final class Row extends HBox {
        private final Label title = new Label();
        private final Map<MakingStep, Label> steps = new EnumMap<>(MakingStep.class);
        private final Button choose = button("wordless.choose", "accent", leads.chooseModel());

        Row(Wish wish) {
            title.getStyleClass().add("making-title");
            title.setMinWidth(80);
            var flow = new FlowPane();
            flow.getStyleClass().add("making-steps");
            HBox.setHgrow(flow, Priority.ALWAYS);
            for (var step : MakingText.steps(wish.settings())) {
                var label = new Label("", new FontIcon());
                label.getStyleClass().add("making-step");
                steps.put(step, label);
                flow.getChildren().add(label);
            }
            getChildren()
                    .setAll(
                            new FontIcon(Material2MZ.POST_ADD),
                            title,
                            flow,
                            choose,
                            button("making.cancel", "flat", () -> viewModel.cancel(wish)));
            getStyleClass().addAll("banner", "making-row");
        }

        void show(Item item, int more) {
            String name = texts.text("making.note", Toasts.name(item.wish().title()));
            title.setText(more > 0 ? texts.text("making.noteMore", name, more) : name);
            var now = now(item.stand());
            var job = item.stand() instanceof Stand.Transcribing(var found) ? found : null;
            Nodes.setShown(choose, job != null && JobText.lacksModel(job));
            steps.forEach((step, label) -> {
                boolean here = step == now;
                boolean done = now != null && step.compareTo(now) < 0;
                String words = MakingText.step(step, texts);
                label.setText(here && job != null ? words + " · " + jobs.line(job) : words);
                ((FontIcon) label.getGraphic())
                        .setIconCode(
                                done
                                        ? Material2AL.CHECK
                                        : here
                                                ? Material2MZ.RADIO_BUTTON_CHECKED
                                                : Material2MZ.RADIO_BUTTON_UNCHECKED);
                label.pseudoClassStateChanged(DONE, done);
                label.pseudoClassStateChanged(NOW, here);
            });
        }
    }

    private static @Nullable MakingStep now(Stand stand) {
        return switch (stand) {
            case Stand.Waiting(), Stand.Failed(_) -> null;
            case Stand.Transcribing(_) -> MakingStep.TRANSCRIPTION;
            case Stand.Working(var step, _) -> step;
        };
    }

    private HBox failedRow(Failed failed) {
        return failures.computeIfAbsent(failed, this::newFailedRow);
    }

    private HBox newFailedRow(Failed failed) {
        var item = failed.item();
        var why = item.stand() instanceof Stand.Failed(var problem) ? problem : null;
        var words =
                new Label(
                        texts.text(
                                "making.failed",
                                Toasts.name(item.wish().title()),
                                why == null ? "" : problems.of(why),
                                failed.more()));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        FlowWords.wrap(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new FontIcon(Material2AL.ERROR_OUTLINE), words);
        row.getStyleClass().addAll("banner", "trouble");
        if (why instanceof Problem.ResearchNotAllowed || why instanceof Problem.ResearchFailed) {
            row.getChildren().add(button("making.toSettings", "flat", leads.settings()));
        }
        row.getChildren()
                .addAll(
                        button("making.retry", "flat", () -> viewModel.retry(item.wish())),
                        IconButton.of(
                                Material2AL.CLOSE,
                                texts.text("making.dismiss"),
                                () -> viewModel.cancel(item.wish())));
        return row;
    }

    private Button button(String key, String style, Runnable does) {
        var button = new Button(texts.text(key));
        button.setId(key.substring(key.indexOf('.') + 1));
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }
}

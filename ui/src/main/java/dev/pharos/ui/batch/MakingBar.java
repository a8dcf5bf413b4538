package dev.pharos.ui.batch;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.batch.BatchItem.Step;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.TimeText;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.making.MakingText;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stands above everything while notes are made: the steps of the source that is worked on, how
/// many follow, and what failed, with what to do about it. For the JavaFX thread.
public final class MakingBar extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    /// The room that the steps leave to the title where there is little.
    private static final double STEPS = 160;

    /// Where one goes from here.
    ///
    /// @param chooseModel of speech
    /// @param settings of research
    /// @param batches all that are being made
    public record Leads(Runnable chooseModel, Runnable settings, Runnable batches) {}

    /// One in which something failed, and how many others there are.
    private record Failed(Batch batch, int more) {}

    private final BatchesViewModel batches;
    private final Leads leads;
    private final Texts texts;
    private final ProblemText problems;
    private final Row row = new Row();
    private boolean covered;
    private final Map<Failed, HBox> failures = new HashMap<>();

    public MakingBar(BatchesViewModel batches, Leads leads, Texts texts, ProblemText problems) {
        this.batches = batches;
        this.leads = leads;
        this.texts = texts;
        this.problems = problems;
        setId("making");
        row.build();
        batches.all().subscribe(this::show);
        batches.troubled().subscribe(this::show);
        show();
    }

    /// @param now whether the same stands below it
    public void setCovered(boolean now) {
        covered = now;
        show();
    }

    private void show() {
        var open = batches.all().stream().filter(each -> !each.status().over()).toList();
        var items = open.stream().flatMap(each -> each.items().stream());
        int more = (int) items.filter(each -> !each.state().over()).count() - 1;
        var shown = new ArrayList<Node>();
        now(open)
                .ifPresent(batch ->
                        current(batch)
                                .ifPresent(item -> {
                                    row.show(batch, item, more);
                                    shown.add(row);
                                }));
        var troubled = batches.troubled();
        if (!troubled.isEmpty()) {
            var failed = new Failed(troubled.getLast(), troubled.size() - 1);
            failures.keySet().retainAll(List.of(failed));
            shown.add(failures.computeIfAbsent(failed, this::failedRow));
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        Nodes.setShown(this, !shown.isEmpty() && !covered);
    }

    /// The one that is worked on, else the next; the newest is the first of them.
    private static Optional<Batch> now(List<Batch> open) {
        return open.stream()
                .filter(each -> each.count(Job.State.RUNNING) > 0)
                .findFirst()
                .or(() -> open.stream().reduce((_, oldest) -> oldest));
    }

    private static Optional<BatchItem> current(Batch batch) {
        return batch.items().stream()
                .filter(each -> !each.state().over())
                .min(Comparator.comparing(each -> each.state() != Job.State.RUNNING));
    }

    /// How far it is with one of them. The same row all the time, so that the keyboard stays on its
    /// button.
    private final class Row extends HBox {
        private final Label title = new Label();
        private final FlowPane flow = new FlowPane();
        private final Map<MakingStep, Label> steps = new EnumMap<>(MakingStep.class);
        private final Button choose = new Button();
        private final Button all = new Button();
        private final Button cancel = new Button();

        void build() {
            title.getStyleClass().add("making-title");
            title.setMinWidth(80);
            flow.setPrefWrapLength(STEPS);
            flow.getStyleClass().add("making-steps");
            HBox.setHgrow(flow, Priority.ALWAYS);
            for (var step : MakingStep.values()) {
                var label = new Label("", new FontIcon());
                label.getStyleClass().add("making-step");
                steps.put(step, label);
            }
            button(choose, "wordless.choose", "accent", leads.chooseModel());
            button(all, "making.all", "flat", leads.batches());
            button(cancel, "making.cancel", "flat", () -> {});
            getChildren()
                    .setAll(new FontIcon(Material2MZ.POST_ADD), title, flow, choose, all, cancel);
            getStyleClass().addAll("banner", "making-row");
        }

        void show(Batch batch, BatchItem item, int more) {
            String name = texts.text("making.note", Toasts.name(item.title()));
            title.setText(more > 0 ? texts.text("making.noteMore", name, more) : name);
            Nodes.setShown(choose, item.problem() instanceof Problem.NoSpeechModel);
            cancel.setOnAction(_ -> batches.cancel(batch.id()));
            Nodes.setShown(cancel, batch.items().size() == 1);
            var now =
                    item.steps().stream()
                            .filter(each -> each.state() != Step.State.LEFT_OUT)
                            .toList();
            var labels = now.stream().map(each -> (Node) steps.get(each.step())).toList();
            if (!flow.getChildren().equals(labels)) {
                flow.getChildren().setAll(labels);
            }
            now.forEach(each -> show(each, steps.getOrDefault(each.step(), title)));
        }

        private void show(Step step, Label label) {
            boolean here = step.state() == Step.State.RUNNING;
            boolean done = step.state() == Step.State.DONE;
            String words = MakingText.step(step.step(), texts);
            label.setText(here ? words + far(step) : words);
            ((FontIcon) label.getGraphic())
                    .setIconCode(
                            done
                                    ? Material2AL.CHECK
                                    : here
                                            ? Material2MZ.RADIO_BUTTON_CHECKED
                                            : Material2MZ.RADIO_BUTTON_UNCHECKED);
            label.pseudoClassStateChanged(DONE, done);
            label.pseudoClassStateChanged(NOW, here);
        }

        private String far(Step step) {
            String percent =
                    step.total() > 0
                            ? " · "
                                    + texts.text(
                                            "job.percent",
                                            Math.min(1, (double) step.done() / step.total()))
                            : "";
            var left = step.remaining();
            return left == null || !left.isPositive()
                    ? percent
                    : percent + " · " + TimeText.left(left, texts);
        }
    }

    private HBox failedRow(Failed one) {
        var batch = one.batch();
        var all = batch.items();
        var why = all.size() == 1 ? all.getFirst().problem() : null;
        var words = new Label(all.size() == 1 ? failure(one) : troubles(batch));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        FlowWords.wrap(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        var shown = new HBox(new FontIcon(Material2AL.ERROR_OUTLINE), words);
        shown.getStyleClass().addAll("banner", "trouble");
        if (why instanceof Problem.ResearchNotAllowed || why instanceof Problem.ResearchFailed) {
            shown.getChildren().add(button("making.toSettings", "flat", leads.settings()));
        }
        if (all.size() > 1) {
            shown.getChildren().add(button("making.all", "flat", leads.batches()));
        }
        if (batch.count(Job.State.FAILED) > 0) {
            shown.getChildren()
                    .add(button("making.retry", "flat", () -> batches.retry(batch.id())));
        }
        shown.getChildren()
                .add(
                        IconButton.of(
                                Material2AL.CLOSE,
                                texts.text("making.dismiss"),
                                () -> batches.putAway(batch.id())));
        return shown;
    }

    private String failure(Failed one) {
        var item = one.batch().items().getFirst();
        var why = item.problem();
        return texts.text(
                "making.failed",
                Toasts.name(item.title()),
                why == null ? "" : problems.of(why),
                one.more());
    }

    /// How many of several failed, and how many no model wrote, with the reason of the most.
    private String troubles(Batch batch) {
        int all = batch.items().size();
        int failed = batch.count(Job.State.FAILED);
        long unwritten = BatchesViewModel.unwritten(batch);
        return Stream.of(
                        failed > 0 ? texts.text("making.failedMany", failed, all) : "",
                        unwritten > 0
                                ? texts.text("making.unwritten", unwritten, all, reason(batch))
                                : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String reason(Batch batch) {
        return batch.items().stream()
                .flatMap(each -> each.unwritten().stream())
                .map(problems::of)
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private Button button(String key, String style, Runnable does) {
        return button(new Button(), key, style, does);
    }

    private Button button(Button button, String key, String style, Runnable does) {
        button.setText(texts.text(key));
        button.setId(key.substring(key.indexOf('.') + 1));
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }
}

package dev.pharos.ui.library;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.job.JobText;
import dev.pharos.ui.job.JobsViewModel;
import dev.pharos.ui.library.MeaningViewModel.State;
import dev.pharos.ui.work.Job;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;

/// Binds `status.fxml`: what the library holds, how far its long work and its meaning are.
public final class StatusController {
    private final LibraryViewModel library;
    private final MeaningViewModel meaning;
    private final Texts texts;
    private final ProblemText problems;
    private final @Nullable JobsViewModel jobs;
    private final Runnable showJobs;

    @FXML private Label sources;
    @FXML private Hyperlink work;
    @FXML private Label learned;
    @FXML private ProgressBar progress;

    /// @param jobs null where there is no long work
    /// @param showJobs leads to them
    public StatusController(
            LibraryViewModel library,
            MeaningViewModel meaning,
            @Nullable JobsViewModel jobs,
            Runnable showJobs,
            Texts texts,
            ProblemText problems) {
        this.library = library;
        this.meaning = meaning;
        this.jobs = jobs;
        this.showJobs = showJobs;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        sources.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.text("status.sources", library.all().size()),
                                library.all()));
        work.setOnAction(_ -> {
            work.setVisited(false);
            showJobs.run();
        });
        showWork(null);
        if (jobs != null) {
            jobs.summaryProperty().subscribe(this::showWork);
            jobs.all().subscribe(() -> showWork(jobs.summaryProperty().get()));
        }
        var state = meaning.stateProperty();
        var step = state.flatMap(StatusController::step);
        learned.textProperty().bind(state.flatMap(this::words));
        progress.progressProperty().bind(step.map(Job.Step::fraction).orElse(0.0));
        progress.managedProperty().bind(progress.visibleProperty());
        progress.visibleProperty().bind(step.map(each -> each.total() > each.done()).orElse(false));
    }

    private void showWork(JobsViewModel.@Nullable Summary summary) {
        work.setText(summary == null ? texts.text("status.jobs") : work(summary));
        Nodes.setShown(work, jobs != null && (summary != null || !jobs.all().isEmpty()));
    }

    private String work(JobsViewModel.Summary summary) {
        var running = summary.running();
        if (running == null) {
            return texts.text("status.waiting", summary.count() - summary.nth() + 1);
        }
        return texts.text(
                "status.working",
                summary.nth(),
                summary.count(),
                Math.max(0, JobText.fraction(running)));
    }

    private static @Nullable ObservableValue<Job.Step> step(State state) {
        return switch (state) {
            case State.Indexing(var job) -> job.stepProperty();
            case State.Working(var job) -> job.stepProperty();
            case State.Unknown _, State.Complete _, State.Failed _ -> null;
        };
    }

    private ObservableValue<String> words(State state) {
        return switch (state) {
            case State.Indexing(var job) ->
                    job.stepProperty().map(step -> words("status.indexing", step));
            case State.Working(var job) -> job.stepProperty().map(this::learning);
            case State.Complete(var passages, var notice) ->
                    new SimpleStringProperty(
                            notice != null
                                    ? problems.of(notice)
                                    : passages == 0 ? "" : texts.text("status.complete", passages));
            case State.Failed(var problem) -> new SimpleStringProperty(problems.of(problem));
            case State.Unknown _ -> new SimpleStringProperty("");
        };
    }

    private String words(String key, Job.Step step) {
        return step.total() > step.done() ? texts.text(key, step.done(), step.total()) : "";
    }

    private String learning(Job.Step step) {
        var device = meaning.device();
        return device == null || step.total() <= step.done()
                ? words("status.learning", step)
                : texts.text("status.learningOn", step.done(), step.total(), device.name());
    }
}

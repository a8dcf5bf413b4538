package dev.pharos.ui.transcription;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.job.JobText;
import dev.pharos.ui.job.JobsViewModel;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.function.Consumer;

/// Binds `wordless.fxml`: what stands in place of the words while there are none.
public final class WordlessController {
    private final TranscriptViewModel viewModel;
    private final JobsViewModel jobs;
    private final ObservableValue<Boolean> modelChosen;
    private final Runnable chooseModel;
    private final Texts texts;
    private final ProblemText problems;
    private final JobText words;
    private Runnable importFile = () -> {};

    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private ProgressBar bar;
    @FXML private Label about;
    @FXML private Button transcribe;
    @FXML private Button choose;
    @FXML private Button pause;
    @FXML private Button resume;
    @FXML private Button retry;
    @FXML private Button cancel;
    @FXML private Button importWords;

    /// @param chooseModel leads to where a model is chosen
    public WordlessController(
            TranscriptViewModel viewModel,
            JobsViewModel jobs,
            ObservableValue<Boolean> modelChosen,
            Runnable chooseModel,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.jobs = jobs;
        this.modelChosen = modelChosen;
        this.chooseModel = chooseModel;
        this.texts = texts;
        this.problems = problems;
        this.words = new JobText(texts, problems);
    }

    @FXML
    private void initialize() {
        transcribe.setOnAction(_ -> viewModel.transcribe());
        choose.setOnAction(_ -> chooseModel.run());
        pause.setOnAction(_ -> withJob(jobs::pause));
        resume.setOnAction(_ -> withJob(jobs::resume));
        retry.setOnAction(_ -> withJob(jobs::retry));
        cancel.setOnAction(_ -> withJob(jobs::cancel));
        importWords.setOnAction(_ -> importFile.run());
        viewModel.jobProperty().subscribe(_ -> show());
        viewModel.refusalProperty().subscribe(_ -> show());
        jobs.problemProperty().subscribe(_ -> show());
        modelChosen.subscribe(_ -> show());
    }

    /// @param asks for a file with words and takes it
    void setOnImport(Runnable asks) {
        importFile = asks;
    }

    private void withJob(Consumer<Job> does) {
        var job = viewModel.jobProperty().get();
        if (job != null) {
            does.accept(job);
        }
    }

    private void show() {
        var job = viewModel.jobProperty().get();
        boolean model = modelChosen.getValue();
        boolean idle = idle(job);
        boolean failed = !idle && job != null && job.state() == Job.State.FAILED;
        boolean open = !idle && job != null && !job.state().over();
        title.setText(title(job, model));
        String facts = about(job, model);
        about.setText(facts);
        Nodes.setShown(about, !facts.isEmpty());
        icon.setIconCode(failed ? Material2AL.ERROR_OUTLINE : Material2AL.GRAPHIC_EQ);
        Nodes.setShown(bar, open);
        bar.setProgress(job == null ? 0 : JobText.fraction(job));
        Nodes.setShown(transcribe, idle && model);
        Nodes.setShown(choose, idle && !model || failed);
        choose.getStyleClass().remove("accent");
        if (idle) {
            choose.getStyleClass().add("accent");
        }
        Nodes.setShown(retry, failed);
        Nodes.setShown(
                pause,
                open && (job.state() == Job.State.RUNNING || job.state() == Job.State.WAITING));
        Nodes.setShown(resume, open && job.state() == Job.State.PAUSED);
        Nodes.setShown(cancel, open);
        Nodes.setShown(importWords, !open);
    }

    /// Nothing is being done, and nothing went wrong but that no model was chosen.
    private static boolean idle(@Nullable Job job) {
        return job == null
                || job.state() == Job.State.DONE
                || job.state() == Job.State.CANCELLED
                || JobText.lacksModel(job);
    }

    private String title(@Nullable Job job, boolean model) {
        return job == null || idle(job)
                ? texts.text(model ? "wordless.title" : "wordless.noModel")
                : words.stage(job);
    }

    private String about(@Nullable Job job, boolean model) {
        var refusal = viewModel.refusalProperty().getValue();
        var refused = refusal == null ? jobs.problemProperty().get() : refusal;
        if (refused != null) {
            return problems.of(refused);
        }
        return job == null || idle(job)
                ? texts.text(model ? "wordless.hint" : "wordless.noModelHint")
                : words.about(job);
    }
}

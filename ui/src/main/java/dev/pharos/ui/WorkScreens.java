package dev.pharos.ui;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.job.JobWork;
import dev.pharos.ui.job.JobsController;
import dev.pharos.ui.job.JobsViewModel;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.WorkText;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.ImportWork;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.MeaningViewModel;
import dev.pharos.ui.library.MeaningWork;
import dev.pharos.ui.library.StatusController;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Consumer;

/// Builds what shows all long work: its page, the line at the bottom, the news of what has ended.
/// For the JavaFX thread.
final class WorkScreens {
    private static final int AFTER_WORK = 3;

    private final LongWorkViewModel works = new LongWorkViewModel(Clock.systemUTC());
    private final ShellViewModel shell;
    private final Toasts toasts;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private ObservableValue<@Nullable Problem> jobsProblem = new ReadOnlyObjectWrapper<>();

    WorkScreens(ShellViewModel shell, Toasts toasts, Texts texts) {
        this.shell = shell;
        this.toasts = toasts;
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        works.onEnd(this::tell);
        works.failedProperty().subscribe(_ -> look());
        shell.location().subscribe(_ -> look());
    }

    private void look() {
        if (shell.location().getValue() == Page.JOBS) {
            works.looked();
        }
    }

    /// All long work. Who has more adds it there.
    LongWorkViewModel works() {
        return works;
    }

    void add(ImportViewModel imports, MeaningViewModel meaning) {
        var clock = Clock.systemUTC();
        new ImportWork(imports, works, clock, System::nanoTime, texts, problems);
        new MeaningWork(meaning, works, clock, System::nanoTime, texts, problems);
    }

    /// @param open shows a recording
    void add(JobsViewModel jobs, Consumer<SourceId> open, Runnable chooseModel) {
        jobsProblem = jobs.problemProperty();
        new JobWork(jobs, works, open, chooseModel, texts, problems);
    }

    /// News of what has ended, where it is not in view anyway, or told elsewhere as that of notes;
    /// that all has been learned, nobody waits for.
    private void tell(LongWork work) {
        boolean inView =
                shell.location().getValue() == Page.JOBS
                        || work.kind() == Kind.IMPORT
                        || work.kind() == Kind.NOTE
                        || work.kind() == Kind.CHANGE && shell.location().getValue() == Page.MODELS;
        boolean quiet = work.kind() == Kind.MEANING && work.state() == Job.State.DONE;
        if (inView || quiet || work.state() == Job.State.CANCELLED) {
            return;
        }
        toasts.show(
                WorkText.ended(work, texts),
                texts.text(work.can(Deed.OPEN_FOLDER) ? "job.openFolder" : "work.show"),
                () -> {
                    if (work.can(Deed.OPEN)) {
                        works.act(work, Deed.OPEN);
                    } else if (work.can(Deed.OPEN_FOLDER)) {
                        works.act(work, Deed.OPEN_FOLDER);
                    } else {
                        shell.show(Page.JOBS);
                    }
                });
    }

    Pane jobs() {
        var controller =
                new JobsController(
                        works, jobsProblem, () -> shell.turn(Page.BATCHES), texts, problems);
        return new Pane(fxml.load(JobsController.class, "jobs", controller), controller::content);
    }

    /// @param models null where there are none
    Pane status(LibraryViewModel library, MeaningViewModel meaning, @Nullable ModelScreens models) {
        var controller =
                new StatusController(
                        library, meaning, works, () -> shell.show(Page.JOBS), texts, problems);
        var root = (HBox) fxml.load(StatusController.class, "status", controller);
        if (models != null) {
            root.getChildren().add(AFTER_WORK, models.coming());
        }
        return new Pane(root, () -> root);
    }
}

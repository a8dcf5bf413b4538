package dev.pharos.ui.library;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.WorkText;
import dev.pharos.ui.library.MeaningViewModel.State;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/// Binds `status.fxml`: what the library holds, how far all long work is, and what the library is
/// searched by when there is none.
public final class StatusController {
    private final LibraryViewModel library;
    private final MeaningViewModel meaning;
    private final LongWorkViewModel works;
    private final Runnable showWorks;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private Label sources;
    @FXML private Hyperlink work;
    @FXML private Label learned;
    @FXML private ProgressBar progress;

    /// @param showWorks leads to them
    public StatusController(
            LibraryViewModel library,
            MeaningViewModel meaning,
            LongWorkViewModel works,
            Runnable showWorks,
            Texts texts,
            ProblemText problems) {
        this.library = library;
        this.meaning = meaning;
        this.works = works;
        this.showWorks = showWorks;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        sources.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        library.problemProperty().get() == null
                                                        || !library.all().isEmpty()
                                                ? texts.text("status.sources", library.all().size())
                                                : texts.text("library.unread"),
                                library.all(),
                                library.problemProperty()));
        work.setOnAction(_ -> {
            work.setVisited(false);
            showWorks.run();
        });
        works.summaryProperty().subscribe((_, _) -> showWork());
        works.failedProperty().subscribe((_, _) -> showWork());
        works.rows().subscribe(this::showWork);
        showWork();
        learned.textProperty().bind(meaning.stateProperty().map(this::words));
    }

    private void showWork() {
        var all = works.summaryProperty().get();
        int failed = works.failedProperty().get();
        String words =
                all != null
                        ? WorkText.summary(all, texts)
                        : failed > 0
                                ? texts.text("status.failed", failed)
                                : texts.text("status.jobs");
        work.setText(words);
        Nodes.setShown(work, !works.isEmpty());
        boolean runs = all != null && all.running() > 0;
        progress.setProgress(!runs ? 0 : unknown(all) ? -1 : all.fraction());
        Nodes.setShown(progress, runs);
        Nodes.setShown(learned, all == null);
    }

    private static boolean unknown(LongWorkViewModel.Summary all) {
        return all.count() == 1 && all.first() != null && all.first().stand().fraction() < 0;
    }

    private String words(State state) {
        return switch (state) {
            case State.Complete(var passages, var notice) ->
                    notice != null
                            ? problems.of(notice)
                            : passages == 0 ? "" : texts.text("status.complete", passages);
            case State.Failed(var problem) -> problems.of(problem);
            case State.Unknown _, State.Indexing _, State.Working _ -> "";
        };
    }
}

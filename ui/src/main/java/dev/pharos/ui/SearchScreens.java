package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.ui.answer.AnswerController;
import dev.pharos.ui.answer.AnswerViewModel;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.search.ResultsController;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.util.Duration;

/// Builds what the line leads to: what was found, and what was answered. For the JavaFX thread.
final class SearchScreens {
    private static final Duration TYPING = Duration.millis(120);

    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final PlaceText places;
    private final SearchViewModel search;
    private final AnswerViewModel answer;

    SearchScreens(Library kept, Background background, Texts texts) {
        this.texts = texts;
        fxml = new Fxml(texts);
        problems = new ProblemText(texts);
        places = new PlaceText(texts);
        search =
                new SearchViewModel(
                        kept.searcher()::search, background, Pause.afterTheLast(TYPING));
        answer = new AnswerViewModel(kept.answerer()::answer, background);
    }

    SearchViewModel search() {
        return search;
    }

    AnswerViewModel answer() {
        return answer;
    }

    Pane results(ShellViewModel shell) {
        var controller =
                new ResultsController(search, shell, shell.open(), texts, problems, places);
        return new Pane(
                fxml.load(ResultsController.class, "results", controller), controller::list);
    }

    Pane answer(ShellViewModel shell) {
        var controller = new AnswerController(answer, shell, texts, problems, places);
        return new Pane(
                fxml.load(AnswerController.class, "answer", controller), controller::content);
    }
}

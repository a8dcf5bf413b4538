package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.search.ResultsController;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.util.Duration;

/// Builds what was found for the line. For the JavaFX thread.
final class SearchScreens {
    private static final Duration TYPING = Duration.millis(120);

    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final PlaceText places;
    private final SearchViewModel search;

    SearchScreens(Library kept, Background background, Texts texts) {
        this.texts = texts;
        fxml = new Fxml(texts);
        problems = new ProblemText(texts);
        places = new PlaceText(texts);
        search =
                new SearchViewModel(
                        kept.searcher()::search, background, Pause.afterTheLast(TYPING));
    }

    SearchViewModel search() {
        return search;
    }

    Pane results(ShellViewModel shell) {
        var controller =
                new ResultsController(search, shell, shell.open(), texts, problems, places);
        return new Pane(
                fxml.load(ResultsController.class, "results", controller), controller::list);
    }
}

package dev.pharos.ui.search;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.SearchResult;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.search.SearchViewModel.State;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Binds `results.fxml` to its view-model.
public final class ResultsController {
    private final SearchViewModel viewModel;
    private final Opening opening;
    private final ObservableValue<@Nullable Target> open;
    private final Texts texts;
    private final ProblemText problems;
    private final PlaceText places;

    @FXML private Label count;
    @FXML private ToggleButton hybrid;
    @FXML private ToggleButton keyword;
    @FXML private ToggleButton meaning;
    @FXML private Hyperlink didYouMean;
    @FXML private Label notice;
    @FXML private VBox nothing;
    @FXML private ListView<Hit> list;

    /// What the hits in the list were found for.
    private @Nullable Query shown;

    /// @param open what stands open now, or null
    public ResultsController(
            SearchViewModel viewModel,
            Opening opening,
            ObservableValue<@Nullable Target> open,
            Texts texts,
            ProblemText problems,
            PlaceText places) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.open = open;
        this.texts = texts;
        this.problems = problems;
        this.places = places;
    }

    @FXML
    private void initialize() {
        FlowWords.wrap(didYouMean);
        choose(hybrid, Query.Mode.HYBRID);
        choose(keyword, Query.Mode.KEYWORD);
        choose(meaning, Query.Mode.MEANING);
        list.setCellFactory(_ -> new HitCell(places));
        Lists.openBy(list, (hit, where) -> opening.open(Target.of(hit), where));
        viewModel.stateProperty().subscribe(this::show);
        open.subscribe((_, now) -> choose(now));
    }

    public ListView<Hit> list() {
        return list;
    }

    private void choose(ToggleButton button, Query.Mode mode) {
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.modeProperty().set(mode);
        });
        viewModel.modeProperty().subscribe(chosen -> button.setSelected(chosen == mode));
    }

    /// Shows in the list which hit stands open.
    private void choose(@Nullable Target target) {
        if (target != null) {
            list.getItems().stream()
                    .filter(hit -> Target.of(hit).equals(target))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Idle() -> {
                shown = null;
                list.getItems().clear();
                say("", "");
                Nodes.setShown(nothing, false);
            }
            case State.Failed(var problem) -> {
                shown = null;
                list.getItems().clear();
                say("", problems.of(problem));
                Nodes.setShown(nothing, false);
            }
            case State.Found(var result) -> show(result);
        }
    }

    private void show(SearchResult result) {
        if (result.query().equals(shown)) {
            Lists.show(list, result.hits(), hit -> hit.passage().id());
        } else {
            shown = result.query();
            Lists.showAnew(list, result.hits());
            choose(open.getValue());
        }
        int hits = result.hits().size();
        boolean cut = hits == result.query().limit();
        say(texts.text(cut ? "search.best" : "search.count", hits), notice(result));
        Nodes.setShown(nothing, result.hits().isEmpty());
        var corrected = result.didYouMean();
        if (corrected != null) {
            didYouMean.setText(texts.text("search.didYouMean", corrected));
            didYouMean.setOnAction(_ -> viewModel.textProperty().set(corrected));
            Nodes.setShown(didYouMean, true);
        }
    }

    private String notice(SearchResult result) {
        if (result.wordsOnly() != null) {
            return problems.of(result.wordsOnly());
        }
        return result.meaningComplete() || result.query().mode() == Query.Mode.KEYWORD
                ? ""
                : texts.text("search.meaningIncomplete");
    }

    private void say(String counted, String noticed) {
        count.setText(counted);
        notice.setText(noticed);
        Nodes.setShown(notice, !noticed.isEmpty());
        Nodes.setShown(didYouMean, false);
    }
}

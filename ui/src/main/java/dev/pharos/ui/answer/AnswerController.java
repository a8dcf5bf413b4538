package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.answer.AnswerViewModel.State;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.Target;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;

/// Binds `answer.fxml` to its view-model.
public final class AnswerController {
    private final AnswerViewModel viewModel;
    private final Opening opening;
    private final Texts texts;
    private final ProblemText problems;
    private final PlaceText places;

    @FXML private VBox empty;
    @FXML private ScrollPane scroll;
    @FXML private Label question;
    @FXML private HBox working;
    @FXML private ProgressIndicator spinner;
    @FXML private Button stop;
    @FXML private Label notice;
    @FXML private TextFlow words;
    @FXML private HBox origin;
    @FXML private FontIcon originIcon;
    @FXML private Label originText;
    @FXML private Label listTitle;
    @FXML private VBox list;

    public AnswerController(
            AnswerViewModel viewModel,
            Opening opening,
            Texts texts,
            ProblemText problems,
            PlaceText places) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.texts = texts;
        this.problems = problems;
        this.places = places;
    }

    @FXML
    private void initialize() {
        FlowWords.wrap(question);
        stop.setOnAction(_ -> viewModel.stop());
        viewModel.stateProperty().subscribe(this::show);
        viewModel
                .writtenProperty()
                .subscribe(text -> {
                    if (!(viewModel.stateProperty().get() instanceof State.Answered)) {
                        words.getChildren().setAll(FlowWords.of(text));
                    }
                });
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list.getChildren().isEmpty() ? scroll : list.getChildren().getFirst();
    }

    private void show(State state) {
        Nodes.setShown(empty, state instanceof State.Idle);
        Nodes.setShown(scroll, !(state instanceof State.Idle));
        Nodes.setShown(working, state instanceof State.Asking);
        Nodes.setShown(origin, state instanceof State.Answered);
        list.getChildren().clear();
        Nodes.setShown(listTitle, false);
        say("");
        switch (state) {
            case State.Idle() -> words.getChildren().clear();
            case State.Asking(var asked, _) -> question.setText(asked);
            case State.Stopped(var asked) -> {
                question.setText(asked);
                say(texts.text("answer.stopped"));
            }
            case State.Failed(var asked, var problem) -> {
                question.setText(asked);
                say(problems.of(problem));
            }
            case State.Answered(var answer) -> show(answer);
        }
    }

    private void show(Answer answer) {
        question.setText(answer.question());
        words.getChildren().clear();
        if (answer.supported()) {
            AnswerPart.of(answer.text(), answer.citations()).stream()
                    .<Node>flatMap(part -> nodes(part).stream())
                    .forEach(words.getChildren()::add);
            answer.citations().stream().map(this::card).forEach(list.getChildren()::add);
        } else {
            say(texts.text("answer.unsupported"));
            answer.nearest().stream().limit(5).map(this::card).forEach(list.getChildren()::add);
        }
        listTitle.setText(texts.text(answer.supported() ? "answer.sources" : "answer.nearest"));
        Nodes.setShown(listTitle, !list.getChildren().isEmpty());
        show(answer.origin());
        scroll.setVvalue(0);
    }

    private void show(Answer.Origin writer) {
        String model =
                writer.model().equals(Answer.BUILT_IN)
                        ? texts.text("answer.builtIn")
                        : writer.model();
        originIcon.setIconCode(writer.local() ? Material2AL.COMPUTER : Material2AL.CLOUD_QUEUE);
        String written =
                texts.text(
                        writer.local() ? "answer.local" : "answer.remote",
                        model,
                        writer.took().toMillis() / 1000.0);
        originText.setText(
                writer.passagesUsed() == writer.passagesMeant()
                        ? written
                        : written
                                + texts.text(
                                        "answer.partly",
                                        writer.passagesUsed(),
                                        writer.passagesMeant()));
    }

    private void say(String text) {
        notice.setText(text);
        Nodes.setShown(notice, !text.isEmpty());
    }

    private List<? extends Node> nodes(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Words(var text) -> FlowWords.of(text);
            case AnswerPart.Marker(var citation) -> List.of(marker(citation));
        };
    }

    private Hyperlink marker(Citation citation) {
        var link = new Hyperlink(String.valueOf(citation.marker()));
        link.getStyleClass().add("marker");
        link.setAccessibleText(
                texts.text("answer.openCitation", citation.marker(), citation.title()));
        link.setOnAction(_ -> {
            link.setVisited(false);
            opening.open(Target.of(citation));
        });
        return link;
    }

    private Button card(Citation citation) {
        return card(
                String.valueOf(citation.marker()),
                citation.title(),
                places.of(citation),
                citation.quote(),
                Target.of(citation));
    }

    private Button card(Hit hit) {
        return card("", hit.source().title(), places.of(hit), hit.passage().text(), Target.of(hit));
    }

    private Button card(String number, String title, String where, String quote, Target target) {
        var heading = new Label(title);
        heading.getStyleClass().add("row-title");
        var head = new HBox(heading);
        head.getStyleClass().add("card-head");
        if (!number.isEmpty()) {
            var badge = new Label(number);
            badge.getStyleClass().add("badge");
            head.getChildren().addFirst(badge);
        }
        var place = new Label(where);
        place.getStyleClass().add("row-about");
        Nodes.setShown(place, !where.isEmpty());
        var words = new Label(quote.replaceAll("\\s+", " "));
        FlowWords.wrap(words);
        words.getStyleClass().add("quote");
        var content = new VBox(head, place, words);
        content.getStyleClass().add("card-content");
        var card = new CardButton(content);
        card.setAccessibleText(title + ", " + where + ". " + quote);
        card.setOnAction(_ -> opening.open(target));
        return card;
    }
}

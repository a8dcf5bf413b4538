package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.NextAction;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.ui.Texts;
import dev.pharos.ui.answer.AnswerView;
import dev.pharos.ui.answer.AnswerWords;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question and what was answered: the newest answer, and those before it within reach. For the
/// JavaFX thread.
final class TurnView extends VBox {

    /// What it works with.
    ///
    /// @param stepped hears that it shows another answer
    record Parts(
            ConversationViewModel talk,
            AnswerKeeping keeping,
            NextSteps next,
            AnswerView.Leads leads,
            ScopeViewModel scopes,
            Runnable stepped,
            Texts texts) {}

    private final Turn turn;
    private final Parts parts;
    private final Texts texts;
    private final StackPane room = new StackPane();
    private final HBox originRoom = new HBox();
    private final FlowPane next = new FlowPane();
    private final Label number = new Label();
    private final Button earlier;
    private final Button later;
    private final HBox steps;
    private final CitationCheck check;
    private AnswerView answer;
    private int at;

    /// @param open whether the words that prove it are there from the beginning
    TurnView(Turn turn, boolean open, Parts parts) {
        this.turn = turn;
        this.parts = parts;
        this.texts = parts.texts();
        check = new CitationCheck(id -> Optional.ofNullable(parts.scopes().source(id)));
        at = turn.answers().size() - 1;
        earlier =
                IconButton.of(
                        Material2AL.CHEVRON_LEFT,
                        texts.text("conversation.earlier"),
                        () -> step(-1));
        later =
                IconButton.of(
                        Material2AL.CHEVRON_RIGHT, texts.text("conversation.later"), () -> step(1));
        steps = new HBox(earlier, number, later);
        steps.getStyleClass().add("turn-steps");
        number.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().add("row-about");
        originRoom.getStyleClass().add("turn-origin");
        HBox.setHgrow(originRoom, Priority.ALWAYS);
        getStyleClass().add("turn");
        getChildren().add(question(turn.question()));
        if (turn.rewrite() != null) {
            getChildren().add(rewritten(turn.rewrite().question()));
        }
        addWay();
        next.getStyleClass().add("turn-next");
        Nodes.setShown(next, false);
        getChildren().addAll(room, foot(), next);
        answer = show(open);
    }

    /// A question, as it was asked.
    static Label question(String words) {
        var question = new Label(words);
        FlowWords.wrap(question);
        question.setMinHeight(USE_PREF_SIZE);
        question.getStyleClass().add("question");
        return question;
    }

    private FlowPane rewritten(String question) {
        var asked = askedAs(question, texts);
        var link = new Hyperlink(texts.text("conversation.asWritten"));
        link.getStyleClass().add("as-written");
        link.setOnAction(_ -> parts.talk().again(turn, true));
        var row = new FlowPane(asked, link);
        row.getStyleClass().add("rewritten");
        return row;
    }

    /// What was looked for in place of a question.
    static Label askedAs(String question, Texts texts) {
        var asked = new Label(texts.text("conversation.askedAs", question));
        FlowWords.wrap(asked);
        asked.setMinHeight(USE_PREF_SIZE);
        asked.getStyleClass().add("asked-as");
        return asked;
    }

    /// The shape of the answer and where it was looked for, if that was chosen.
    private void addWay() {
        if (!way().isEmpty()) {
            var said = new Label();
            said.textProperty().bind(parts.scopes().knownProperty().map(_ -> way()));
            FlowWords.wrap(said);
            said.setMinHeight(USE_PREF_SIZE);
            said.getStyleClass().add("row-about");
            getChildren().add(said);
        }
    }

    private String way() {
        return Stream.of(
                        turn.mode() == AnswerMode.DIRECT
                                ? ""
                                : new AnswerWords(texts).mode(turn.mode()),
                        parts.scopes().words(turn.scope()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private HBox foot() {
        var again =
                IconButton.of(
                        Material2MZ.REFRESH,
                        texts.text("conversation.again"),
                        () -> parts.talk().again(turn, turn.rewrite() == null));
        again.getStyleClass().add("answer-again");
        again.disableProperty()
                .bind(
                        parts.talk()
                                .stateProperty()
                                .map(now -> now instanceof ConversationViewModel.State.Writing));
        var copy =
                IconButton.of(
                        Material2AL.CONTENT_COPY, texts.text("conversation.copy"), this::copy);
        var note =
                IconButton.of(
                        Material2MZ.NOTE_ADD,
                        texts.text("conversation.note"),
                        () -> parts.keeping().note(turn.question(), shown()));
        note.getStyleClass().add("answer-note");
        var deeds = new HBox(steps, again, copy, note);
        deeds.setMinWidth(Region.USE_PREF_SIZE);
        deeds.getStyleClass().add("turn-deeds");
        var foot = new HBox(originRoom, deeds);
        foot.getStyleClass().add("turn-foot");
        return foot;
    }

    private Answer shown() {
        return turn.answers().get(at).answer();
    }

    private void copy() {
        parts.keeping()
                .text(
                        shown(),
                        text -> {
                            var content = new ClipboardContent();
                            content.putString(text);
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }

    private void step(int steps) {
        at = Math.clamp(at + steps, 0, turn.answers().size() - 1);
        answer = show(true);
        check.shown();
        parts.stepped().run();
    }

    /// Offers what may be done with an answer, unless another one is shown by then.
    private void propose(Answer answer) {
        next.getChildren().clear();
        Nodes.setShown(next, false);
        parts.next()
                .after(
                        answer,
                        all -> {
                            if (answer == shown()) {
                                var buttons = all.stream().map(each -> step(each, answer)).toList();
                                next.getChildren().setAll(buttons);
                                Nodes.setShown(next, !all.isEmpty());
                            }
                        });
    }

    private Button step(NextAction action, Answer answer) {
        var button = new Button(parts.next().name(action));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("small", "next-step");
        button.setOnAction(_ -> parts.next().act(action, turn.question(), answer));
        return button;
    }

    private AnswerView show(boolean open) {
        var view = new AnswerView(shown(), open, parts.leads(), texts);
        room.getChildren().setAll(view);
        originRoom.getChildren().setAll(view.origin(shown().origin()));
        propose(shown());
        int all = turn.answers().size();
        Nodes.setShown(steps, all > 1);
        number.setText(texts.text("conversation.number", at + 1, all));
        earlier.setDisable(at == 0);
        later.setDisable(at == all - 1);
        return view;
    }

    Turn turn() {
        return turn;
    }

    /// A look at what it cites, if one has to be taken.
    Optional<CitationCheck.Look> due() {
        return check.due(shown().citations());
    }

    /// Shows where stands now what it cites.
    ///
    /// @param now nothing where the look has failed
    void stand(CitationCheck.Look look, Optional<List<Standing>> now) {
        if (now.isEmpty()) {
            check.failed(look);
        } else if (check.counts(look)) {
            answer.stand(now.get());
        }
    }
}

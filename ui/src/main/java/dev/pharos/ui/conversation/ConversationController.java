package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.ui.Texts;
import dev.pharos.ui.answer.AnswerView;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.TabLeaves;
import dev.pharos.ui.conversation.ConversationViewModel.State;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Binds `conversation.fxml` to the conversation that is open: its turns, and the field of the next
/// question.
public final class ConversationController {
    private static final int ROWS = 6;
    private static final int LETTERS = 70;
    private static final double ABOVE = 14;

    /// What it works with.
    public record Parts(
            ConversationsViewModel all,
            ScopeViewModel scopes,
            AnswerKeeping keeping,
            NextSteps next,
            AnswerView.Leads leads,
            Texts texts) {}

    private final Parts parts;
    private final Texts texts;
    private final Map<UUID, TurnView> views = new HashMap<>();
    private final Map<State.Failed, OngoingView> failures = new HashMap<>();
    private Subscription following = Subscription.EMPTY;
    private @Nullable OngoingView ongoing;

    @FXML private VBox root;
    @FXML private HBox head;
    @FXML private Label title;
    @FXML private ScrollPane scroll;
    @FXML private VBox turns;
    @FXML private VBox empty;
    @FXML private VBox examples;
    @FXML private StackPane scopeRoom;
    @FXML private TextArea field;
    @FXML private Button send;
    @FXML private Button stop;

    public ConversationController(Parts parts) {
        this.parts = parts;
        this.texts = parts.texts();
    }

    @FXML
    private void initialize() {
        var all = parts.all();
        head.getChildren()
                .addAll(
                        IconButton.of(
                                Material2MZ.NOTE_ADD,
                                texts.text("command.conversationNote"),
                                () -> parts.keeping().note(open().turns())),
                        IconButton.of(
                                Material2AL.ADD_COMMENT,
                                texts.text("command.newConversation"),
                                all::enter));
        scopeRoom.getChildren().setAll(new ScopeBar(all.openProperty(), parts.scopes(), texts));
        FocusScroll.follow(scroll);
        TabLeaves.from(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        field.textProperty().subscribe(this::grow);
        send.setTooltip(new Tooltip(texts.text("conversation.send")));
        send.setOnAction(_ -> send());
        stop.setTooltip(new Tooltip(texts.text("answer.stop")));
        stop.setOnAction(_ -> stop());
        stop.addEventFilter(MouseEvent.MOUSE_PRESSED, ConversationController::onlyOnce);
        parts.scopes().knownProperty().subscribe((_, _) -> showExamples());
        root.sceneProperty().subscribe((_, _) -> check());
        all.openProperty().subscribe(this::follow);
        all.enteredProperty()
                .subscribe(times -> {
                    if (times.intValue() > 0) {
                        Platform.runLater(this::enter);
                    }
                });
    }

    private void enter() {
        if (root.getScene() != null) {
            field.requestFocus();
        }
    }

    private ConversationViewModel open() {
        return parts.all().openProperty().get();
    }

    private void follow(ConversationViewModel talk) {
        following.unsubscribe();
        views.clear();
        failures.clear();
        field.setText(talk.draftProperty().get());
        following =
                Subscription.combine(
                        field.textProperty().subscribe((_, now) -> talk.draftProperty().set(now)),
                        talk.draftProperty()
                                .subscribe((_, now) -> {
                                    if (!field.getText().equals(now)) {
                                        field.setText(now);
                                    }
                                }),
                        talk.titleProperty().subscribe(title::setText),
                        talk.turns().subscribe(() -> show(talk)),
                        talk.loadedProperty().subscribe((_, _) -> show(talk)),
                        talk.stateProperty().subscribe((_, _) -> show(talk)));
        show(talk);
    }

    private void show(ConversationViewModel talk) {
        if (ongoing != null) {
            ongoing.leave();
            ongoing = null;
        }
        var state = talk.stateProperty().get();
        var now =
                switch (state) {
                    case State.Idle() -> null;
                    case State.Writing writing ->
                            OngoingView.writing(writing, talk, texts, () -> toEnd(false));
                    case State.Failed failed -> view(talk, failed);
                    case State.Unread unread -> OngoingView.unread(unread, talk, texts);
                };
        ongoing = now;
        var again =
                switch (state) {
                    case State.Idle(), State.Unread(_) -> null;
                    case State.Writing writing -> writing.again();
                    case State.Failed failed -> failed.again();
                };
        var nodes = nodes(talk, now, again);
        var before = turns.getChildren();
        boolean newest =
                !nodes.isEmpty() && (before.isEmpty() || before.getLast() != nodes.getLast());
        before.setAll(nodes);
        showAround(talk, nodes.isEmpty() && talk.loadedProperty().get());
        if (newest) {
            toEnd(true);
        }
        check();
    }

    /// @param again the turn in whose place what goes on now stands; else that stands last
    private List<Node> nodes(
            ConversationViewModel talk, @Nullable OngoingView now, @Nullable Turn again) {
        var nodes = new ArrayList<Node>();
        var failed = new ArrayDeque<>(talk.failed());
        for (int i = 0; i < talk.turns().size(); i++) {
            while (!failed.isEmpty() && failed.getFirst().at() <= i) {
                nodes.add(view(talk, failed.removeFirst()));
            }
            var turn = talk.turns().get(i);
            boolean anew = now != null && again != null && again.id().equals(turn.id());
            nodes.add(anew ? now : view(talk, turn));
        }
        failed.forEach(each -> nodes.add(view(talk, each)));
        if (now != null && again == null) {
            nodes.add(now);
        }
        return nodes;
    }

    private OngoingView view(ConversationViewModel talk, State.Failed failed) {
        return failures.computeIfAbsent(failed, each -> OngoingView.failed(each, talk, texts));
    }

    private TurnView view(ConversationViewModel talk, Turn turn) {
        var known = views.get(turn.id());
        if (known != null && known.turn() == turn) {
            return known;
        }
        boolean last = turn == talk.turns().getLast();
        var made =
                new TurnView(
                        turn,
                        last,
                        new TurnView.Parts(
                                talk,
                                parts.keeping(),
                                parts.next(),
                                parts.leads(),
                                parts.scopes(),
                                this::check,
                                texts));
        views.put(turn.id(), made);
        return made;
    }

    private void showAround(ConversationViewModel talk, boolean bare) {
        Nodes.setShown(empty, bare);
        Nodes.setShown(turns, !bare);
        Nodes.setShown(head, !bare);
        scroll.setFitToHeight(bare);
        field.setPromptText(texts.text(bare ? "shell.askPrompt" : "conversation.goOn"));
        boolean left = stop.isFocused() && !talk.writing();
        Nodes.setShown(send, !talk.writing());
        Nodes.setShown(stop, talk.writing());
        if (left) {
            field.requestFocus();
        }
        if (bare) {
            showExamples();
        }
    }

    private void showExamples() {
        examples.getChildren().clear();
        var known = parts.scopes().knownProperty().get();
        for (var each : ExampleQuestions.of(parts.scopes().sources(), known.tags(), texts)) {
            var button = new Button(each.question());
            button.setWrapText(true);
            button.setMnemonicParsing(false);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("example");
            button.setOnAction(_ -> {
                var talk = open();
                talk.modeProperty().set(AnswerMode.SUMMARISE);
                talk.scopeProperty().set(each.scope());
                talk.ask(each.question());
                field.requestFocus();
            });
            examples.getChildren().add(button);
        }
    }

    /// Brings the newest turn into view, once everything has its place.
    ///
    /// @param anew whether it is new; else only whoever reads its end goes on reading that
    private void toEnd(boolean anew) {
        boolean atEnd = anew || scroll.getVvalue() > 0.98;
        if (!atEnd) {
            return;
        }
        Platform.runLater(() -> {
            if (turns.getChildren().isEmpty() || scroll.getScene() == null) {
                return;
            }
            scroll.applyCss();
            scroll.layout();
            double room =
                    scroll.getContent().getLayoutBounds().getHeight()
                            - scroll.getViewportBounds().getHeight();
            double top = turns.getLayoutY() + turns.getChildren().getLast().getLayoutY() - ABOVE;
            if (room > 0) {
                double to = open().writing() ? room : Math.min(room, Math.max(0, top));
                scroll.setVvalue(to / room);
            }
        });
    }

    /// As many rows as it takes, as far as that leaves room for what is read.
    private void grow(String text) {
        int rows = text.lines().mapToInt(line -> 1 + line.length() / LETTERS).sum();
        field.setPrefRowCount(Math.clamp(rows + (text.endsWith("\n") ? 1 : 0), 1, ROWS));
    }

    private void send() {
        open().ask();
        field.requestFocus();
    }

    private void stop() {
        open().stop();
        field.requestFocus();
    }

    /// It comes where the answer was asked for: the second click of a double click is not for it.
    private static void onlyOnce(MouseEvent event) {
        if (event.getClickCount() > 1) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                field.replaceSelection("\n");
            } else {
                send();
            }
            event.consume();
        }
    }

    /// Stops what is written by the Escape key, and asks by every Enter.
    public boolean first(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && open().writing()) {
            open().stop();
            return true;
        }
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && field.isFocused()) {
            send();
            return true;
        }
        return false;
    }

    /// The library has changed.
    public void changed() {
        check();
        if (empty.isVisible()) {
            showExamples();
        }
    }

    /// Looks whether what is cited is still there, where that is not known, in one go.
    private void check() {
        if (root.getScene() == null) {
            return;
        }
        var due = new LinkedHashMap<TurnView, CitationCheck.Look>();
        for (var each : views.values()) {
            each.due().ifPresent(look -> due.put(each, look));
        }
        if (!due.isEmpty()) {
            var cited = due.values().stream().flatMap(look -> look.cited().stream()).toList();
            open().standing(cited, standings -> stand(due, standings));
        }
    }

    private static void stand(
            Map<TurnView, CitationCheck.Look> due, Optional<List<Standing>> standings) {
        int from = 0;
        for (var each : due.entrySet()) {
            int start = from;
            int end = start + each.getValue().cited().size();
            each.getKey().stand(each.getValue(), standings.map(all -> all.subList(start, end)));
            from = end;
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return field;
    }

    /// What is shown before anything was asked.
    public Pane empty() {
        return empty;
    }
}

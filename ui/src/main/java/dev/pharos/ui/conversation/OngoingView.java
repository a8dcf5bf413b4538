package dev.pharos.ui.conversation;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.conversation.ConversationViewModel.State;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

/// A question that has no answer yet: it is being written, or that has failed. For the JavaFX
/// thread.
final class OngoingView extends VBox {
    private static final double SPINNER = 16;

    private final Texts texts;
    private Subscription following = Subscription.EMPTY;

    private OngoingView(String question, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("turn", "ongoing");
        getChildren().add(TurnView.question(question));
    }

    /// @param moved hears when it has become longer
    static OngoingView writing(
            State.Writing state, ConversationViewModel talk, Texts texts, Runnable moved) {
        var view = new OngoingView(state.question(), texts);
        var rewritten = new VBox();
        var words = new TextFlow();
        words.getStyleClass().add("answer-words");
        var one = new Text();
        one.getStyleClass().add("words");
        var doing = new Label(texts.text("answer.working"));
        view.getChildren().addAll(rewritten, view.working(doing), words);
        view.following =
                Subscription.combine(
                        talk.rewrittenProperty()
                                .subscribe(question -> {
                                    rewritten.getChildren().clear();
                                    Nodes.setShown(rewritten, !question.isEmpty());
                                    if (!question.isEmpty()) {
                                        rewritten
                                                .getChildren()
                                                .add(TurnView.askedAs(question, texts));
                                    }
                                }),
                        talk.writtenProperty()
                                .subscribe(text -> {
                                    FlowWords.fill(words, one, text);
                                    if (!text.isEmpty()) {
                                        doing.setText(texts.text("answer.writing"));
                                    }
                                    moved.run();
                                }));
        return view;
    }

    private HBox working(Label said) {
        var spinner = new ProgressIndicator();
        spinner.setAccessibleText(texts.text("answer.working"));
        spinner.setPrefSize(SPINNER, SPINNER);
        said.getStyleClass().add("row-about");
        var working = new HBox(spinner, said);
        working.getStyleClass().add("working");
        return working;
    }

    /// With as much of the answer as had come.
    static OngoingView failed(State.Failed state, ConversationViewModel talk, Texts texts) {
        var view = new OngoingView(state.question(), texts);
        view.addBroken(state.written());
        view.fail(state.problem(), talk, () -> talk.retry(state));
        return view;
    }

    static OngoingView unread(State.Unread state, ConversationViewModel talk, Texts texts) {
        var view = new OngoingView(talk.titleProperty().get(), texts);
        view.fail(state.problem(), talk, talk::reload);
        return view;
    }

    private void fail(Problem problem, ConversationViewModel talk, Runnable again) {
        var why = new Label(new ProblemText(texts).of(problem));
        why.setId("notice");
        why.getStyleClass().add("notice");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        var retry = new Button(texts.text("conversation.retry"));
        retry.getStyleClass().add("small");
        retry.disableProperty().bind(talk.stateProperty().map(now -> now instanceof State.Writing));
        retry.setOnAction(_ -> again.run());
        getChildren().addAll(why, retry);
    }

    /// What a model wrote is not lost with what it did not write.
    private void addBroken(String written) {
        if (!written.isBlank()) {
            var about = new Label(texts.text("conversation.broken"));
            about.getStyleClass().add("row-about");
            about.setWrapText(true);
            about.setMinHeight(USE_PREF_SIZE);
            var words = new TextFlow();
            words.getStyleClass().add("answer-words");
            var one = new Text();
            one.getStyleClass().add("words");
            FlowWords.fill(words, one, written);
            getChildren().addAll(about, words);
        }
    }

    /// Follows no more.
    void leave() {
        following.unsubscribe();
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.work.Progress;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// A conversation with the library, from the first question to the way back from its end.
final class ConversationTest extends InWindow {
    private static final String QUESTION = "Who was the architect of the tower?";

    private void ask(String question) {
        var field = window.await("#field", TextArea.class, Node::isFocused);
        robot.interact(() -> field.setText(question));
        robot.type(KeyCode.ENTER);
    }

    private List<Turn> turns() {
        var talk = window.library.talk().conversations();
        return talk.all().stream().flatMap(each -> talk.turns(each.id()).stream()).toList();
    }

    private void answers(int count) {
        TestWindow.until(() -> TestWindow.onFx(() -> shownAnswers() == count));
    }

    private int shownAnswers() {
        return window.opened().root().lookupAll(".answer-again").size();
    }

    private void enter() throws Exception {
        var tower =
                Files.writeString(
                        temp.resolve("tower.txt"),
                        "The tower\n\nThe architect of the tower was Sostratus of Knidos.\n");
        window.library.importer().importAll(List.of(tower), ImportListener.NONE, Progress.NONE);
        window.await(".source-cell", Node.class, _ -> true);
        shortcut(KeyCode.DIGIT5);
    }

    @Test
    void aConversationGoesOnIsAnsweredAgainNotedDeletedAndComesBack() throws Exception {
        enter();
        ask(QUESTION);
        window.await(".marker", Hyperlink.class, _ -> true);
        ask("When did he die?");
        window.await(".asked-as", Label.class, each -> each.getText().contains("Sostratus"));
        answers(2);
        window.press(".answer-again", Button.class, each -> !each.isDisabled());
        window.await(".turn-steps .label", Label.class, each -> each.getText().equals("2 of 2"));
        window.press(".answer-note", Button.class, _ -> true);
        TestWindow.until(() -> notes() == 1);
        assertEquals(List.of(2, 1), turns().stream().map(each -> each.answers().size()).toList());
        delete();
        TestWindow.until(() -> turns().isEmpty());
        shortcut(KeyCode.Z);
        TestWindow.until(() -> turns().size() == 2);
    }

    @Test
    void anAnswerOffersWhatToDoNext() throws Exception {
        enter();
        ask(QUESTION);
        window.press(".next-step", Button.class, each -> each.getText().equals("Keep as a note"));
        TestWindow.until(() -> notes() == 1);
        window.press(".next-step", Button.class, each -> each.getText().contains("tower"));
        window.awaitTitle("tower");
    }

    @Test
    void whatStopsAnAnswerStaysInItsPlaceWhileThatGrows() throws Exception {
        var model = new ToldModel();
        window.chat = () -> Optional.of(model);
        enter();
        ask(QUESTION);
        window.await("#stop", Button.class, _ -> true);
        var before = TestWindow.onFx(this::stopAt);
        model.write("It was Sostratus of Knidos. ".repeat(60));
        window.await(".ongoing .answer-words", TextFlow.class, words -> words.getHeight() > 200);
        assertEquals(before, TestWindow.onFx(this::stopAt));
        robot.clickOn("#stop");
        answers(1);
        assertTrue(turns().getFirst().answers().getFirst().answer().stopped());
    }

    private Bounds stopAt() {
        var stop = window.opened().root().lookup("#stop");
        return stop.localToScene(stop.getBoundsInLocal());
    }

    private long notes() {
        return window.library.sources().all().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .filter(each -> each.title().equals(QUESTION))
                .count();
    }

    private void delete() {
        var list = window.await(".side #list", ListView.class, each -> each.getItems().size() == 1);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.type(KeyCode.DELETE);
    }
}

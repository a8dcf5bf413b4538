package dev.pharos.ui;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Takes pictures of conversations with the library.
final class ConversationShots extends Pictures {
    @Override
    void take() throws Exception {
        window.library
                .importer()
                .importAll(
                        List.of(Samples.write(temp.resolve("samples"))),
                        ImportListener.NONE,
                        Progress.NONE);
        window.await(".source-cell", Node.class, _ -> true);
        shortcut(KeyCode.DIGIT5);
        window.await("#field", TextArea.class, Node::isFocused);
        picture("140-conversation-empty");
        window.press(".example", Button.class, each -> each.getText().contains("history"));
        window.await(".turns .answer", Node.class, _ -> true);
        picture("146-example");
        window.press("#newConversation", Button.class, _ -> true);
        window.await(".example", Button.class, _ -> true);
        ask("Who built the tower of Pharos?", AnswerMode.DIRECT, 1);
        doubted();
        ask("When was it damaged?", AnswerMode.DIRECT, 2);
        picture("141-conversation");
        ask("What happened to the tower of Pharos?", AnswerMode.LIST, 3);
        picture("142-list");
        ask("Compare the tower of Pharos with the Fresnel lens", AnswerMode.COMPARE, 4);
        picture("143-compare");
        var list = window.await(".side #list", ListView.class, each -> each.getItems().size() > 1);
        picture("144-conversations");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(1);
        });
        robot.type(KeyCode.ENTER);
        window.await(".doubt-note", Label.class, _ -> true);
        picture("145-marked");
        var all = window.await(".turns", VBox.class, _ -> true);
        robot.interact(() -> {
            for (Node at = all; at != null; at = at.getParent()) {
                if (at instanceof ScrollPane scroll) {
                    scroll.setVvalue(0);
                }
            }
        });
        picture("147-marked-above");
        window.press(
                ".doubt",
                Hyperlink.class,
                each -> !each.getAccessibleText().matches(".*(80|55).*"));
        pause(700);
        dialog("148-doubt");
    }

    private void ask(String question, AnswerMode mode, int turns) throws IOException {
        var field = window.await("#field", TextArea.class, _ -> true);
        var modes = window.await("#mode", ComboBox.class, _ -> true);
        robot.interact(() -> {
            modes.getSelectionModel().select(mode.ordinal());
            field.requestFocus();
            field.setText(question);
        });
        robot.type(KeyCode.ENTER);
        window.await(
                ".turns",
                VBox.class,
                all ->
                        all.lookupAll(".answer").size() == turns
                                && all.lookupAll(".ongoing").isEmpty());
    }

    /// As a language model would have answered.
    private void doubted() {
        var all = window.library.talk().conversations();
        var first = all.all().getFirst();
        var cited = all.turns(first.id()).getFirst().answer().citations().getFirst();
        var answer =
                new Answer(
                        "How far could the light be seen?",
                        AnswerMode.DIRECT,
                        List.of(
                                new AnswerSentence(
                                        "The tower stood in front of the harbour of Alexandria.",
                                        List.of(1),
                                        null,
                                        null),
                                new AnswerSentence(
                                        "Its light was seen from 80 kilometres by the sailors of"
                                                + " Byzantium.",
                                        List.of(1),
                                        new Doubt(
                                                Doubt.Reason.NOT_SAID, List.of("80", "Byzantium")),
                                        null),
                                new AnswerSentence(
                                        "It was not the tallest building of its time.",
                                        List.of(1),
                                        new Doubt(Doubt.Reason.TURNED, List.of("not")),
                                        null)),
                        null,
                        List.of(cited),
                        List.of(),
                        new Answer.Origin("llama-3.2-3b", true, Duration.ofMillis(8_420), 6, 8),
                        false);
        var now = Instant.now().plusSeconds(1);
        var id = Conversation.Id.random();
        var conversation = new Conversation(id, "How far could the light be seen?", now, now);
        all.save(conversation, turn(id, 0, answer, now));
        all.save(conversation, turn(id, 1, table(cited), now));
    }

    private static Turn turn(Conversation.Id id, int position, Answer answer, Instant now) {
        return new Turn(
                UUID.randomUUID(),
                id,
                position,
                answer.question(),
                null,
                answer.mode(),
                Scope.ALL,
                now,
                List.of(new Turn.Answered(answer, now)));
    }

    private static Answer table(Citation cited) {
        return new Answer(
                "Compare the tower of Pharos with the tower of Hercules",
                AnswerMode.COMPARE,
                List.of(
                        cell(0, 0, "In front of the harbour of Alexandria.", null),
                        cell(0, 1, "Earthquakes in 956, 1303 and 1323 damaged it badly.", null),
                        cell(1, 0, "On a hill above A Coruña, in Spain.", null),
                        cell(
                                1,
                                2,
                                "It is 55 metres high and still in use.",
                                new Doubt(Doubt.Reason.NOT_SAID, List.of("55"))),
                        new AnswerSentence("Both were built for ships.", List.of(1), null, null)),
                new Answer.Table(
                        List.of("The tower of Pharos", "The tower of Hercules"),
                        List.of("Where it stands", "What became of it", "How high it is")),
                List.of(cited),
                List.of(),
                new Answer.Origin("llama-3.2-3b", false, Duration.ofMillis(12_300), 8, 8),
                false);
    }

    private static AnswerSentence cell(int row, int column, String words, @Nullable Doubt doubt) {
        return new AnswerSentence(words, List.of(1), doubt, new AnswerSentence.Cell(row, column));
    }
}

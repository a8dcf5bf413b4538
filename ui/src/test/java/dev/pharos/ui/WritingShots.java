package dev.pharos.ui;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Takes pictures of answers that are written, break off or are refused, and of where is looked.
final class WritingShots extends Pictures {
    private final ToldModel model = new ToldModel();

    @Override
    void take() throws Exception {
        window.library
                .importer()
                .importAll(
                        List.of(Samples.write(temp.resolve("samples"))),
                        ImportListener.NONE,
                        Progress.NONE);
        window.library.meaning().await(Progress.NONE);
        window.await(".source-cell", Node.class, _ -> true);
        shortcut(KeyCode.DIGIT5);
        window.await("#field", TextArea.class, Node::isFocused);
        scopes();
        refused();
        written();
    }

    private void scopes() throws IOException {
        menu("scope.collections", "170-no-collections");
        var name = new Texts(language()).text("scope.tags");
        window.press(".scope-choice", Button.class, each -> each.getText().equals(name));
        dialog("171-tags");
        robot.type(KeyCode.ESCAPE);
        menu("scope.kinds", "172-kinds");
        menu("scope.dates", "173-dates");
    }

    private void menu(String key, String name) throws IOException {
        String words = new Texts(language()).text(key);
        var menu =
                window.await(
                        ".scope-choice", MenuButton.class, each -> each.getText().equals(words));
        robot.interact(menu::show);
        pause(700);
        dialog(name);
        if (key.equals("scope.dates")) {
            years(menu);
        } else {
            robot.interact(menu::hide);
        }
    }

    private void years(MenuButton menu) throws IOException {
        robot.interact(() -> menu.getItems().getLast().fire());
        robot.interact(menu::hide);
        window.await(".tag-popup .text-field", TextField.class, Node::isFocused);
        robot.write("2031 to");
        robot.type(KeyCode.ENTER);
        window.await(".tag-popup .text-field", TextField.class, Node::isFocused);
        pause(700);
        dialog("174-years-wrong");
        robot.type(KeyCode.ESCAPE);
    }

    private void refused() throws IOException {
        ask("Compare the price of bananas with the price of pears", AnswerMode.COMPARE);
        window.await(".turns .answer", Node.class, _ -> true);
        picture("175-refused");
        window.press("#newConversation", Button.class, _ -> true);
    }

    private void written() throws IOException {
        window.chat = () -> Optional.of(model);
        ask("Where did the tower of Pharos stand?", AnswerMode.DIRECT);
        window.await(".working .label", Label.class, _ -> true);
        picture("176-looking");
        for (int i = 0; i < 5; i++) {
            model.write(
                    "The tower stood on the island of Pharos, in front of the harbour of"
                            + " Alexandria, and it was built of light stone blocks [1]. ");
        }
        picture("177-writing");
        model.fail();
        window.await("#notice", Label.class, _ -> true);
        picture("178-broken");
        model.write("The tower stood on the island of Pharos [1].");
        model.end();
        ask("On which island did the tower of Pharos stand?", AnswerMode.DIRECT);
        window.await(".turns .answer", Node.class, _ -> true);
        picture("179-after-the-broken");
    }

    private void ask(String question, AnswerMode mode) {
        var field = window.await("#field", TextArea.class, _ -> true);
        var modes = window.await("#mode", ComboBox.class, _ -> true);
        robot.interact(() -> {
            modes.getSelectionModel().select(mode.ordinal());
            field.requestFocus();
            field.setText(question);
        });
        robot.type(KeyCode.ENTER);
    }
}

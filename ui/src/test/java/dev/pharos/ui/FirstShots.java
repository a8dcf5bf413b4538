package dev.pharos.ui;

import dev.pharos.ui.model.MemoryPorts;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes pictures of what somebody new sees: first steps, empty screens, samples; and of the
/// smallest window at its largest, as [Screenshots] does.
final class FirstShots extends Pictures {
    @Override
    @Nullable ModelPorts ports(Path home) {
        return new MemoryPorts(home.resolve("models")).ports();
    }

    @Override
    void take() throws Exception {
        window.awaitKeyboard(".radio-button");
        picture("100-first");
        robot.type(KeyCode.ENTER);
        window.awaitKeyboard("#record");
        picture("101-purpose");
        robot.type(KeyCode.ESCAPE);
        window.await("#welcomeSamples", Node.class, _ -> true);
        picture("102-welcome");
        empty();
        samples();
        arabic();
        small();
    }

    private void empty() throws IOException {
        shortcut(KeyCode.J);
        picture("103-library-jobs");
        shortcut(KeyCode.DIGIT2);
        picture("104-recordings");
        shortcut(KeyCode.DIGIT3);
        picture("105-notes");
        shortcut(KeyCode.DIGIT4);
        picture("106-tags");
        shortcut(KeyCode.DIGIT5);
        picture("107-ask");
        toLine();
        shortcut(KeyCode.DIGIT1);
        toLine();
        robot.write("xyzzy");
        picture("108-no-hits");
        shortcut(KeyCode.K);
        robot.write("xyzzy");
        picture("109-palette");
        robot.type(KeyCode.ESCAPE);
        toLine();
        robot.type(KeyCode.ESCAPE);
        shortcut(KeyCode.COMMA);
        window.press("#models");
        picture("110-models");
    }

    private void samples() throws IOException {
        robot.type(KeyCode.ESCAPE);
        shortcut(KeyCode.W);
        shortcut(KeyCode.W);
        shortcut(KeyCode.W);
        window.press("#welcomeSamples");
        window.awaitTitle("Start here");
        picture("111-samples");
        shortcut(KeyCode.DIGIT5);
        picture("112-first-question");
        shortcut(KeyCode.DIGIT1);
        shortcut(KeyCode.T);
        picture("113-new-tab");
    }

    private void arabic() throws IOException {
        var note = temp.resolve("منارة.md");
        Files.writeString(
                note,
                """
                # منارة الإسكندرية

                كانت المنارة تقع على جزيرة فاروس عند مدخل الميناء. See also *Pharos*.

                - بُنيت في القرن الثالث قبل الميلاد
                - ارتفاعها نحو 100 متر
                    - three tiers

                | البرج | السنة |
                | --- | --- |
                | فاروس | 280 |

                > اقتباس قصير

                An English paragraph stays where it was.
                """);
        window.drop(note);
        window.awaitItems("#list", 3);
        window.press(".import-panel #close");
        shortcut(KeyCode.DIGIT1);
        robot.type(KeyCode.F6);
        shortcut(KeyCode.O);
        robot.write("منارة");
        pause(500);
        robot.type(KeyCode.ENTER);
        picture("114-arabic");
    }

    private void small() throws IOException {
        robot.interact(() -> {
            window.stage.setWidth(820);
            window.stage.setHeight(560);
        });
        picture("115-small");
        for (int i = 0; i < 10; i++) {
            shortcut(KeyCode.PLUS);
        }
        picture("116-small-large");
        shortcut(KeyCode.J);
        picture("117-small-jobs");
        shortcut(KeyCode.COMMA);
        picture("118-small-settings");
        robot.type(KeyCode.F9);
        picture("119-small-no-list");
        shortcut(KeyCode.DIGIT0);
        robot.type(KeyCode.F9);
    }
}

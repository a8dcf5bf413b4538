package dev.pharos.ui;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.control.CardButton;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.apache.poi.xslf.usermodel.XMLSlideShow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Takes pictures of where citations lead: into a page of a PDF, a paragraph, a second of a talk.
final class CitationShots extends Pictures {
    @Override
    void take() throws Exception {
        var talk = Interview.transcript();
        window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        window.library
                .importer()
                .importAll(
                        List.of(
                                Samples.write(temp.resolve("samples")),
                                slides(temp.resolve("foghorns.pptx"))),
                        ImportListener.NONE,
                        Progress.NONE);
        window.library.meaning().await(Progress.NONE);
        window.await(".source-cell", Node.class, _ -> true);
        follow("How many litres of rapeseed oil were burned in that year?", "160-page");
        follow("Which earthquakes damaged the tower of Pharos?", "161-paragraph");
        follow("What was cut in Paris in 1884?", "162-second");
        follow("How often does the foghorn on the northern rocks sound?", "163-slide");
    }

    private static Path slides(Path file) throws IOException {
        try (var deck = new XMLSlideShow();
                var out = Files.newOutputStream(file)) {
            for (var words :
                    List.of(
                            "Signals in fog\nWhat a keeper does when nobody sees the light.",
                            "Foghorns\nThe foghorn on the northern rocks sounds every ninety"
                                    + " seconds. The bell on the mole is rung by hand.",
                            "Radio\nThe first radio beacon was heard in 1911.")) {
                deck.createSlide().createTextBox().setText(words);
            }
            deck.write(out);
        }
        return file;
    }

    private void follow(String question, String name) throws Exception {
        shortcut(KeyCode.DIGIT5);
        window.await("#field", TextArea.class, Node::isFocused);
        window.press("#newConversation");
        var field = window.await("#field", TextArea.class, _ -> true);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(question);
        });
        robot.type(KeyCode.ENTER);
        window.await(".turns .answer", Node.class, _ -> true);
        picture(name + "-asked");
        window.press(".answer .card-button", CardButton.class, _ -> true);
        picture(name);
    }
}

package dev.pharos.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes pictures of every screen, to be looked at: `-Dscreens=true`, or `-Dscreens=light-1280` for
/// one of them; they lie in `target/screens`.
final class Screenshots extends Pictures {
    @Override
    void take() throws Exception {
        window.await("#welcome", javafx.scene.Node.class, _ -> true);
        picture("1-empty");
        imported();
        read();
        asked();
        settings();
        importing();
    }

    private void imported() throws IOException {
        window.drop(Samples.write(temp.resolve("samples")));
        window.await("#onlyProblems", javafx.scene.control.CheckBox.class, _ -> true);
        picture("2-imported");
        robot.clickOn("#close");
        window.awaitItems("#list", 5);
        picture("3-library");
    }

    private void read() throws IOException {
        write("mirror light");
        window.await(".hit-cell", javafx.scene.Node.class, _ -> true);
        picture("4-results");
        robot.type(KeyCode.ENTER);
        window.await("#blocks", ListView.class, list -> !list.getItems().isEmpty());
        picture("5-text");
        write("wick trimmed every four hours");
        window.await(
                "#list",
                ListView.class,
                list ->
                        !list.getItems().isEmpty()
                                && list.getItems().getFirst().toString().contains("wick"));
        robot.type(KeyCode.ENTER);
        window.await(".page-mark", javafx.scene.Node.class, _ -> true);
        picture("6-pdf");
        TestWindow.onFx(() -> {
            line().setText("lihgthouse");
            return null;
        });
        window.await("#didYouMean", javafx.scene.Node.class, _ -> true);
        picture("7-did-you-mean");
    }

    private TextField line() {
        return (TextField) window.opened().root().lookup("#line");
    }

    private PatientRobot write(String text) {
        toLine();
        return robot.write(text);
    }

    private void asked() throws IOException {
        robot.clickOn("#ask");
        write("When was the Fresnel lens first used?").type(KeyCode.ENTER);
        window.await(".card-button", Button.class, _ -> true);
        robot.clickOn(".card-button");
        window.await("#blocks", ListView.class, list -> !list.getItems().isEmpty());
        picture("8-answer");
        write("Who won the chess championship of 1985?").type(KeyCode.ENTER);
        window.await("#notice", Label.class, label -> !label.getText().isEmpty());
        picture("9-refusal");
    }

    private void settings() throws IOException {
        robot.clickOn("#settings");
        window.await("#system", ToggleButton.class, _ -> true);
        picture("10-settings");
    }

    private void importing() throws IOException {
        robot.type(KeyCode.ESCAPE);
        Path many = Files.createDirectories(temp.resolve("many"));
        Files.writeString(many.resolve("0-broken.pdf"), "%PDF-1.7 no PDF");
        for (int i = 1; i <= 4_000; i++) {
            Files.writeString(
                    many.resolve("letter-" + i + ".txt"),
                    "Letter " + i + ". The harbour is calm and the lamp burns well. ".repeat(20));
        }
        window.drop(many);
        window.await(".import-panel #list", ListView.class, list -> list.getItems().size() > 300);
        snapshot("11-importing");
        robot.clickOn("#cancel");
        window.await(".import-outcome", Label.class, label -> !label.getText().isEmpty());
        picture("12-import-stopped");
    }
}

package dev.pharos.ui;

import dev.pharos.ui.job.LongWork.Deed;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Pictures of what leads out of the library and back, and of what was thrown away while it is
/// open.
final class DataShots extends Pictures {
    @Override
    void take() throws Exception {
        window.library.notes().create("Tides", "# Tides\n\nHigh water at six.", "Sea");
        window.drop(Files.writeString(temp.resolve("lamps.txt"), "Forty lamps of brass.\n"));
        TestWindow.until(() -> window.library.sources().count() == 2);
        settings();
        picture("130-data");
        Path folder = temp.resolve("Notes");
        window.chosen = List.of(folder);
        command("command.mirror");
        window.press("#keepMirror");
        window.await("#mirrorLast", Label.class, Node::isVisible);
        settings();
        picture("131-data-kept");
        Files.move(folder, temp.resolve("away"));
        window.press("#mirrorNow");
        window.await("#mirrorState", Label.class, label -> label.getText().contains("Notes"));
        settings();
        picture("132-data-paused");
        window.chosen = List.of(Files.createDirectories(temp.resolve("Stick")));
        command("command.exportAll");
        var works = window.opened().beside().works();
        TestWindow.until(() ->
                TestWindow.onFx(() -> !works.all(work -> work.can(Deed.OPEN_FOLDER)).isEmpty()));
        shortcut(KeyCode.J);
        picture("133-data-jobs");
        trashed();
    }

    private void trashed() throws Exception {
        var lamps =
                window.library.sources().all().stream()
                        .filter(each -> each.title().equals("lamps"))
                        .findFirst()
                        .orElseThrow();
        shortcut(KeyCode.O);
        robot.write("lamps").type(KeyCode.ENTER);
        window.awaitTitle("lamps");
        window.library.trash().put(List.of(lamps.id()));
        window.await("#takeBackSource", Button.class, Node::isVisible);
        picture("134-trashed");
    }

    private void command(String id) {
        robot.interact(() -> window.opened().commands().find(id).orElseThrow().action().run());
    }

    private void settings() {
        command("command.settings");
        var scroll = window.await(".settings-scroll", ScrollPane.class, Node::isVisible);
        robot.interact(() -> scroll.setVvalue(1));
    }
}

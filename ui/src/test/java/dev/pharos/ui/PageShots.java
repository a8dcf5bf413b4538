package dev.pharos.ui;

import dev.pharos.engine.document.SharedData;
import dev.pharos.engine.library.Source;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import java.util.List;

/// Takes pictures of PDF pages, of real ones.
final class PageShots extends Pictures {
    @Override
    void take() throws Exception {
        var files = SharedData.folder("documents").resolve("files");
        var names =
                List.of(
                        "amt_handbook_sample",
                        "multi-column",
                        "c02-22",
                        "right_to_left_02",
                        "ocr_test");
        window.drop(
                names.stream()
                        .map(name -> files.resolve(name + ".pdf"))
                        .toArray(java.nio.file.Path[]::new));
        window.await("#close", Node.class, _ -> true);
        robot.clickOn("#close");
        for (var name : names) {
            robot.clickOn(
                    ".source-cell:filled",
                    ListCell.class,
                    cell ->
                            cell.getItem() instanceof Source source
                                    && source.path().endsWith(name + ".pdf"));
            window.await(".page-view ImageView", ImageView.class, each -> each.getImage() != null);
            if (name.startsWith("multi") || name.startsWith("right")) {
                robot.interact(window.await("#pages", Node.class, _ -> true)::requestFocus);
                shortcut(KeyCode.A);
            }
            picture("300-" + name);
        }
    }
}

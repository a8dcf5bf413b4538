package dev.pharos.ui;

import dev.pharos.engine.document.SharedData;

import javafx.scene.Node;
import javafx.scene.control.ListView;
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
        window.await("#list", ListView.class, list -> list.getItems().size() == names.size());
        for (int i = 0; i < names.size(); i++) {
            var list = window.await("#list", ListView.class, _ -> true);
            int row = i;
            robot.interact(() -> list.getSelectionModel().select(row));
            robot.interact(list::requestFocus);
            robot.type(KeyCode.ENTER);
            robot.sleep(600);
            window.await(".page-view ImageView", ImageView.class, each -> each.getImage() != null);
            if (i % 2 == 0) {
                robot.interact(window.await("#pages", Node.class, _ -> true)::requestFocus);
                shortcut(KeyCode.A);
            }
            picture("pdf-" + (i + 1));
        }
    }
}

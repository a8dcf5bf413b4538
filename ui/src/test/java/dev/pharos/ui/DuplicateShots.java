package dev.pharos.ui;

import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes pictures of what stands in a library twice, as [Screenshots] does.
final class DuplicateShots extends Pictures {
    @Override
    void take() throws Exception {
        openPage();
        window.await("#emptyTitle", Label.class, each -> !each.getText().isEmpty());
        picture("150-duplicates-empty");
        fill();
        window.library.meaning().await(Progress.NONE);
        window.press("#again");
        window.await(".duplicates-list", ListView.class, list -> list.getItems().size() > 5);
        picture("151-duplicates");
        window.focus(".duplicates-list");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.DOWN);
        picture("152-duplicates-chosen");
        window.press("#keep");
        picture("153-duplicates-asked");
        window.press("#keepAll");
        window.press("#beside");
        picture("154-duplicates-beside");
        window.press("#panel", ToggleButton.class, _ -> true);
        window.press("#relatedTab", ToggleButton.class, _ -> true);
        window.await(".related .card-button", Node.class, _ -> true);
        picture("155-related");
    }

    private void openPage() throws IOException {
        String name = new Texts(language()).text("command.duplicates");
        shortcut(KeyCode.K);
        window.awaitKeyboard(".palette .text-field");
        robot.write(name);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(name));
        robot.type(KeyCode.ENTER);
        window.await(".duplicates", Node.class, _ -> true);
    }

    private void fill() throws Exception {
        var folder = Files.createDirectories(temp.resolve("copies"));
        window.drop(Samples.write(temp.resolve("samples")));
        var plain = Samples.ESSAY.replaceAll("(?s)^---.*?---\n", "");
        write(folder, "The lighthouse of Pharos (draft).md", plain + "\nA line that came later.\n");
        write(folder, "pharos-essay.txt", plain.replace("Sailors", "Seafarers"));
        write(folder, "Notes on the Fresnel lens (copy).md", Samples.LENS + "\n");
        write(
                folder,
                "Ein ziemlich langer Titel einer Abschrift, die jemand vor Jahren angelegt hat.md",
                Samples.LENS + "\nA second, much longer remark stands below in this one only.\n");
        window.drop(folder);
        pause(3_000);
        var notes = window.library.notes();
        notes.create("Keeper", "See [[Notes on the Fresnel lens (copy)]] for the lens.", "");
        window.press("#close");
    }

    private static void write(Path folder, String name, String words) throws IOException {
        Files.writeString(folder.resolve(name), words);
    }
}

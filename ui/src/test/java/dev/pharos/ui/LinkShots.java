package dev.pharos.ui;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.document.ReaderFixture;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Takes pictures of callouts, embedded blocks, what is related and what is written from the right.
final class LinkShots extends Pictures {
    private static final String NOTE =
            """
            What the keeper knows. #lighthouse

            > [!note]
            > A callout without a title, with **bold** words and a [[Tides|link]].

            > [!tip]+ Trim the wick
            > Every four hours, and [[Nowhere|never]] while it burns.
            > - with scissors
            > - [ ] and a cloth

            > [!warning] The stair is wet, and this is a title that is long enough to be broken into two lines of the box
            > Hold the rail.
            > > [!danger] Storm
            > > Stay inside.

            > [!example]- Folded
            > Not seen.

            > [!quote]
            > Whoever saw the light knew that the harbour was near.

            > [!success] Done

            ![[Tides#^spring]]
            """;

    private static final String FROM_RIGHT =
            """
            <html><body><h1>המגדלור</h1>
            <p>המגדלור עומד על הסלע מעל הים, והאור שלו נראה בלילה ממרחק של עשרים מיל, גם כאשר הגלים גבוהים והרוח חזקה מאוד.</p>
            <p>The lamp burns oil.</p>
            <ul><li>המנורה בוערת בשמן</li><li>العدسة تدور حول الضوء</li></ul>
            <table><tr><td>שמן</td><td>52</td></tr><tr><td>פתילה</td><td>21</td></tr></table>
            <p>تقف المنارة على الصخرة فوق البحر، ويُرى ضوؤها ليلاً من مسافة عشرين ميلاً حتى عندما تكون الأمواج عالية.</p>
            </body></html>
            """;

    @Override
    void take() throws Exception {
        var notes = window.library.notes();
        notes.create("Tides", "High water at six.\n\nThe **spring** tide. ^spring\n", "");
        notes.create("Handbook", NOTE, "");
        notes.create(
                "Right",
                "המגדלור עומד על הסלע ==מעל הים==, והאור שלו נראה בלילה ממרחק של עשרים מיל.\n\n"
                        + "> [!tip] מנורה\n> המנורה בוערת בשמן.\n",
                "");
        notes.create("Lamps", "The lamp burns oil; see [[Handbook]]. #lighthouse\n", "");
        var folder = Files.createDirectories(temp.resolve("books"));
        var lamps = Files.writeString(folder.resolve("lamps.html"), ReaderFixture.HTML);
        var right = Files.writeString(folder.resolve("right.html"), FROM_RIGHT);
        window.library
                .importer()
                .importAll(List.of(lamps, right), ImportListener.NONE, Progress.NONE);
        open("Handbook");
        picture("120-callouts");
        var list = window.await("#blocks", ListView.class, Node::isVisible);
        robot.interact(() -> list.scrollTo(5));
        picture("121-callouts-below");
        window.press("#aside", ToggleButton.class, _ -> true);
        window.press("#asSplit", ToggleButton.class, _ -> true);
        picture("122-split");
        open("Lamps and lenses");
        about();
        open("Right");
        picture("129-note-from-right");
        robot.clickOn(
                ".source-cell .row-title", Label.class, each -> each.getText().equals("המגדלור"));
        window.awaitTitle("המגדלור");
        picture("125-from-right");
        robot.doubleClickOn(
                ".paragraph .words", Text.class, each -> each.getText().equals("הסלע "));
        picture("127-word-from-right");
        robot.doubleClickOn(".table-row .words", Text.class, each -> each.getText().equals("21"));
        picture("128-cell-from-right");
    }

    private void about() throws IOException {
        robot.doubleClickOn(".paragraph .marked-text");
        picture("123-selected");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.E)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        picture("124-about");
        robot.press(KeyCode.CONTROL).type(KeyCode.BACK_SLASH).release(KeyCode.CONTROL);
        open("Lamps and lenses");
        window.press("#panel", ToggleButton.class, _ -> true);
        window.press("#relatedTab", ToggleButton.class, _ -> true);
        picture("126-related");
        window.press("#panel", ToggleButton.class, _ -> true);
    }

    private void open(String name) {
        shortcut(KeyCode.O);
        robot.write(name);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(name));
        robot.type(KeyCode.ENTER);
        pause(800);
    }
}

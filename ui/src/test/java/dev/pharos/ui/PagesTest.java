package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PageBox;
import dev.pharos.ui.document.LongPdf;

import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

import org.junit.jupiter.api.Test;

/// Reading the pages of a PDF.
@SuppressWarnings("NullAway.Init")
final class PagesTest extends InWindow {
    private java.nio.file.Path file;
    private String text = "";

    private void read(int pages) throws Exception {
        file = LongPdf.write(temp.resolve("log.pdf"), pages);
        window.drop(file);
        window.await("#list", ListView.class, each -> each.getItems().size() == 1);
        toLine();
        robot.write("keeper");
        window.await(".hit-cell", Region.class, _ -> true);
        robot.type(KeyCode.ENTER);
        window.awaitTitle("The keeper's log");
        var source = window.library.sources().all().getFirst();
        text = window.library.sources().document(source.id()).orElseThrow().text();
        window.await(".page-view ImageView", ImageView.class, each -> each.getImage() != null);
    }

    private Region page(int number) {
        return window.await(
                ".page-view",
                Region.class,
                each -> ("p. " + number).equals(each.getAccessibleText()));
    }

    /// Where on the screen these words stand on a page, where they come last on it.
    private Point2D at(int number, String words) throws Exception {
        int start = text.indexOf("Page " + number + ".");
        int next = text.indexOf("Page " + (number + 1) + ".");
        int offset = text.substring(start, next < 0 ? text.length() : next).lastIndexOf(words);
        var box = window.pages.geometry(file, number).boxes(offset, offset + 1).getFirst();
        return TestWindow.onFx(() -> middle(page(number), box));
    }

    private static Point2D middle(Region view, PageBox box) {
        return view.localToScreen(
                (box.x() + box.width() * 0.4) * view.getWidth(),
                (box.y() + box.height() / 2) * view.getHeight());
    }

    /// Makes the pages so small that one is seen whole.
    private void showWhole() {
        robot.interact(window.await("#pages", Region.class, _ -> true)::requestFocus);
        robot.type(KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS);
    }

    private String copied() {
        shortcut(KeyCode.C);
        return TestWindow.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private void awaitSelection() {
        window.await(".selected-words", Path.class, each -> !each.getElements().isEmpty());
    }

    @Test
    void wordsAreSelectedAcrossAPageBreakAsTheyStandInTheText() throws Exception {
        read(3);
        showWhole();
        robot.type(KeyCode.SPACE);
        var from = at(1, "of page 1, of oil");
        var to = at(2, "Line 3 of");
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        awaitSelection();
        int start = text.lastIndexOf("of page 1, of oil");
        int end = text.indexOf("Line 3 of", text.indexOf("Page 2."));
        assertEquals(text.substring(start, end), copied());
    }

    @Test
    void aDoubleClickSelectsAWord() throws Exception {
        read(1);
        showWhole();
        robot.doubleClickOn(at(1, "Line 3 of"));
        awaitSelection();
        assertEquals("Line", copied());
    }

    @Test
    void aPageIsReachedByItsNumberAndTheKeysGoOnFromThere() throws Exception {
        read(400);
        var number = window.await("#pageNumber", TextField.class, _ -> true);
        robot.doubleClickOn(number).write("321").type(KeyCode.ENTER);
        TestWindow.until(() -> page(321).localToParent(0, 0).getY() >= 0);
        assertEquals("321", number.getText());
        robot.type(KeyCode.RIGHT);
        page(322);
        TestWindow.until(() -> "322".equals(number.getText()));
        robot.type(KeyCode.END);
        page(400);
        assertTrue(number.getText().compareTo("398") > 0);
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.PageBox;
import dev.pharos.ui.document.LongPdf;

import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Reading the pages of a PDF.
@SuppressWarnings("NullAway.Init")
final class PagesTest extends InWindow {
    private java.nio.file.Path file;
    private String text = "";

    private void read(int pages) throws Exception {
        file = LongPdf.write(temp.resolve("log.pdf"), pages);
        window.drop(file);
        window.awaitItems("#list", 1);
        toLine();
        robot.write("keeper");
        window.await(".hit-cell", Region.class, _ -> true);
        robot.type(KeyCode.ENTER);
        window.awaitTitle("The keeper's log");
        var source = window.library.sources().all().getFirst();
        text = window.library.sources().document(source.id()).orElseThrow().text();
        window.await(".page-view ImageView", ImageView.class, each -> each.getImage() != null);
    }

    private void awaitPage(int number, Predicate<Region> such) {
        window.await(
                ".page-view",
                Region.class,
                each -> ("p. " + number).equals(each.getAccessibleText()) && such.test(each));
    }

    /// Where on the screen these words stand on a page, where they come last on it.
    private Supplier<Optional<PatientRobot.Aim>> at(int number, String words) throws Exception {
        int start = text.indexOf("Page " + number + ".");
        int next = text.indexOf("Page " + (number + 1) + ".");
        int offset = text.substring(start, next < 0 ? text.length() : next).lastIndexOf(words);
        var box = window.pages.geometry(file, number).boxes(offset, offset + 1).getFirst();
        return () ->
                Shown.first(
                                Shown.roots(),
                                ".page-view",
                                Region.class,
                                each -> ("p. " + number).equals(each.getAccessibleText()))
                        .map(view -> new PatientRobot.Aim(view, middle(view, box)));
    }

    private static Point2D middle(Region view, PageBox box) {
        return view.localToScreen(
                (box.x() + box.width() * 0.4) * view.getWidth(),
                (box.y() + box.height() / 2) * view.getHeight());
    }

    /// Makes the pages so small that one is seen whole.
    private void showWhole() {
        window.focus("#pages");
        robot.type(KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS);
    }

    /// What is selected is copied as it stands in the text.
    private void assertCopied(String words) {
        window.await(".selected-words", Path.class, each -> !each.getElements().isEmpty());
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        shortcut(KeyCode.C);
        TestWindow.until(() -> TestWindow.onFx(() -> Clipboard.getSystemClipboard().hasString()));
        assertEquals(words, TestWindow.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void wordsAreSelectedAcrossAPageBreakAsTheyStandInTheText() throws Exception {
        read(3);
        showWhole();
        robot.type(KeyCode.SPACE);
        var from = at(1, "of page 1, of oil");
        var to = at(2, "Line 3 of");
        robot.drag("the words", from, to);
        int start = text.lastIndexOf("of page 1, of oil");
        int end = text.indexOf("Line 3 of", text.indexOf("Page 2."));
        assertCopied(text.substring(start, end));
    }

    @Test
    void aDoubleClickSelectsAWord() throws Exception {
        read(1);
        showWhole();
        robot.doubleClickOn("Line 3 of", at(1, "Line 3 of"));
        assertCopied("Line");
    }

    @Test
    void aPageIsReachedByItsNumberAndTheKeysGoOnFromThere() throws Exception {
        read(400);
        robot.doubleClickOn("#pageNumber");
        window.await("#pageNumber", TextField.class, number -> !number.getSelectedText().isEmpty());
        robot.write("321").type(KeyCode.ENTER);
        awaitPage(321, page -> page.localToParent(0, 0).getY() >= 0);
        awaitNumber("321"::equals);
        window.focus("#pages");
        robot.type(KeyCode.RIGHT);
        awaitPage(322, _ -> true);
        awaitNumber("322"::equals);
        robot.type(KeyCode.END);
        awaitPage(400, _ -> true);
        awaitNumber(number -> number.compareTo("398") > 0);
    }

    private void awaitNumber(Predicate<String> such) {
        window.await("#pageNumber", TextField.class, number -> such.test(number.getText()));
    }
}

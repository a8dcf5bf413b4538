package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The window over the real engine, used as a person uses it.
final class WindowTest extends InWindow {
    private void importSamples() throws Exception {
        window.drop(Samples.write(temp.resolve("samples")));
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        window.press(".import-panel #close");
        awaitItems(5);
        window.library.meaning().await(Progress.NONE); // what is found stays in its order
    }

    private void awaitItems(int count) {
        window.awaitItems("#list", count);
    }

    private void type(String line) {
        toLine();
        robot.write(line);
    }

    private void openBest(String line) {
        type(line);
        robot.type(KeyCode.ENTER);
    }

    private static boolean hasBlock(ListView<?> list) {
        return !list.getItems().isEmpty();
    }

    @Test
    void aDroppedFolderIsListedAndEachBadFileSaysWhy() throws Exception {
        window.drop(Samples.write(temp.resolve("samples")));
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        for (var said :
                List.of(
                        "broken.pdf: The file is damaged and could not be read.",
                        "empty.txt: The file is empty.",
                        "picture.png: Pharos cannot read this kind of file (image/png).")) {
            window.await(
                    ".import-panel .import-cell",
                    Node.class,
                    cell -> said.equals(cell.getAccessibleText()));
        }
    }

    @Test
    void enterOpensTheBestHitWithItsWordsMarked() throws Exception {
        importSamples();
        openBest("mercury clockwork");
        window.await("#blocks", ListView.class, WindowTest::hasBlock);
        window.awaitTitle("Notes on the Fresnel lens");
        window.await(".text-list .marks", Path.class, marks -> !marks.getElements().isEmpty());
    }

    @Test
    void aChangedSourceIsReadAnew() throws Exception {
        importSamples();
        openBest("mercury clockwork");
        window.await("#blocks", ListView.class, WindowTest::hasBlock);
        var note = temp.resolve("samples/fresnel.md");
        Files.writeString(note, "# Another note\n\nThe foghorn was silent.\n");
        window.drop(note);
        window.awaitTitle("Another note");
    }

    @Test
    void aPdfOpensAtItsPageWithTheWordsCovered() throws Exception {
        importSamples();
        openBest("wick trimmed blackens");
        window.await(
                ".page-mark",
                Path.class,
                mark -> {
                    var pages = window.opened().root().lookup("#pages");
                    var covered = mark.getLayoutBounds();
                    return pages.localToScene(pages.getLayoutBounds())
                                    .contains(mark.localToScene(covered))
                            && covered.getWidth() > 10
                            && covered.getHeight() > 5;
                });
    }

    @Test
    void arrowsAndEnterReadTheSecondHitAndEscapeReturnsToTheLine() throws Exception {
        importSamples();
        type("lighthouse");
        window.await(
                "#list",
                ListView.class,
                list -> list.getItems().size() > 1 && list.getItems().getFirst() instanceof Hit);
        robot.type(KeyCode.DOWN);
        chosen(0);
        robot.type(KeyCode.DOWN);
        var second = chosen(1);
        robot.type(KeyCode.ENTER);
        window.awaitTitle(second.source().title());
        robot.type(KeyCode.ESCAPE);
        window.awaitKeyboard("#line");
    }

    private Hit chosen(int index) {
        return window.with(
                "#list",
                ListView.class,
                list -> list.getSelectionModel().getSelectedIndex() == index,
                list -> Optional.of((Hit) list.getSelectionModel().getSelectedItem()));
    }

    @Test
    void aCitationOpensTheSourceAtItsExactWords() throws Exception {
        importSamples();
        type("When was the Fresnel lens first used?");
        shortcut(KeyCode.ENTER);
        robot.clickOn(".marker");
        window.await(".text-list .marks", Path.class, marks -> !marks.getElements().isEmpty());
        window.awaitTitle("Notes on the Fresnel lens");
    }

    @Test
    void aQuestionTheLibraryDoesNotAnswerIsRefusedWithTheNearestPassages() throws Exception {
        importSamples();
        robot.clickOn("#ask");
        type("Who won the chess championship of 1985?");
        robot.type(KeyCode.ENTER);
        window.await(
                "#notice",
                Label.class,
                label -> label.getText().startsWith("Your library does not answer this"));
        window.await(".card-button", Button.class, _ -> true);
    }

    @Test
    void ctrlIImportsWhatIsChosen() throws Exception {
        window.chosen = List.of(Samples.write(temp.resolve("samples")).resolve("fresnel.md"));
        shortcut(KeyCode.I);
        awaitItems(1);
    }

    @Test
    void f6GoesFromTheLineToTheListToTheReaderAndRound() throws Exception {
        importSamples();
        openBest("mercury clockwork");
        window.await("#blocks", ListView.class, WindowTest::hasBlock);
        toLine();
        for (String next : List.of("#list", "#blocks", "#line")) {
            robot.type(KeyCode.F6);
            window.awaitKeyboard(next);
        }
    }

    @Test
    void noPaneIsBuiltBeforeItIsShown() {
        window.await("#welcome", Node.class, _ -> true);
        assertEquals(
                List.of(0, 0, 0),
                Stream.of(".import-panel", ".answer", ".settings").map(this::built).toList());
    }

    private int built(String selector) {
        return TestWindow.onFx(() -> window.opened().root().lookupAll(selector).size());
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.ui.control.FlowShape;
import dev.pharos.ui.control.FlowWords;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// From note to note, from a source to a note about it, and back.
final class LinkingTest extends InWindow {
    private void create(String title, String text) throws Exception {
        window.library.notes().create(title, text, "");
    }

    private void open(String title) {
        awaitRow(title);
        openByName(title);
    }

    private void awaitWords(String selector, String words) {
        window.await(selector + " .words", Text.class, each -> each.getText().equals(words));
    }

    /// Puts the caret there.
    private void write(TextPos at) {
        window.with(
                ".note-source",
                CodeArea.class,
                _ -> true,
                area -> {
                    area.requestFocus();
                    area.select(at);
                    return Optional.of(area).filter(Node::isFocused);
                });
    }

    @Test
    void aBlockIsEmbeddedAndOpenedByItsName() throws Exception {
        create("Tides", "Ebb and flow.\n\n".repeat(80) + "The spring tide. ^spring\n");
        create("Log", "See [[Tides#^spring]].\n\n![[Tides#^spring]]\n");
        open("Log");
        awaitWords(".note-embed", "The spring tide.");
        window.press(".note-link", Hyperlink.class, _ -> true);
        window.awaitTitle("Tides");
        awaitWords(".note-read", "The spring tide.");
    }

    @Test
    void quotedWordsAreShownWhereTheyStandNow() throws Exception {
        var tides =
                window.library
                        .notes()
                        .create("Tides", "Ebb and flow.\n\n".repeat(80) + "The spring tide.\n", "");
        create(
                "Log",
                "It is high [[Tides" + anchor(tides.source(), "The spring tide.") + "|then]].");
        open("Log");
        window.press(".note-link", Hyperlink.class, _ -> true);
        window.awaitTitle("Tides");
        awaitWords(".note-read", "The spring tide.");
    }

    private static String anchor(Source note, String words) {
        return PlaceAnchor.of(note, new Place(null, null, 1, null, null, 0, 1), words);
    }

    @Test
    void aQuotedSourceThatIsGoneIsNoNoteToBeBegun() throws Exception {
        create("Log", "They agreed [[talk.txt#at=0-9&id=00000000-0000|¶ 1]].");
        open("Log");
        window.press(".note-link", Hyperlink.class, _ -> true);
        window.await(
                "Label",
                Label.class,
                each -> each.getText().startsWith("This source is not in the library"));
        window.awaitTitle("Log");
    }

    @Test
    void aCalloutIsUnfolded() throws Exception {
        create("Oil", "> [!tip]- In winter\n> Keep it warm.\n");
        open("Oil");
        awaitWords(".callout-title", "In winter");
        window.press(".callout-turn", Button.class, _ -> true);
        awaitWords(".callout-inside", "Keep it warm.");
    }

    @Test
    void whatIsMarkedFromTheRightLiesBehindItsWord() {
        var apart =
                TestWindow.onFx(() -> {
                    var flow = new TextFlow();
                    flow.getChildren().setAll(FlowWords.of("המגדלור עומד על הסלע"));
                    flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    var root = new StackPane(flow);
                    var scene = new Scene(root, 500, 100);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    var word = flow.getChildren().get(1);
                    var shape = new Path(FlowShape.of(flow, 8, 12)).getLayoutBounds();
                    return flow.localToScene(shape).getCenterX()
                            - word.localToScene(word.getLayoutBounds()).getCenterX();
                });
        assertEquals(0, apart, 8);
    }

    @Test
    void whatWasWrittenIsTakenBackAfterAnotherNoteWasOpen() throws Exception {
        create("Tides", "High water at six.\nLow water at noon.\n");
        create("Log", "A storm.\n");
        open("Tides");
        shortcut(KeyCode.E);
        write(TextPos.ofLeading(0, 10));
        robot.write("s");
        TestWindow.until(() -> text("Tides").startsWith("High waters"));
        open("Log");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        window.awaitTitle("Tides");
        window.await(
                ".note-source",
                CodeArea.class,
                area ->
                        area.getText().startsWith("High waters")
                                && TextPos.ofLeading(0, 11).equals(area.getCaretPosition()));
        window.focus(".note-source");
        shortcut(KeyCode.Z);
        TestWindow.until(() -> text("Tides").startsWith("High water at"));
    }

    private String text(String title) {
        return window.library.sources().all().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .flatMap(each -> window.library.notes().find(each.id()))
                .orElseThrow()
                .markdown();
    }

    @Test
    void whatIsRelatedStandsBesideANoteWithItsReasons() throws Exception {
        create("Moon", "It turns around the earth. #sea\n");
        create("Tides", "High water follows the [[Moon]]. #sea\n");
        open("Tides");
        window.press("#aside", ToggleButton.class, _ -> true);
        window.press(
                ".related .card-button",
                Button.class,
                card ->
                        card.getAccessibleText().startsWith("Moon: ")
                                && card.getAccessibleText().contains("linked")
                                && card.getAccessibleText().contains("both tagged #sea"));
        window.awaitTitle("Moon");
    }
}

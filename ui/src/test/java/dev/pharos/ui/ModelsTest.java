package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.model.MemoryShelf;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The window's part of models and endpoints, used as a person uses it, over a shelf in memory.
@SuppressWarnings("NullAway.Init")
final class ModelsTest {
    private static final String BASE = "Whisper base";

    private final FxRobot robot = new PatientRobot();
    @TempDir Path temp;
    private MemoryPorts models;
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        var home = temp.resolve("home");
        models = new MemoryPorts(home.resolve("models"));
        window = TestWindow.open(home, 1000, 700, Locale.ENGLISH, models.ports());
        window.await(".radio-button", RadioButton.class, Node::isFocused);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void skip() {
        robot.type(KeyCode.ESCAPE);
        window.await("#line", TextField.class, Node::isFocused);
    }

    /// Opens the settings and goes down to one of their pages.
    private void page(String id) {
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        window.await("#system", Node.class, Node::isFocused);
        var link = window.await("#" + id, Button.class, _ -> true);
        robot.interact(link::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    private void press(String title, String style) {
        var button = window.inCard(title, "." + style, Button.class);
        robot.interact(button::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    @Test
    void aModelComesWithProgressAndIsThenHere() throws Exception {
        skip();
        page("models");
        press(BASE, "get");
        models.shelf.allow(MemoryShelf.BASE, 62_000_000);
        window.await(
                ".row-about", Label.class, label -> label.getText().startsWith("62 MB of 148 MB"));
        window.await("#work", Hyperlink.class, link -> link.getText().contains("42%"));
        models.shelf.allowAll(MemoryShelf.BASE);
        window.inCard(BASE, ".in-use", Label.class);
        assertTrue(models.shelf.find(MemoryShelf.BASE).present());
    }

    @Test
    void aPausedDownloadGoesOn() throws Exception {
        skip();
        page("models");
        models.shelf.allow(MemoryShelf.BASE, 62_000_000);
        press(BASE, "get");
        press(BASE, "pause");
        window.await(
                ".row-about", Label.class, label -> label.getText().startsWith("Stopped at 62 MB"));
        models.shelf.allowAll(MemoryShelf.BASE);
        press(BASE, "goOn");
        TestWindow.until(() -> models.shelf.find(MemoryShelf.BASE).present());
    }

    @Test
    void whatATestShowsMovesNothing() {
        models.shelf.present(MemoryShelf.BASE, false);
        skip();
        page("models");
        var card = window.card(BASE);
        window.inCard(BASE, ".test", Button.class);
        double before = card.getBoundsInParent().getHeight();
        press(BASE, "test");
        window.await(".model-state", Label.class, label -> label.getText().startsWith("Works"));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, card.getBoundsInParent().getHeight());
    }

    @Test
    void whatIsTooLargeForTheMachineIsGreyedAndSaysWhy() {
        skip();
        page("models");
        var get = window.inCard("Whisper large-v3", ".get", Button.class);
        var why = window.inCard("Whisper large-v3", ".model-misfit", Label.class);
        assertTrue(get.isDisabled());
        assertEquals(
                "Too large for this machine: it needs 4.7 GB of memory, and there are 4.1 GB.",
                why.getText());
    }

    @Test
    void aFileDroppedOnTheModelsBecomesOneOfThem() throws Exception {
        skip();
        page("models");
        window.card(BASE);
        window.drop(Files.writeString(temp.resolve("mine.bin"), "model"));
        window.card("mine.bin");
        assertEquals(0, window.library.sources().count());
    }

    @Test
    void whatStopsATransferKeepsTheKeyboardWhileItComes() throws Exception {
        skip();
        page("models");
        window.card(BASE);
        models.shelf.hold("slow.bin");
        window.drop(Files.writeString(temp.resolve("slow.bin"), "model"));
        var stop = window.await("#transfers .button-icon", Button.class, _ -> true);
        robot.interact(stop::requestFocus);
        var about = window.await("#transfers .row-about", Label.class, _ -> true);
        for (int step = 0; step < 3; step++) {
            String before = about.getText();
            window.await(
                    "#transfers .row-about", Label.class, label -> !label.getText().equals(before));
        }
        assertTrue(stop.isFocused());
        robot.type(KeyCode.SPACE);
        TestWindow.until(() -> robot.lookup("#transfers .model-card").queryAll().isEmpty());
    }

    @Test
    void theChangeOfTheEmbedderIsAskedForShownAndUndone() {
        models.shelf.present(MemoryShelf.E5, false);
        skip();
        page("models");
        press("multilingual-e5-small", "use");
        press("multilingual-e5-small", "yes");
        models.embedding.embedded(1_240);
        window.await(
                ".change-bar .row-about",
                Label.class,
                label -> label.getText().startsWith("1,240 of 3,000 passages"));
        window.await("#work", Hyperlink.class, link -> link.getText().contains("41%"));
        models.embedding.embedded(3_000);
        window.inCard("multilingual-e5-small", ".in-use", Label.class);
        var undo = window.await(".change-bar .undo", Button.class, _ -> true);
        robot.interact(undo::requestFocus);
        robot.type(KeyCode.SPACE);
        window.inCard("all-MiniLM-L6-v2 (8 bit)", ".in-use", Label.class);
    }

    @Test
    void theFirstStepsAreTakenByKeysAlone() {
        robot.type(KeyCode.ENTER);
        window.await("#record", CheckBox.class, Node::isFocused);
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        window.await(".offer .check-box", CheckBox.class, Node::isFocused);
        models.shelf.allowAll(MemoryShelf.BASE);
        robot.type(KeyCode.ENTER);
        window.await("#line", TextField.class, Node::isFocused);
        TestWindow.until(() -> models.shelf.find(MemoryShelf.BASE).present());
    }

    @Test
    void theFirstStepsSpeakTheChosenLanguage() {
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.await(
                "#record",
                CheckBox.class,
                box -> box.getText().equals("Aufnehmen und abschreiben"));
    }

    @Test
    void aWindowThatRecordsKeepsItsLanguage() throws Exception {
        skip();
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        window.await(".recorder:running", Node.class, _ -> true);
        page("firstSteps");
        window.await(".radio-button", RadioButton.class, Node::isFocused);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.await(
                "#record",
                CheckBox.class,
                box -> box.isFocused() && box.getText().equals("Record and transcribe"));
        window.microphone.say(2, 0.5);
        TestWindow.until(() -> window.stage.getTitle().contains("0:02"));
    }

    @Test
    void whoSkippedTheFirstStepsSeesThemOnlyWhenAsked() throws Exception {
        skip();
        window.close();
        var home = temp.resolve("home");
        window = TestWindow.open(home, 1000, 700, Locale.ENGLISH, models.ports());
        window.await("#welcome", Node.class, _ -> true);
        page("firstSteps");
        window.await(".radio-button", RadioButton.class, Node::isFocused);
    }

    @Test
    void anEndpointIsAddedTestedAndSetToAnswer() throws Exception {
        skip();
        page("endpoints");
        for (String next : new String[] {"#add", "#ollama", "#models"}) {
            var button = window.await(next, Button.class, _ -> true);
            robot.interact(button::fire);
        }
        window.await("#outcome", Label.class, label -> label.getText().contains("3"));
        var test = window.await("#test", Button.class, _ -> true);
        robot.interact(test::fire);
        window.await(
                "#outcome",
                Label.class,
                label -> label.getText().contains("Hello from the harbour."));
        var activate = window.await("#activate", Button.class, _ -> true);
        robot.interact(activate::fire);
        var file = new SettingsFile(temp.resolve("home/settings.json"));
        TestWindow.until(() ->
                "Ollama"
                        .equals(
                                file.read(
                                                ChatProfiles.FEATURE,
                                                ChatProfiles.class,
                                                ChatProfiles.NONE)
                                        .active()));
    }

    @Test
    void whileAKeyIsBeingKeptTheFormWaitsAndThenHasTheKeyboardAgain() {
        skip();
        page("endpoints");
        for (String next : new String[] {"#add", "#ollama"}) {
            var button = window.await(next, Button.class, _ -> true);
            robot.interact(button::fire);
        }
        var key = window.await("#apiKey", TextField.class, _ -> true);
        var save = window.await("#save", Button.class, _ -> true);
        models.locked = true;
        robot.interact(() -> {
            key.setText("sesame");
            save.requestFocus();
        });
        robot.type(KeyCode.SPACE);
        window.await("#fields", Node.class, Node::isDisabled);
        TestWindow.until(() -> !save.isFocused());
        models.locked = false;
        window.await("#save", Button.class, Node::isFocused);
        assertEquals("sesame", models.keys.get("chat/Ollama http://127.0.0.1:11434/v1"));
    }

    @Test
    void theHardwareSaysWhyNoGpuIsUsed() {
        skip();
        page("hardware");
        window.await(
                ".hardware-row .row-about",
                Label.class,
                label -> label.getText().startsWith("The GPU needs the pack onnxruntime-cuda"));
    }
}

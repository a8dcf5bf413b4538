package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.model.MemoryShelf;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The window's part of models and endpoints, used as a person uses it, over a shelf in memory.
@SuppressWarnings("NullAway.Init")
final class ModelsTest {
    private static final String BASE = "Whisper base";

    private final PatientRobot robot = new PatientRobot();
    @TempDir Path temp;
    private MemoryPorts models;
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        var home = temp.resolve("home");
        models = new MemoryPorts(home.resolve("models"));
        window = TestWindow.open(home, 1000, 700, Locale.ENGLISH, models.ports());
        window.awaitKeyboard(".radio-button");
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void skip() {
        robot.type(KeyCode.ESCAPE);
        window.awaitKeyboard("#line");
    }

    /// Opens the settings and goes down to one of their pages.
    private void page(String id) {
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        window.awaitKeyboard("#system");
        window.focus("#" + id);
        robot.type(KeyCode.SPACE);
    }

    private void press(String title, String style) {
        window.focus("." + style, Button.class, button -> ModelCards.titleOf(button).equals(title));
        robot.type(KeyCode.SPACE);
    }

    private <T extends Node> void awaitInCard(
            String title, String selector, Class<T> type, Predicate<T> such) {
        new ModelCards(window).await(title, selector, type, such);
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
        awaitInCard(BASE, ".in-use", Label.class, _ -> true);
        assertTrue(models.shelf.find(MemoryShelf.BASE).present());
    }

    @Test
    void aPausedDownloadGoesOn() throws Exception {
        skip();
        page("models");
        models.shelf.allow(MemoryShelf.BASE, 62_000_000);
        press(BASE, "get");
        window.awaitWords(".row-about", words -> words.startsWith("62 MB of 148 MB"));
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
        awaitInCard(BASE, ".test", Button.class, _ -> true);
        double before = height(BASE);
        press(BASE, "test");
        window.awaitWords(".model-state", words -> words.startsWith("Works"));
        assertEquals(before, height(BASE));
    }

    private void awaitCard(String title) {
        window.await(".model-card", Node.class, card -> ModelCards.titleOf(card).equals(title));
    }

    private double height(String title) {
        return window.with(
                ".model-card",
                Region.class,
                card -> ModelCards.titleOf(card).equals(title),
                card -> Optional.of(card.getBoundsInParent().getHeight()));
    }

    @Test
    void whatIsTooLargeForTheMachineIsGreyedAndSaysWhy() {
        skip();
        page("models");
        awaitInCard("Whisper large-v3", ".get", Button.class, Node::isDisabled);
        awaitInCard(
                "Whisper large-v3",
                ".model-misfit",
                Label.class,
                why ->
                        why.getText()
                                .equals(
                                        "Too large for this machine: it needs 4.7 GB of memory, and"
                                                + " there are 4.1 GB."));
    }

    @Test
    void aFileDroppedOnTheModelsBecomesOneOfThem() throws Exception {
        skip();
        page("models");
        awaitCard(BASE);
        window.drop(Files.writeString(temp.resolve("mine.bin"), "model"));
        awaitCard("mine.bin");
        assertEquals(0, window.library.sources().count());
    }

    @Test
    void whatStopsATransferKeepsTheKeyboardWhileItComes() throws Exception {
        skip();
        page("models");
        awaitCard(BASE);
        models.shelf.hold("slow.bin");
        window.drop(Files.writeString(temp.resolve("slow.bin"), "model"));
        var stop = window.focus("#transfers .button-icon", Button.class, _ -> true);
        for (int step = 0; step < 3; step++) {
            String before = transferred(_ -> true);
            transferred(now -> !now.equals(before));
        }
        assertTrue(TestWindow.onFx(stop::isFocused));
        robot.type(KeyCode.SPACE);
        TestWindow.until(() ->
                TestWindow.onFx(() ->
                        window.opened().root().lookupAll("#transfers .model-card").isEmpty()));
    }

    private String transferred(Predicate<String> such) {
        return window.with(
                "#transfers .row-about",
                Label.class,
                label -> such.test(label.getText()),
                label -> Optional.of(label.getText()));
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
        awaitInCard("multilingual-e5-small", ".in-use", Label.class, _ -> true);
        window.focus(".change-bar .undo");
        robot.type(KeyCode.SPACE);
        awaitInCard("all-MiniLM-L6-v2 (8 bit)", ".in-use", Label.class, _ -> true);
    }

    @Test
    void theFirstStepsAreTakenByKeysAlone() {
        robot.type(KeyCode.ENTER);
        window.awaitKeyboard("#record");
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        window.awaitKeyboard(".offer .check-box");
        models.shelf.allowAll(MemoryShelf.BASE);
        robot.type(KeyCode.ENTER);
        window.awaitKeyboard("#line");
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
        window.awaitKeyboard(".radio-button");
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
        window.awaitKeyboard(".radio-button");
    }

    @Test
    void anEndpointIsAddedTestedAndSetToAnswer() throws Exception {
        skip();
        page("endpoints");
        for (String next : new String[] {"#add", "#ollama", "#models"}) {
            window.press(next);
        }
        window.await("#outcome", Label.class, label -> label.getText().contains("3"));
        window.press("#test");
        window.await(
                "#outcome",
                Label.class,
                label -> label.getText().contains("Hello from the harbour."));
        window.press("#activate");
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
            window.press(next);
        }
        window.focus("#apiKey");
        robot.write("sesame");
        window.focus("#save");
        models.locked = true;
        robot.type(KeyCode.SPACE);
        window.await("#fields", Node.class, Node::isDisabled);
        window.await("#save", Button.class, save -> !save.isFocused());
        models.locked = false;
        window.awaitKeyboard("#save");
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

    @Test
    void thePaletteLeadsToTheChoiceOfASearchServiceAlsoPastAnOpenPanel() throws Exception {
        skip();
        window.library.notes().create("Talk", "The keeper counted the steps.", "");
        robot.clickOn(".source-cell:filled");
        window.awaitTitle("Talk");
        window.press("#aside", ToggleButton.class, _ -> true);
        robot.press(KeyCode.CONTROL).type(KeyCode.BACK_SLASH).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        window.awaitKeyboard(".palette .text-field");
        robot.write("research");
        window.awaitWords(
                ".palette .list-cell:selected .label", words -> words.startsWith("Research"));
        robot.type(KeyCode.ENTER);
        window.awaitKeyboard(".research .toggle-button");
    }

    @Test
    void aModelThatWouldWriteANoteIsNamedWithItsPlace() throws Exception {
        skip();
        var store =
                new ChatProfileStore(
                        new SettingsFile(temp.resolve("home/settings.json")),
                        models.ports().secrets());
        store.save(ChatProfile.of("default", "http://127.0.0.1:11434/v1", "qwen3"), null);
        store.use("default");
        window.library.notes().create("Talk", "The keeper counted the steps.", "");
        robot.clickOn(".source-cell:filled");
        window.awaitTitle("Talk");
        robot.press(KeyCode.CONTROL).type(KeyCode.U).release(KeyCode.CONTROL);
        window.await(
                "#model",
                CheckBox.class,
                each -> each.isSelected() && each.getText().contains("qwen3 on this machine"));
        robot.type(KeyCode.ESCAPE);
    }
}

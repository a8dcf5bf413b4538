package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.summary.Depth;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;

/// Notes that are made of what was said or written, from the asking to the taking back.
final class MakingTest extends InTalk {
    @AfterEach
    void letGo() {
        window.speech.hold(false);
    }

    private void ask() {
        shortcut(KeyCode.U);
        window.await("#form", ComboBox.class, Node::isFocused);
    }

    private void make() {
        ask();
        robot.type(KeyCode.ENTER);
    }

    private List<Source> notes() {
        return window.library.sources().all().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .toList();
    }

    private MadeNote made(Source source) {
        TestWindow.until(() -> !window.library.making().made().from(source.id()).isEmpty());
        return window.library.making().made().from(source.id()).getFirst();
    }

    private String text() {
        return window.library.notes().find(notes().getFirst().id()).orElseThrow().markdown();
    }

    private void awaitMade() {
        window.await("#madeFrom", Hyperlink.class, from -> from.getText().contains("Talk"));
    }

    private void chooseModel() {
        shortcut(KeyCode.COMMA);
        robot.clickOn("#model");
        awaitModels(models -> models.isShowing() && !models.getItems().isEmpty());
        robot.type(KeyCode.DOWN);
        awaitModels(models -> models.getValue() != null);
        robot.type(KeyCode.ENTER);
        awaitModels(models -> !models.isShowing());
        robot.type(KeyCode.ESCAPE);
        TestWindow.until(
                () -> TestWindow.onFx(() -> window.opened().root().lookup(".settings") == null));
    }

    private void awaitModels(Predicate<ComboBox<?>> such) {
        window.await("#model", ComboBox.class, models -> such.test(models));
    }

    @Test
    void aNoteIsMadeByTwoKeysAndTellsWhereItComesFrom() throws Exception {
        var source = openTalk();
        make();
        awaitMade();
        assertEquals(Depth.STANDARD, made(source).settings().depth());
        window.press("#madeFrom", Hyperlink.class, _ -> true);
        window.awaitTitle("Talk");
    }

    @Test
    void aLineOfAMadeNoteLeadsToItsSecond() throws Exception {
        openTalk();
        make();
        awaitMade();
        window.press(".note-link", Hyperlink.class, link -> link.getText().equals("0:35"));
        window.awaitTitle("Talk");
        window.await("#position", Label.class, at -> at.getText().equals("0:35"));
    }

    @Test
    void whatWasChosenLastIsOfferedTheNextTime() throws Exception {
        openTalk();
        ask();
        window.press(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.getText().equals("Brief"));
        window.press("#make");
        awaitMade();
        shortcut(KeyCode.W);
        window.awaitTitle("Talk");
        ask();
        window.await(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.isSelected() && each.getText().equals("Brief"));
    }

    @Test
    void howFarToTrustAMadeNoteIsReadWholeInANarrowHalf() throws Exception {
        openTalk();
        make();
        awaitMade();
        shortcut(KeyCode.BACK_SLASH);
        window.await("#page", Node.class, page -> page.getLayoutBounds().getWidth() < 460);
        window.await("#madeTrust", Label.class, trust -> trust.getWidth() >= trust.prefWidth(-1));
        window.await("#made-again", Button.class, again -> right(again) <= right(page()));
    }

    private Node page() {
        return window.opened().root().lookup("#page");
    }

    private static double right(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxX();
    }

    @Test
    void madeAgainItShowsTheDifferenceAndGoesBack() throws Exception {
        openTalk();
        make();
        awaitMade();
        String before = text();
        window.press("#made-again");
        window.press(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.getText().equals("Brief"));
        window.press("#make");
        window.await(".difference.removed", Node.class, _ -> true);
        assertTrue(text().length() < before.length());
        window.press("#made-undo");
        TestWindow.until(() -> text().equals(before) && depth() == Depth.STANDARD);
    }

    /// A note whose owner has changed each line, and that was made again with fewer of them.
    private MadeNote disputed() throws Exception {
        var source = openTalk();
        make();
        awaitMade();
        var id = made(source).note();
        var note = window.library.notes().find(id).orElseThrow();
        String mine = note.markdown().replaceAll("(?m)^(- .*)$", "$1 Mine.");
        window.library.notes().save(id, note.source().revision(), mine);
        window.press("#made-again");
        window.press(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.getText().equals("Brief"));
        window.press("#make");
        window.await("#made-keep", Button.class, keep -> keep.getText().equals("Keep mine"));
        return settled(id);
    }

    private MadeNote settled(SourceId note) {
        return window.library.making().made().find(note).orElseThrow();
    }

    @Test
    void whoKeepsTheirOwnLinesEndsTheConflict() throws Exception {
        var conflict = disputed();
        window.press("#made-keep");
        TestWindow.until(() -> settled(conflict.note()).details().refused() == null);
        assertTrue(text().contains("Mine."), this::text);
        assertEquals(conflict.details().refused(), settled(conflict.note()).markdown());
    }

    @Test
    void whoTakesWhatWasMadeEndsTheConflict() throws Exception {
        var conflict = disputed();
        window.press("#made-undo");
        TestWindow.until(() -> settled(conflict.note()).details().refused() == null);
        assertEquals(conflict.details().refused(), text());
        assertEquals(conflict.details().refused(), settled(conflict.note()).markdown());
    }

    private @Nullable Depth depth() {
        var made = window.library.making().made().find(notes().getFirst().id());
        return made.orElseThrow().settings().depth();
    }

    @Test
    void aRecordingWithoutWordsIsTranscribedFirst() throws Exception {
        chooseModel();
        window.speech.hold(true);
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        robot.clickOn(".source-cell:filled");
        window.await(".wordless", Node.class, _ -> true);
        make();
        window.await(
                ".making-step",
                Label.class,
                step ->
                        step.getText().startsWith("Words")
                                && step.getPseudoClassStates().toString().contains("now"));
        window.speech.hold(false);
        TestWindow.until(() -> window.library.batches().all().getFirst().status().over());
        var item = window.library.batches().all().getFirst().items().getFirst();
        assertTrue(window.library.transcripts().find(item.source()).isPresent());
    }

    @Test
    void whatFailsTellsWhyAndCanBePutAway() throws Exception {
        window.library.notes().create("Talk", "Hm.", "");
        robot.clickOn(".source-cell:filled");
        window.awaitTitle("Talk");
        make();
        window.await("#making .label", Label.class, each -> each.getText().contains("too little"));
        window.press(
                "#making .button",
                Button.class,
                each -> "Put away".equals(each.getAccessibleText()));
        TestWindow.until(
                () -> TestWindow.onFx(() -> !window.opened().root().lookup("#making").isVisible()));
    }

    @Test
    void whatWasAskedForIsMadeWhenTheProgramIsThereAgain() throws Exception {
        window.speech.hold(true);
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        robot.clickOn(".source-cell:filled");
        window.await(".wordless", Node.class, _ -> true);
        make();
        window.await("#making .making-step", Label.class, _ -> true);
        TestWindow.until(() -> !window.library.batches().all().isEmpty());
        window.close();
        open();
        window.await(".making-title", Label.class, title -> title.getText().contains("Talk"));
    }

    @Test
    void oneKeyRecordsAMemoAndTheSameKeyHasItsNoteMade() throws Exception {
        window.speech.hold(true);
        chooseModel();
        withShift(KeyCode.R);
        window.await("#memo", Node.class, _ -> true);
        window.microphone.say(4, 0.5);
        withShift(KeyCode.R);
        window.await(".making-title", Label.class, title -> title.getText().contains("Recording"));
        window.speech.hold(false);
    }

    @Test
    void aMemoWithoutAMicrophoneSaysWhy() {
        window.microphone.unplug();
        withShift(KeyCode.R);
        window.awaitWords(".toast .label", words -> words.contains("no microphone"));
        assertFalse(TestWindow.onFx(() -> window.opened().root().lookup("#memo").isVisible()));
    }

    @Test
    void aMicrophoneThatGoesAwayEndsTheMemoAndItsNoteIsMadeAllTheSame() throws Exception {
        window.speech.hold(true);
        chooseModel();
        withShift(KeyCode.R);
        window.await("#memo", Node.class, _ -> true);
        window.microphone.say(4, 0.5);
        window.microphone.unplug();
        window.awaitWords(".banner #text", words -> words.contains("microphone went away"));
        window.await(".making-title", Label.class, title -> title.getText().contains("Recording"));
    }

    @Test
    void aRecordingUnderWayGoesOnAndBecomesANoteOnlyWhenAskedTo() throws Exception {
        window.speech.hold(true);
        chooseModel();
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(2, 0.5);
        withShift(KeyCode.R);
        window.press(".toast .button", Button.class, b -> "Make a note of it".equals(b.getText()));
        window.await("#memo", Node.class, _ -> true);
        window.microphone.say(2, 0.5);
        withShift(KeyCode.R);
        window.await(".making-title", Label.class, title -> title.getText().contains("Recording"));
        assertEquals(1, window.library.sources().count());
    }

    @Test
    void aMemoWithoutAModelOfSpeechIsKeptAndLeadsToTheChoiceOfOne() throws Exception {
        withShift(KeyCode.R);
        window.await("#memo", Node.class, _ -> true);
        window.microphone.say(4, 0.5);
        withShift(KeyCode.R);
        window.press("#choose");
        window.await(".settings", Node.class, _ -> true);
        assertEquals(1, window.library.sources().count());
    }

    @Test
    void theLanguageThatIsSpokenIsChosenForTheBatchAlone() throws Exception {
        chooseModel();
        window.speech.hold(true);
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        robot.clickOn(".source-cell:filled");
        window.await(".wordless", Node.class, _ -> true);
        ask();
        window.use("#spoken", ComboBox.class, _ -> true, box -> choose(box, "de"));
        window.press("#make");
        TestWindow.until(() -> !window.library.batches().all().isEmpty());
        assertEquals("de", window.library.batches().all().getFirst().settings().spoken());
    }

    @SuppressWarnings("unchecked")
    private static void choose(ComboBox<?> box, String code) {
        ((ComboBox<String>) box).setValue(code);
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.sound.SilentPlayer;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The window's part of sound, used as a person uses it: the real engine, with a silent player, a
/// microphone that hears what it is told and a recogniser that needs no model.
final class SoundTest extends InWindow {
    private static final Transcript TALK = Interview.transcript();

    private Source openTalk() throws Exception {
        var source = window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), TALK);
        window.await(".source-cell", Node.class, _ -> true);
        robot.clickOn(".source-cell");
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        return source;
    }

    private static boolean shows(TextFlow flow, String text) {
        return flow.getChildren().stream()
                .anyMatch(each ->
                        each instanceof javafx.scene.text.Text words
                                && words.getText().equals(text));
    }

    private TextFlow line(Segment segment) {
        return window.await(".segment-text", TextFlow.class, flow -> shows(flow, segment.text()));
    }

    /// Whether the mark lies behind these words, and no others. The line is looked for anew: a list
    /// that scrolls shows it in another cell.
    private boolean marked(Segment segment, String style, String words) {
        var flow = line(segment);
        String text = segment.text();
        int from = text.indexOf(words);
        var wanted = new Path(flow.getRangeShape(from, from + words.length(), false));
        var mark = (Path) flow.lookup("." + style);
        return close(box(wanted), box(mark));
    }

    private static Bounds box(Path path) {
        var plain = new Path(path.getElements());
        plain.setStrokeWidth(0);
        return plain.getLayoutBounds();
    }

    private static boolean close(Bounds one, Bounds other) {
        return Math.abs(one.getMinX() - other.getMinX()) < 8
                && Math.abs(one.getMaxX() - other.getMaxX()) < 8
                && Math.abs(one.getMinY() - other.getMinY()) < 1;
    }

    @Test
    void aClickOnAWordPlaysFromThere() throws Exception {
        openTalk();
        var segment = TALK.segments().get(1);
        clickOnWord(segment, 6, 13);
        TestWindow.until(() -> !window.player.played().isEmpty());
        assertEquals(
                new SilentPlayer.Played(segment.words().get(1).startMs(), Long.MAX_VALUE, 1),
                window.player.played().getFirst());
    }

    @Test
    void aSecondClickInTheChosenLineOnlyPlays() throws Exception {
        openTalk();
        var segment = TALK.segments().get(1);
        clickOnWord(segment, 6, 13);
        TestWindow.until(() -> !window.player.played().isEmpty());
        clickOnWord(segment, 0, 3);
        TestWindow.until(() -> window.player.played().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        var list = window.await(".segment-list", ListView.class, _ -> true);
        assertEquals(-1, list.getEditingIndex());
    }

    private void clickOnWord(Segment segment, int from, int to) {
        var flow = line(segment);
        Bounds at =
                TestWindow.onFx(() -> {
                    var shape = new Path(flow.getRangeShape(from, to, false));
                    return flow.localToScreen(shape.getLayoutBounds());
                });
        robot.clickOn((at.getMinX() + at.getMaxX()) / 2, (at.getMinY() + at.getMaxY()) / 2);
    }

    @Test
    void theWordsFollowTheSound() throws Exception {
        openTalk();
        robot.clickOn("#play");
        var segment = TALK.segments().get(2);
        window.player.hear(segment.words().get(3).startMs());
        TestWindow.until(() -> marked(segment, "heard", "them"));
    }

    @Test
    void theListScrollsAlongWithTheSound() throws Exception {
        openTalk();
        robot.clickOn("#play");
        var last = TALK.segments().getLast();
        window.player.hear(last.startMs());
        line(last);
    }

    @Test
    void aCorrectionIsKeptAndUndoneByKeys() throws Exception {
        var source = openTalk();
        correctFirstLine("Thanks.");
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        shortcut(KeyCode.Z);
        TestWindow.until(() -> firstText(source).equals(TALK.segments().getFirst().text()));
        assertEquals(3, window.library.transcripts().versions(source.id()).size());
    }

    private TextArea correctFirstLine(String words) {
        var list = window.await(".segment-list", ListView.class, _ -> true);
        robot.interact(list::requestFocus);
        robot.interact(() -> list.getSelectionModel().clearAndSelect(0));
        robot.type(KeyCode.F2);
        var editor = window.await(".segment-editor", TextArea.class, Node::isFocused);
        robot.interact(() -> editor.setText(words));
        return editor;
    }

    @Test
    void whatIsTypedStaysWithItsLineWhenTheListScrollsOn() throws Exception {
        var talk = Interview.repeated(20);
        var source = window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), talk);
        robot.clickOn(window.await(".source-cell", Node.class, _ -> true));
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        var editor = correctFirstLine("Thanks.");
        var list = window.await(".segment-list", ListView.class, _ -> true);
        for (int i = 10; i < talk.segments().size() && editor.isVisible(); i += 10) {
            int line = i;
            robot.interact(() -> list.scrollTo(line));
        }
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        var kept = window.library.transcripts().find(source.id()).orElseThrow();
        int size = talk.segments().size();
        assertEquals(talk.segments().subList(1, size), kept.segments().subList(1, size));
    }

    @Test
    void whatIsBeingTypedIsKeptWhereNobodyIsAskedToCloseTheWindow() throws Exception {
        var source = openTalk();
        correctFirstLine("Thanks.");
        robot.interact(window.stage::hide);
        assertEquals("Thanks.", firstText(source));
    }

    private void askToClose() {
        WaitForAsyncUtils.asyncFx(() ->
                Event.fireEvent(
                        window.stage,
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void answer(String words) {
        TestWindow.until(() ->
                TestWindow.onFx(() -> {
                    var button = shown(words);
                    button.ifPresent(Button::fire);
                    return button.isPresent();
                }));
    }

    private Optional<Button> shown(String words) {
        return Window.getWindows().stream()
                .filter(each -> each != window.stage && each.isShowing())
                .flatMap(each -> each.getScene().getRoot().lookupAll(".button").stream())
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(words))
                .findFirst();
    }

    private void record(int seconds) {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(seconds, 0.5);
        TestWindow.until(() -> window.stage.getTitle().contains("0:0" + seconds));
    }

    @Test
    void closingEndsARecordingOnlyIfItsUserSaysSoAndKeepsIt() {
        record(4);
        askToClose();
        answer("Stop, keep it and close");
        TestWindow.until(() -> !window.stage.isShowing());
        assertEquals(1, window.library.sources().count());
        assertEquals(List.of(), window.library.recorder().unfinished());
    }

    @Test
    void whoKeepsRecordingKeepsTheWindow() {
        record(4);
        askToClose();
        TestWindow.until(() ->
                TestWindow.onFx(() -> shown("Keep recording").filter(Node::isFocused).isPresent()));
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> TestWindow.onFx(() -> shown("Keep recording").isEmpty()));
        window.microphone.say(1, 0.5);
        TestWindow.until(() -> window.stage.getTitle().contains("0:05"));
        assertTrue(window.stage.isShowing());
    }

    @Test
    void anEarlierVersionIsLookedAtAndRestored() throws Exception {
        var source = openTalk();
        correctFirstLine("Thanks.");
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        robot.clickOn("#more");
        robot.clickOn("Earlier versions…");
        window.await(
                ".earlier-cell",
                Node.class,
                cell ->
                        cell.getPseudoClassStates().toString().contains("other")
                                && cell.getAccessibleText().contains("having me up here"));
        robot.clickOn("#restore");
        line(TALK.segments().getFirst());
        assertEquals(3, window.library.transcripts().versions(source.id()).size());
        assertEquals(TALK.segments().getFirst().text(), firstText(source));
        shortcut(KeyCode.Z);
        TestWindow.until(() -> firstText(source).equals("Thanks."));
    }

    @Test
    void anotherSoundIsShownWithoutTheWordsOfTheOneBefore() throws Exception {
        openTalk();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), Interview.repeated(2)));
        window.await("#wordlessSlot", Node.class, _ -> true);
    }

    private String firstText(Source source) {
        return window.library
                .transcripts()
                .find(source.id())
                .orElseThrow()
                .segments()
                .getFirst()
                .text();
    }

    @Test
    void escLeavesALineAsItWas() throws Exception {
        var source = openTalk();
        var list = window.await(".segment-list", ListView.class, _ -> true);
        robot.interact(list::requestFocus);
        robot.interact(() -> list.getSelectionModel().clearAndSelect(0));
        robot.type(KeyCode.ENTER);
        var editor = window.await(".segment-editor", TextArea.class, Node::isFocused);
        robot.interact(() -> editor.setText("Nothing of this stays."));
        robot.type(KeyCode.ESCAPE);
        line(TALK.segments().getFirst());
        assertEquals(1, window.library.transcripts().versions(source.id()).size());
    }

    @Test
    void ctrlFFindsInTheTranscriptAndCounts() throws Exception {
        openTalk();
        shortcut(KeyCode.F);
        window.await("#findText", Node.class, Node::isFocused);
        robot.write("clockwork").type(KeyCode.ENTER);
        window.await("#findCount", Label.class, label -> label.getText().equals("2 of 2"));
    }

    @Test
    void theDoubtfulWordsAreVisitedInTurnAndConfirmed() throws Exception {
        openTalk();
        var list = window.await(".segment-list", ListView.class, _ -> true);
        robot.interact(list::requestFocus);
        robot.type(KeyCode.N).type(KeyCode.C);
        window.await("#doubtCount", Label.class, label -> label.getText().equals("Unsure: 6"));
        var gironde =
                TALK.segments().get(4).words().stream()
                        .filter(word -> word.text().equals("Gironde"))
                        .findFirst()
                        .orElseThrow();
        window.await(
                "#position",
                Label.class,
                label -> label.getText().equals("0:" + gironde.startMs() / 1000));
    }

    @Test
    void aVoiceGetsItsNameEverywhere() throws Exception {
        var source = openTalk();
        robot.clickOn(
                window.await(
                        ".segment-speaker",
                        Hyperlink.class,
                        link -> link.getText().equals("Speaker 1")));
        window.await("#speakerName", Node.class, Node::isFocused);
        robot.write("Jonas").type(KeyCode.ENTER);
        TestWindow.until(() ->
                window.library
                        .transcripts()
                        .find(source.id())
                        .orElseThrow()
                        .speakers()
                        .equals(List.of("Anna", "Jonas")));
    }

    @Test
    void ofThreeHoursOnlyWhatIsInViewIsBuilt() throws Exception {
        var talk = Interview.repeated(100);
        window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), talk);
        window.await(".source-cell", Node.class, _ -> true);
        robot.clickOn(".source-cell");
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        robot.clickOn("#play");
        window.player.hear(talk.durationMs() / 2);
        var middle = talk.segments().get(1_000);
        window.await(".segment-text", TextFlow.class, flow -> shows(flow, middle.text()));
        int built = TestWindow.onFx(() -> window.opened().root().lookupAll(".segment").size());
        assertTrue(built < 60, built + " built");
    }

    @Test
    void anExportSaysThatItWasWritten() throws Exception {
        openTalk();
        var file = temp.resolve("talk.srt");
        window.chosen = List.of(file);
        robot.clickOn("#export");
        robot.clickOn("Subtitles (SRT)");
        window.await("#notice", Label.class, label -> label.getText().contains("talk.srt"));
        assertTrue(Files.readString(file).contains("Thank you for having me up here."));
    }

    @Test
    void aHitOpensAtItsWords() throws Exception {
        openTalk();
        toLine();
        robot.write("parabolic mirrors").type(KeyCode.ENTER);
        var segment = TALK.segments().get(5);
        TestWindow.until(() -> marked(segment, "cited", "parabolic mirrors,"));
        robot.clickOn("#play");
        TestWindow.until(() -> !window.player.played().isEmpty());
        assertEquals(segment.words().get(4).startMs(), window.player.played().getFirst().startMs());
    }

    @Test
    void theSameHitMayBeOpenedAgain() throws Exception {
        openTalk();
        toLine();
        robot.write("parabolic mirrors");
        robot.clickOn(window.await(".hit-cell", Node.class, _ -> true));
        var position =
                window.await("#position", Label.class, label -> !label.getText().equals("0:00"));
        String at = position.getText();
        robot.clickOn("#forward");
        window.await("#position", Label.class, label -> !label.getText().equals(at));
        robot.clickOn(window.await(".hit-cell", Node.class, _ -> true));
        window.await("#position", Label.class, label -> label.getText().equals(at));
    }

    @Test
    void withoutAnOutputForSoundTheWordsAreStillThere() throws Exception {
        openTalk();
        window.player.refuse(new Problem.NoSoundOutput("no device"));
        robot.clickOn("#play");
        window.await(
                "#problem", Label.class, label -> label.getText().contains("no output for sound"));
        line(TALK.segments().getFirst());
    }

    @Test
    void aRecordingIsMadeMarkedKeptAndQueued() throws Exception {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(4, 0.5);
        TestWindow.until(() -> window.stage.getTitle().contains("0:04"));
        robot.type(KeyCode.M);
        window.await("#marks", Label.class, label -> label.getText().equals("Marks: 1"));
        shortcut(KeyCode.R);
        window.await("#wordlessSlot", Node.class, _ -> true);
        var source = window.library.sources().all().getFirst();
        assertEquals(1, window.library.recordings().markers(source.id()).size());
        assertEquals(
                List.of(source.id().toString()),
                window.library.jobs().all().stream().map(Job::subject).toList());
    }

    @Test
    void silenceIsWarnedOf() {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(4, 0);
        window.await("#warning", Node.class, _ -> true);
    }

    @Test
    void anUnpluggedMicrophoneEndsTheRecordingAndTellsWhatWasKept() throws Exception {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(3, 0.5);
        TestWindow.until(() -> window.stage.getTitle().contains("0:03"));
        window.microphone.unplug();
        window.await(".banner #text", Label.class, label -> label.getText().contains("0:03"));
        assertEquals(1, window.library.sources().count());
    }

    @Test
    void whatAKilledProgramLeftIsOfferedAndKept() throws Exception {
        window.close();
        var microphone = new SpokenMicrophone();
        try (var recorder = microphone.recorder(temp.resolve("home/library/recordings"))) {
            recorder.start(null);
            microphone.say(6, 0.5);
        }
        open();
        window.await(".banner #text", Label.class, label -> label.getText().contains("0:0"));
        robot.clickOn("#keep");
        window.await(".source-cell", Node.class, _ -> true);
        TestWindow.until(() ->
                window.opened().root().lookupAll(".banner").stream().noneMatch(Node::isVisible));
        assertEquals(1, window.library.sources().count());
    }

    @Test
    void theQueueShowsWhatRunsAndCancelsIt() throws Exception {
        window.speech.hold(true);
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        window.await(".status #work", Hyperlink.class, link -> link.getText().contains("1 of 1"));
        robot.clickOn("#work");
        window.await(".job-cell:running", Node.class, _ -> true);
        robot.clickOn(
                window.await(
                        ".job-buttons .button",
                        Button.class,
                        button -> "Cancel".equals(button.getAccessibleText())));
        TestWindow.until(
                () -> window.library.jobs().all().getFirst().state() == Job.State.CANCELLED);
    }

    @Test
    void whatLackedAModelIsTranscribedOnceOneIsChosen() throws Exception {
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        TestWindow.until(
                () -> window.library.jobs().all().stream().anyMatch(job -> job.state().over()));
        chooseModel();
        TestWindow.until(() -> !window.library.sources().all().isEmpty() && transcribed());
        assertEquals(
                Transcripts.Origin.RECOGNISED,
                window.library
                        .transcripts()
                        .versions(window.library.sources().all().getFirst().id())
                        .getFirst()
                        .origin());
    }

    @Test
    void aChosenModelReplacesNoWordsThatAreThere() throws Exception {
        var source = openTalk();
        TestWindow.until(
                () -> window.library.jobs().all().stream().anyMatch(job -> job.state().over()));
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Other.wav"), Interview.repeated(2)));
        TestWindow.until(() ->
                window.library.jobs().all().stream()
                        .anyMatch(job -> job.state() == Job.State.DONE));
        assertEquals(1, window.library.transcripts().versions(source.id()).size());
    }

    private boolean transcribed() {
        return window.library
                .transcripts()
                .find(window.library.sources().all().getFirst().id())
                .isPresent();
    }

    private void chooseModel() {
        shortcut(KeyCode.COMMA);
        robot.clickOn("#model");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
    }
}

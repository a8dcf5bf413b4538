package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.sound.SilentPlayer;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.Predicate;

/// Hearing a talk and following its words.
final class ListeningTest extends InTalk {
    /// Whether the mark lies behind these words, and no others. The line is looked for anew: a list
    /// that scrolls shows it in another cell.
    private void awaitMarked(Segment segment, String style, String words) {
        String text = segment.text();
        int from = text.indexOf(words);
        window.await(
                ".segment-text",
                TextFlow.class,
                flow ->
                        shows(flow, text)
                                && flow.lookup("." + style) instanceof Path mark
                                && close(
                                        box(
                                                new Path(
                                                        flow.getRangeShape(
                                                                from,
                                                                from + words.length(),
                                                                false))),
                                        box(mark)));
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
        int editing =
                window.with(
                        ".segment-list",
                        ListView.class,
                        _ -> true,
                        list -> Optional.of(list.getEditingIndex()));
        assertEquals(-1, editing);
    }

    private void clickOnWord(Segment segment, int from, int to) {
        robot.clickOn(
                segment.text().substring(from, to),
                () ->
                        Shown.first(
                                        Shown.roots(),
                                        ".segment-text",
                                        TextFlow.class,
                                        flow -> shows(flow, segment.text()))
                                .map(flow -> middle(flow, from, to)));
    }

    private static PatientRobot.Aim middle(TextFlow flow, int from, int to) {
        var shape = new Path(flow.getRangeShape(from, to, false));
        Bounds at = flow.localToScreen(shape.getLayoutBounds());
        return new PatientRobot.Aim(flow, new Point2D(at.getCenterX(), at.getCenterY()));
    }

    @Test
    void theWordsFollowTheSound() throws Exception {
        openTalk();
        play();
        var segment = TALK.segments().get(2);
        window.player.hear(segment.words().get(3).startMs());
        awaitMarked(segment, "heard", "them");
    }

    @Test
    void theListScrollsAlongWithTheSound() throws Exception {
        openTalk();
        play();
        var last = TALK.segments().getLast();
        window.player.hear(last.startMs());
        line(last);
    }

    @Test
    void anotherSoundIsShownWithoutTheWordsOfTheOneBefore() throws Exception {
        openTalk();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), Interview.repeated(2)));
        window.await("#wordlessSlot", Node.class, _ -> true);
    }

    @Test
    void ofThreeHoursOnlyWhatIsInViewIsBuilt() throws Exception {
        var talk = Interview.repeated(100);
        window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), talk);
        robot.clickOn(".source-cell:filled");
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        play();
        window.player.hear(talk.durationMs() / 2);
        var middle = talk.segments().get(1_000);
        window.await(".segment-text", TextFlow.class, flow -> shows(flow, middle.text()));
        int built = TestWindow.onFx(() -> window.opened().root().lookupAll(".segment").size());
        assertTrue(built < 60, built + " built");
    }

    @Test
    void aHitOpensAtItsWords() throws Exception {
        openTalk();
        toLine();
        robot.write("parabolic mirrors").type(KeyCode.ENTER);
        var segment = TALK.segments().get(5);
        awaitMarked(segment, "cited", "parabolic mirrors,");
        play();
        assertEquals(segment.words().get(4).startMs(), window.player.played().getFirst().startMs());
    }

    @Test
    void theSameHitMayBeOpenedAgain() throws Exception {
        openTalk();
        window.library.meaning().await(Progress.NONE); // what is found stays in its order
        toLine();
        robot.write("parabolic mirrors");
        robot.clickOn(".hit-cell:filled");
        String at = position(shown -> !shown.equals("0:00"));
        robot.clickOn("#forward");
        position(shown -> !shown.equals(at));
        robot.clickOn(".hit-cell:filled");
        position(shown -> shown.equals(at));
    }

    private String position(Predicate<String> such) {
        return window.with(
                "#position",
                Label.class,
                label -> such.test(label.getText()),
                label -> Optional.of(label.getText()));
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
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.sound.SilentPlayer;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Hearing a talk and following its words.
final class ListeningTest extends InTalk {
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
    void anotherSoundIsShownWithoutTheWordsOfTheOneBefore() throws Exception {
        openTalk();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), Interview.repeated(2)));
        window.await("#wordlessSlot", Node.class, _ -> true);
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
        var line = window.await("#line", TextField.class, _ -> true);
        robot.interact(() -> line.setText("parabolic mirrors"));
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
}

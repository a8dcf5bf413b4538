package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;

/// Putting the words of a talk right, finding in them and handing them on.
final class CorrectingTest extends InTalk {
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

    @Test
    void anEarlierVersionIsLookedAtAndRestored() throws Exception {
        var source = openTalk();
        correctFirstLine("Thanks.");
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        robot.clickOn("#more");
        choose("Earlier versions…");
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
    void anExportSaysThatItWasWritten() throws Exception {
        openTalk();
        var file = temp.resolve("talk.srt");
        window.chosen = List.of(file);
        robot.interact(window.await("#export", MenuButton.class, _ -> true)::show);
        choose("Subtitles (SRT)");
        window.await("#notice", Label.class, label -> label.getText().contains("talk.srt"));
        assertTrue(Files.readString(file).contains("Thank you for having me up here."));
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Putting the words of a talk right, finding in them and handing them on.
final class CorrectingTest extends InTalk {
    @Test
    void aCorrectionIsKeptAndUndoneByKeys() throws Exception {
        var source = openTalk();
        correctFirstLine(KeyCode.F2, "Thanks.");
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        shortcut(KeyCode.Z);
        TestWindow.until(() -> firstText(source).equals(TALK.segments().getFirst().text()));
        assertEquals(3, window.library.transcripts().versions(source.id()).size());
    }

    /// Opens the first line and puts these words in place of its own.
    private TextArea correctFirstLine(KeyCode opens, String words) {
        window.with(
                ".segment-list",
                ListView.class,
                list -> !list.getItems().isEmpty(),
                list -> {
                    list.requestFocus();
                    list.getSelectionModel().clearAndSelect(0);
                    return Optional.of(list).filter(Node::isFocused);
                });
        robot.type(opens);
        return window.use(
                ".segment-editor",
                TextArea.class,
                Node::isFocused,
                editor -> {
                    editor.setText(words);
                });
    }

    @Test
    void whatIsTypedStaysWithItsLineWhenTheListScrollsOn() throws Exception {
        var talk = Interview.repeated(20);
        var source = window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), talk);
        robot.clickOn(".source-cell:filled");
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        var editor = correctFirstLine(KeyCode.F2, "Thanks.");
        var list = window.await(".segment-list", ListView.class, _ -> true);
        for (int i = 10; i < talk.segments().size(); i += 10) {
            int line = i;
            robot.interact(() -> {
                if (editor.isVisible()) {
                    list.scrollTo(line);
                }
            });
        }
        TestWindow.until(() -> firstText(source).equals("Thanks."));
        var kept = window.library.transcripts().find(source.id()).orElseThrow();
        int size = talk.segments().size();
        assertEquals(talk.segments().subList(1, size), kept.segments().subList(1, size));
    }

    @Test
    void whatIsBeingTypedIsKeptWhereNobodyIsAskedToCloseTheWindow() throws Exception {
        var source = openTalk();
        correctFirstLine(KeyCode.F2, "Thanks.");
        robot.interact(window.stage::hide);
        assertEquals("Thanks.", firstText(source));
    }

    @Test
    void anEarlierVersionIsLookedAtAndRestored() throws Exception {
        var source = openTalk();
        correctFirstLine(KeyCode.F2, "Thanks.");
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
        TestWindow.until(() -> window.library.transcripts().versions(source.id()).size() == 3);
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
        correctFirstLine(KeyCode.ENTER, "Nothing of this stays.");
        robot.type(KeyCode.ESCAPE);
        line(TALK.segments().getFirst());
        assertEquals(1, window.library.transcripts().versions(source.id()).size());
    }

    @Test
    void ctrlFFindsInTheTranscriptAndCounts() throws Exception {
        openTalk();
        shortcut(KeyCode.F);
        window.awaitKeyboard("#findText");
        robot.write("clockwork").type(KeyCode.ENTER);
        window.await("#findCount", Label.class, label -> label.getText().equals("2 of 2"));
    }

    @Test
    void theDoubtfulWordsAreVisitedInTurnAndConfirmed() throws Exception {
        openTalk();
        window.focus(".segment-list");
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
                ".segment-speaker", Hyperlink.class, link -> link.getText().equals("Speaker 1"));
        window.awaitKeyboard("#speakerName");
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
        robot.clickOn("#export");
        choose("Subtitles (SRT)");
        window.awaitWords("#notice", words -> words.contains("talk.srt"));
        assertTrue(Files.readString(file).contains("Thank you for having me up here."));
    }
}

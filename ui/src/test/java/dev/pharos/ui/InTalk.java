package dev.pharos.ui;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.ui.sound.Interview;

import javafx.scene.text.TextFlow;

/// A test in the window on the transcript of a talk: the real engine, with a silent player, a
/// microphone that hears what it is told and a recogniser that needs no model.
abstract class InTalk extends InWindow {
    static final Transcript TALK = Interview.transcript();

    Source openTalk() throws Exception {
        var source = window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), TALK);
        robot.clickOn(".source-cell:filled");
        window.await(".segment-text", TextFlow.class, words -> words.getHeight() > 0);
        return source;
    }

    /// Lets it sound from where it stands; what is heard next is up to the test.
    void play() {
        int before = window.player.played().size();
        robot.clickOn("#play");
        TestWindow.until(() -> window.player.played().size() > before);
    }

    static boolean shows(TextFlow flow, String text) {
        return flow.getChildren().stream()
                .anyMatch(each ->
                        each instanceof javafx.scene.text.Text words
                                && words.getText().equals(text));
    }

    TextFlow line(Segment segment) {
        return window.await(".segment-text", TextFlow.class, flow -> shows(flow, segment.text()));
    }
}

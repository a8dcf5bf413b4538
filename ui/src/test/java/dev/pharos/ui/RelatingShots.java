package dev.pharos.ui;

import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.util.List;

/// Takes pictures of relationships beside a recording and in the graph, as [Screenshots] does.
final class RelatingShots extends Pictures {
    @Override
    void take() throws Exception {
        var talk = Interview.transcript();
        var wav = Interview.wav(temp.resolve("Interview with the keeper.wav"), talk);
        window.recording(wav, talk);
        robot.clickOn(".source-cell:filled");
        var notes = window.library.notes();
        Harbour.write(notes);
        notes.create("Survey", "The Harbour Bridge is 503 metres long.", "Harbour");
        var walk = notes.create("Walk", "The Harbour Bridge is 530 metres long.", "Harbour");
        var plan = notes.create("Plan", "Hear the Interview with the keeper twice.", "Harbour");
        window.library.meaning().await(Progress.NONE);
        for (var note : List.of(walk, plan)) {
            window.library.relationships().find(note.id(), Progress.NONE).stream()
                    .filter(each -> each.type() != Relationship.Type.SIMILAR)
                    .forEach(window.library.relationships()::accept);
        }
        window.press("#related", ToggleButton.class, _ -> true);
        window.await(".relation-card", Node.class, Node::isVisible);
        picture("99-related-recording");
        shortcut(KeyCode.G);
        window.await(".graph-view", Node.class, Node::isVisible);
        pause(2_500);
        picture("99-related-graph");
        window.use(
                "#find",
                TextField.class,
                _ -> true,
                find -> {
                    find.setText("Walk");
                    find.fireEvent(new ActionEvent());
                });
        picture("99-related-graph-chosen");
    }
}

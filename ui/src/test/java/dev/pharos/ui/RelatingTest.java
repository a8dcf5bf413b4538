package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// How sources have to do with each other, shown beside a note and decided on.
final class RelatingTest extends InWindow {
    private static final String WALK = "The Harbour Bridge is 503 metres long. Paint is peeling.";

    private SourceId walk() throws ProblemException {
        window.library
                .notes()
                .create("Guide", "A walk. The Harbour Bridge is 530 metres long. Sun.", "");
        return window.library.notes().create("Inspection", WALK, "").id();
    }

    private void openBeside() {
        window.awaitItems("#list", 2);
        openByName("Inspection", "Inspection");
        window.awaitTitle("Inspection");
        window.press("#aside", ToggleButton.class, _ -> true);
        window.await(
                ".relation-type", Label.class, each -> each.getText().startsWith("Contradicts"));
    }

    private List<State> states(SourceId note) {
        return window.library.relationships().of(note).stream()
                .filter(each -> each.type().name().equals("CONTRADICTS"))
                .map(each -> each.state())
                .toList();
    }

    private void deed(String id) {
        window.press(".relation-card.contradicts " + id, ButtonBase.class, _ -> true);
    }

    @Test
    void aContradictionIsFoundAcceptedAndTakenBack() throws Exception {
        var note = walk();
        openBeside();
        deed("#relation-accept");
        TestWindow.until(() -> states(note).equals(List.of(State.ACCEPTED)));
        withShift(KeyCode.Z);
        TestWindow.until(() -> states(note).equals(List.of(State.SUGGESTED)));
        deed("#relation-dismiss");
        TestWindow.until(() -> states(note).equals(List.of(State.DISMISSED)));
        assertEquals(WALK, text(note));
    }

    @Test
    void aRecordingShowsBesideItsWordsWhatNamesIt() throws Exception {
        var talk = Interview.transcript();
        var wav = Interview.wav(temp.resolve("Interview with the lighthouse keeper.wav"), talk);
        window.recording(wav, talk);
        var plan =
                window.library
                        .notes()
                        .create("Plan", "Hear the Interview with the lighthouse keeper.", "");
        window.library.relationships().find(plan.id(), Progress.NONE);
        window.awaitItems("#list", 2);
        openByName("Interview", "Interview with the lighthouse keeper");
        window.press("#related", ToggleButton.class, _ -> true);
        window.press(".relation-card.mentions #relation-accept", ButtonBase.class, _ -> true);
        TestWindow.until(() ->
                window.library.relationships().of(plan.id()).stream()
                        .anyMatch(each -> each.state() == State.ACCEPTED));
        window.press(".relation-quote", ButtonBase.class, _ -> true);
        window.awaitTitle("Plan");
    }

    @Test
    void whatIsAcceptedStandsInTheGraphInWords() throws Exception {
        var note = walk();
        window.library.relationships().find(note, Progress.NONE).stream()
                .filter(each -> each.type() == Relationship.Type.CONTRADICTS)
                .forEach(window.library.relationships()::accept);
        shortcut(KeyCode.G);
        window.use("#listed", ToggleButton.class, _ -> true, each -> each.setSelected(true));
        window.focus(".graph-view");
        robot.type(KeyCode.RIGHT);
        window.await(
                ".graph-panel .row-about",
                Label.class,
                each -> each.getText().startsWith("They contradict each other"));
        window.press("#decided", ToggleButton.class, ToggleButton::isSelected);
        window.await(
                "#card #about", Label.class, each -> !each.getText().contains("relationships"));
    }

    private String text(SourceId note) {
        return window.library.notes().find(note).orElseThrow().markdown();
    }

    @Test
    void theWordsThatShowItOpenWhereTheyStand() throws Exception {
        walk();
        openBeside();
        window.press(
                ".relation-quote",
                ButtonBase.class,
                each -> String.valueOf(each.getAccessibleText()).contains("530"));
        window.awaitTitle("Guide");
    }

    @Test
    void aLinkIsWrittenOnlyWhenAskedForAndUndoTakesItBack() throws Exception {
        var note = walk();
        openBeside();
        deed("#relation-accept");
        deed("#relation-link");
        TestWindow.until(() -> text(note).contains("[[Guide]]"));
        assertTrue(text(note).startsWith(WALK));
    }

    @Test
    void whatNothingIsKnownOfShowsNoEmptyFrame() throws Exception {
        window.library.notes().create("Inspection", "Alone.", "");
        window.awaitItems("#list", 1);
        openByName("Inspection", "Inspection");
        window.awaitTitle("Inspection");
        window.press("#aside", ToggleButton.class, _ -> true);
        window.await(".related", Node.class, _ -> true);
        TestWindow.until(window::idle);
        assertTrue(TestWindow.onFx(() -> !window.opened().root().lookup(".relations").isVisible()));
    }
}

package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.work.Noticing;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes pictures of made notes with what is to be looked at in them, of quizzes, and of what
/// stands beside sources of each kind, as [Screenshots] does.
final class MadeShots extends Pictures {
    /// Two lines in words of its own, one of a number that nobody said, one without a place.
    private static final String REPLY =
            """
            {"title": "The lens and the oil",
             "overview": [{"text": "The lens was cut in Paris in 1884.", "sentences": [7]},
              {"text": "It was carried by ship from Cordouan, at the mouth of the Gironde.", "sentences": [7]}],
             "topics": [{"heading": "The lamp", "lines": [
              {"text": "They burned 900 litres of rapeseed oil in a year.", "sentences": [8, 9]},
              {"text": "A clockwork drove the lens, and someone wound it every two hours.", "sentences": [13, 14]},
              {"text": "The museum opens on Sundays.", "sentences": []}]}],
             "points": [{"text": "The tower moved in the winter of 1987.", "sentences": [24]},
              {"text": "The tower did not move in the winter of 1987.", "sentences": [24]}],
             "decisions": [], "questions": [], "actions": [
              {"text": "Wind the weight every two hours.", "person": "Bob", "due": null, "sentences": [14]}],
             "tags": ["lighthouse", "lens"]}
            """;

    private final ToldModel model = new ToldModel();

    @Override
    void take() throws Exception {
        robot.type(KeyCode.ESCAPE);
        var talk = Interview.transcript();
        var source =
                window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        conflict(source.id());
        window.chat = () -> Optional.of(model);
        for (int i = 0; i < 3; i++) {
            model.write(REPLY);
            model.end();
        }
        var longer = Interview.repeated(2); // in sound alone: the same sound is the same recording
        var other =
                window.recording(Interview.wav(temp.resolve("A keeper speaks.wav"), longer), talk);
        var marked =
                make(
                        other.id(),
                        new Settings(null, Depth.STANDARD, false, false, null, false, 0, true));
        window.awaitItems("#list", 4);
        window.use(
                "#list",
                ListView.class,
                _ -> true,
                list -> list.getSelectionModel().clearAndSelect(0)); // the newest
        window.focus("#list");
        robot.type(KeyCode.ENTER);
        pause(3_000);
        picture("80-marks");
        window.chat = () -> Optional.empty();
        beside();
        quiz();
    }

    private MadeNote make(SourceId source, Settings settings) throws Exception {
        var told = new ArrayList<Problem>();
        var made = window.library.making().make(source, settings, _ -> {}, new Noticing(told));
        assertEquals(List.of(), told); // a note that the model does not write is not looked at
        return made.getFirst().made();
    }

    private void open(String title) {
        shortcut(KeyCode.O);
        window.awaitKeyboard(".palette .text-field");
        robot.write(title);
        String begin = title.substring(0, Math.min(title.length(), 20)); // a long one is cut
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(begin));
        robot.type(KeyCode.ENTER);
        window.awaitTitle(title);
    }

    private void conflict(SourceId source) throws Exception {
        var made = make(source, new Settings(null, Depth.STANDARD, true, true, null));
        var note = window.library.notes().find(made.note()).orElseThrow();
        String mine = note.markdown().replaceAll("(?m)^(- .*)$", "$1 Mine.");
        window.library.notes().save(made.note(), note.revision(), mine);
        make(source, new Settings(null, Depth.BRIEF, true, true, null));
        open(note.title());
        window.await("#made-keep", Button.class, Node::isVisible);
        picture("81-conflict");
        window.press("#made-keep");
        window.press("#aside", ToggleButton.class, _ -> true);
        picture("82-made-beside");
    }

    private void beside() throws Exception {
        var book = Path.of("../app/src/main/resources/dev/pharos/app/demo/The keeper's year.epub");
        window.library
                .importer()
                .importAll(
                        List.of(Samples.write(temp.resolve("samples")), book),
                        ImportListener.NONE,
                        Progress.NONE);
        window.library
                .notes()
                .create(
                        "Plan",
                        "Read The keeper's log and The keeper's year. In the winter of 1871 the oil"
                                + " froze. Hear Walk to the tower.",
                        "");
        var walk = Interview.wav(temp.resolve("Walk to the tower.wav"), Interview.repeated(3));
        window.recording(walk, Interview.transcript());
        window.library.meaning().await(Progress.NONE);
        for (var each : window.library.sources().all()) {
            window.library.relationships().find(each.id(), Progress.NONE);
        }
        int number = 83;
        for (String title :
                List.of(
                        "A keeper speaks",
                        "The keeper's log",
                        "The keeper's year",
                        "Museum of lights")) {
            open(title);
            pause(500);
            var related = window.opened().commands().find("command.relationships").orElseThrow();
            robot.interact(related.action());
            picture(number++ + "-beside-" + title.replaceAll("\\W+", "-"));
        }
    }

    private void quiz() throws Exception {
        shortcut(KeyCode.DIGIT5);
        var field = window.await("#field", TextArea.class, Node::isFocused);
        robot.interact(() -> field.setText("What happened to the tower of Pharos?"));
        robot.type(KeyCode.ENTER);
        window.use(".next-step", Node.class, _ -> true, MadeShots::scrollTo);
        picture("87-next");
        String words = new Texts(language()).text("next.quiz");
        window.use(
                ".next-step",
                ButtonBase.class,
                each -> each.getText().equals(words),
                each -> each.fireEvent(new ActionEvent()));
        window.press(".toast > .button", Button.class, Node::isVisible);
        window.await(".note-title", Node.class, Node::isVisible);
        picture("88-quiz");
    }

    private static void scrollTo(Node node) {
        Node room = node;
        while (!(room instanceof ScrollPane)) {
            room = room.getParent();
        }
        ((ScrollPane) room).setVvalue(1);
    }
}

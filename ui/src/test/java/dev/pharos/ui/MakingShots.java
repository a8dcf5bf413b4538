package dev.pharos.ui;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Takes pictures of how notes are made, as [Screenshots] does.
final class MakingShots extends Pictures {
    @Override
    @Nullable ModelPorts ports(Path home) {
        return new MemoryPorts(home.resolve("models")).ports();
    }

    @Override
    void prepare(Path home) throws Exception {
        var secrets = new MemoryPorts(home.resolve("models")).ports().secrets();
        var profile = ChatProfile.of("default", "https://llm.example.org/v1", "qwen3");
        Files.createDirectories(home);
        var store = new ChatProfileStore(new SettingsFile(home.resolve("settings.json")), secrets);
        store.save(profile, null);
        store.allow(profile.name(), true);
        store.use(profile.name());
    }

    private void ask() {
        shortcut(KeyCode.U);
        window.await("#form", ComboBox.class, Node::isFocused);
    }

    @Override
    void take() throws Exception {
        robot.type(KeyCode.ESCAPE);
        var talk = Interview.transcript();
        window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        meetings();
        shortcut(KeyCode.O);
        window.awaitKeyboard(".palette .text-field");
        robot.write("At the light");
        pause(800);
        robot.type(KeyCode.ENTER);
        window.await(".segment-cell", Node.class, _ -> true);
        picture("50-recording");
        ask();
        pause(600);
        dialog("51-making");
        robot.type(KeyCode.ENTER);
        window.await("#madeFrom", Hyperlink.class, _ -> true);
        picture("53-made");
        title();
        window.press("#made-again");
        window.await("#form", ComboBox.class, Node::isFocused);
        window.press(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.getParent().getChildrenUnmodifiable().getLast() == each);
        window.use("#form", ComboBox.class, _ -> true, box -> box.getSelectionModel().select(3));
        pause(600);
        dialog("54-again");
        window.use("#form", ComboBox.class, _ -> true, box -> box.getSelectionModel().select(0));
        robot.type(KeyCode.ESCAPE);
        window.press("#made-again");
        window.press(
                "#depth .toggle-button",
                ToggleButton.class,
                each -> each.getParent().getChildrenUnmodifiable().getFirst() == each);
        window.press("#make");
        window.await(".difference.removed", Node.class, _ -> true);
        picture("55-difference");
        window.press("#made-undo");
        many();
        memo();
        research();
    }

    /// A long title, being read in a narrow half.
    private void title() throws Exception {
        window.press("#asSource", ToggleButton.class, _ -> true);
        var source =
                window.library.sources().all().stream()
                        .filter(each -> each.kind() == SourceKind.NOTE)
                        .findFirst()
                        .orElseThrow();
        window.library
                .notes()
                .rename(
                        source.id(),
                        "The keeper of the lighthouse and his three hundred and one steps – notes");
        shortcut(KeyCode.BACK_SLASH);
        picture("53-made-narrow");
        shortcut(KeyCode.BACK_SLASH);
        window.press("#asRead", ToggleButton.class, _ -> true);
    }

    private void meetings() throws Exception {
        var folder = Files.createDirectories(temp.resolve("papers"));
        for (String name : List.of("Steps of the tower", "Oil", "Short")) {
            Files.writeString(
                    folder.resolve(name + ".txt"),
                    name.equals("Short") ? "Hm." : (name + " of the lighthouse. ").repeat(40));
        }
        window.library.importer().importAll(List.of(folder), ImportListener.NONE, Progress.NONE);
        var spoken = Interview.repeated(2);
        Interview.wav(temp.resolve("Without words.wav"), spoken);
        window.drop(temp.resolve("Without words.wav"));
        window.awaitItems("#list", 5);
        robot.type(KeyCode.ESCAPE);
    }

    private void many() throws Exception {
        shortcut(KeyCode.DIGIT1);
        robot.clickOn(".source-cell:filled");
        shortcut(KeyCode.A);
        pause(500);
        picture("56-chosen");
        window.press("#makeNotes");
        window.await("#form", ComboBox.class, Node::isFocused);
        pause(600);
        dialog("57-making-many");
        robot.type(KeyCode.ENTER);
        pause(400);
        snapshot("58-steps");
        picture("59-after");
    }

    private void memo() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.R);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        window.await("#memo", Node.class, _ -> true);
        window.microphone.say(5, 0.5);
        picture("60-memo");
        window.press("#memoStop");
        picture("61-memo-stopped");
    }

    private void research() throws Exception {
        shortcut(KeyCode.COMMA);
        window.press("#brave");
        window.await("#searchRemote", Node.class, _ -> true);
        pause(500);
        window.use(
                ".settings-scroll",
                ScrollPane.class,
                _ -> true,
                scroll -> FocusScroll.show(scroll, scroll.lookup("#testSearch")));
        window.press("#searchAllowed", CheckBox.class, _ -> true);
        window.press("#testSearch");
        picture("62-research");
    }
}

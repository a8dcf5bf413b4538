package dev.pharos.ui;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.model.MemoryShelf;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/// Takes pictures of the screens that have to do with models, as [Screenshots] does.
@SuppressWarnings("NullAway.Init")
final class ModelShots extends Pictures {
    private static final long MEGA = 1_000_000;

    private static final String TINY = "Whisper tiny";
    private static final String BASE = "Whisper base";
    private static final String MINI = "all-MiniLM-L6-v2 (8 bit)";
    private static final String RERANKER = "ms-marco-MiniLM-L6-v2";
    private static final String E5 = "multilingual-e5-small";

    private MemoryPorts models;

    @Override
    @Nullable ModelPorts ports(Path home) {
        models = new MemoryPorts(home.resolve("models"));
        return models.ports();
    }

    @Override
    void take() throws Exception {
        firstSteps();
        settings();
        modelsAsTheyCome();
        modelsAtWork();
        hardware();
        endpoints();
    }

    private void firstSteps() throws Exception {
        window.awaitKeyboard(".radio-button");
        picture("60-first-language");
        robot.type(KeyCode.ENTER);
        window.awaitKeyboard("#record");
        robot.type(KeyCode.SPACE).type(KeyCode.TAB).type(KeyCode.SPACE);
        picture("61-first-purpose");
        robot.type(KeyCode.ENTER);
        window.await(".offer", Node.class, _ -> true);
        picture("62-first-models");
        robot.type(KeyCode.ESCAPE);
        window.await("#welcome", Node.class, _ -> true);
    }

    private void settings() throws Exception {
        shortcut(KeyCode.COMMA);
        window.await("#models", Button.class, _ -> true);
        picture("63-settings");
    }

    private Button button(String title, String style) {
        return new ModelCards(window).await(title, "." + style, Button.class, _ -> true);
    }

    private void fire(String title, String style) {
        var button = button(title, style);
        robot.interact(button::fire);
    }

    private void press(String id) {
        var button = window.await(id, Button.class, _ -> true);
        robot.interact(button::fire);
    }

    private void choose(String title, int item) {
        var more = new ModelCards(window).await(title, ".more", MenuButton.class, _ -> true);
        robot.interact(() -> more.getItems().get(item).fire());
    }

    private void modelsAsTheyCome() throws Exception {
        robot.clickOn("#models");
        window.await(".model-card", Node.class, _ -> true);
        picture("64-models");
        var reranker = button(RERANKER, "get");
        robot.interact(reranker::requestFocus);
        picture("78-models-below");
        var first = button(TINY, "get");
        robot.interact(first::requestFocus);
        models.shelf.partial(MemoryShelf.TURBO, 247 * MEGA);
        fire(BASE, "get");
        for (int mega = 5; mega < 62; mega += 4) {
            models.shelf.allow(MemoryShelf.BASE, mega * MEGA);
            pause(150);
        }
        picture("65-models-coming");
        models.shelf.fail(
                MemoryShelf.BASE,
                new Problem.DownloadFailed("Whisper base", "models.example", "connection reset"));
        window.await(".model-card:failed", Node.class, _ -> true);
        picture("66-models-failed");
        models.shelf.fail(MemoryShelf.BASE, null);
        models.shelf.allowAll(MemoryShelf.BASE);
        fire(BASE, "retry");
        new ModelCards(window).await(BASE, ".in-use", Label.class, _ -> true);
        fire(BASE, "test");
    }

    private void modelsAtWork() throws Exception {
        models.shelf.present(MemoryShelf.E5, false);
        models.shelf.present(MemoryShelf.TINY, false);
        models.shelf.damaged(MemoryShelf.MINI32);
        window.drop(Files.writeString(temp.resolve("notes.txt"), "no model"));
        window.await(".model-card:failed", Node.class, _ -> true);
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#models");
        choose(TINY, 0);
        picture("67-models-details");
        choose(TINY, 0);
        choose(MINI, 0);
        var test = button(MINI, "test");
        robot.interact(test::requestFocus);
        picture("79-models-device");
        choose(MINI, 0);
        choose(TINY, 3);
        picture("68-models-delete");
        fire(TINY, "no");
        fire(E5, "use");
        var yes = button(E5, "yes");
        robot.interact(yes::requestFocus);
        picture("69-models-ask-change");
        fire(E5, "yes");
        for (int done = 100; done < 1_240; done += 90) {
            models.embedding.embedded(done);
            pause(120);
        }
        var top = window.focus("#all", ToggleButton.class, _ -> true);
        picture("70-models-changing");
        models.embedding.embedded(3_000);
        picture("71-models-changed");
        robot.type(KeyCode.ESCAPE);
    }

    private void hardware() throws Exception {
        robot.clickOn("#hardware");
        window.await(".hardware-row", Node.class, _ -> true);
        picture("72-hardware");
        robot.type(KeyCode.ESCAPE);
    }

    private void endpoints() throws Exception {
        robot.clickOn("#endpoints");
        window.await("#add", Button.class, _ -> true);
        picture("73-endpoints-empty");
        robot.clickOn("#add");
        robot.clickOn("#ollama");
        robot.clickOn("#models");
        window.await("#outcome", Label.class, label -> label.getText().contains("3"));
        press("#test");
        window.await("#outcome", Label.class, label -> label.getText().contains("harbour"));
        picture("74-endpoint-tested");
        press("#activate");
        press("#done");
        press("#add");
        robot.clickOn("#name").write("Work");
        robot.clickOn("#baseUrl").write("https://chat.example.org/v1");
        robot.clickOn("#apiKey").write("secret");
        robot.clickOn("#model").write("large");
        press("#test");
        window.await("#outcome", Label.class, label -> !label.getText().isEmpty());
        picture("75-endpoint-remote");
        var address = window.await("#baseUrl", TextField.class, _ -> true);
        robot.interact(() -> address.setText("http://chat.example.org/v1"));
        picture("77-endpoint-unencrypted");
        press("#done");
        picture("76-endpoints");
    }
}

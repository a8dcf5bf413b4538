package dev.pharos.ui.beside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.beside.BesideViewModel.Key;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The key for all programs, with a system whose answers the test gives.
@SuppressWarnings("NullAway.Init")
final class BesideViewModelTest {
    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    private BesideViewModel beside(GlobalKeys keys) {
        return new BesideViewModel(
                new SettingsFile(temp.resolve("settings.json")),
                new Surroundings(Tray.NONE, keys, List.of("pharos", "--capture")),
                new Background(worker::add, Runnable::run),
                () -> done.add("pressed"));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void noKeyIsAskedForBeforeItsUserSaysSo() {
        beside(
                        (key, _, _) -> {
                            asked.add(key);
                            return new GlobalKeys.Ended.Stopped();
                        })
                .load();
        work();
        assertEquals(List.of(), asked);
    }

    @Test
    void aGrantedKeyDoesWhatItIsForAlsoAfterARestart() {
        GlobalKeys granting =
                (key, heard, _) -> {
                    asked.add(key);
                    heard.granted();
                    heard.pressed();
                    return new GlobalKeys.Ended.Stopped();
                };
        beside(granting).globalKey(true);
        work();
        beside(granting).load();
        work();
        assertEquals(List.of("Ctrl+Alt+N", "Ctrl+Alt+N"), asked);
        assertEquals(List.of("pressed", "pressed"), done);
    }

    @Test
    void aKeyThatAnotherProgramHasIsTold() {
        var beside = beside((_, _, _) -> new GlobalKeys.Ended.Refused(GlobalKeys.Why.TAKEN));
        beside.globalKey(true);
        work();
        assertEquals(new Key.Refused(GlobalKeys.Why.TAKEN), beside.keyProperty().get());
    }

    @Test
    void whoSwitchesItOffIsHeardNoMore() {
        var late = new ArrayList<Runnable>();
        var beside =
                beside((_, heard, _) -> {
                    heard.granted();
                    late.add(heard::pressed);
                    return new GlobalKeys.Ended.Stopped();
                });
        beside.globalKey(true);
        work();
        beside.globalKey(false);
        work();
        late.forEach(Runnable::run);
        assertEquals(List.of(), done);
        assertEquals(new Key.Off(), beside.keyProperty().get());
    }
}

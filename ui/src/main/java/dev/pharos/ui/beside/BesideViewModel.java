package dev.pharos.ui.beside;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// What there is of the program beside its window, and the choice of it: it counts and is kept at
/// once.
public final class BesideViewModel {

    /// How it stands with the key.
    public sealed interface Key {
        record Off() implements Key {}

        /// It is being asked for.
        record Asking() implements Key {}

        record On() implements Key {}

        record Refused(GlobalKeys.Why why) implements Key {}
    }

    private final Kept<BesideSettings> kept;
    private final Surroundings around;
    private final Background background;
    private final Runnable pressed;
    private final ReadOnlyBooleanWrapper tray = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Key> key = new ReadOnlyObjectWrapper<>(new Key.Off());
    private @Nullable Job listening;

    /// @param pressed what the key does
    public BesideViewModel(
            SettingsFile file, Surroundings around, Background background, Runnable pressed) {
        this.around = around;
        this.background = background;
        this.pressed = pressed;
        kept =
                new Kept<>(
                        file,
                        BesideSettings.FEATURE,
                        BesideSettings.class,
                        BesideSettings.DEFAULT,
                        background);
        kept.valueProperty()
                .subscribe((was, now) -> {
                    if (was.globalKey() != now.globalKey() || !was.key().equals(now.key())) {
                        listen();
                    }
                });
    }

    public ReadOnlyObjectProperty<BesideSettings> settingsProperty() {
        return kept.valueProperty();
    }

    /// Whether there is a tray; false until it was looked for.
    public ReadOnlyBooleanProperty trayProperty() {
        return tray.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Key> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /// Why the settings could not be read or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return kept.problemProperty();
    }

    /// The command line that desktops can give a key to.
    public List<String> command() {
        return around.capture();
    }

    /// Reads what was kept and looks at what the desktop gives.
    public void load() {
        kept.load();
        background
                .<Boolean>job(
                        _ -> around.tray().supported(),
                        outcome -> tray.set(outcome instanceof Outcome.Done(var there) && there))
                .start();
    }

    public void keepInTray(boolean now) {
        kept.change(before -> before.withKeepInTray(now));
    }

    public void globalKey(boolean now) {
        kept.change(before -> before.withGlobalKey(now));
    }

    /// @param now as [javafx.scene.input.KeyCombination#getName] writes it
    public void key(String now) {
        kept.change(before -> before.withKey(now));
    }

    /// Listens as is chosen now.
    private void listen() {
        if (listening != null) {
            listening.cancel();
            listening = null;
        }
        if (!kept.value().globalKey()) {
            key.set(new Key.Off());
            return;
        }
        key.set(new Key.Asking());
        String combination = kept.value().key();
        var mine = new Job[1];
        mine[0] =
                background.job(
                        progress -> around.keys().listen(combination, new Hearing(mine), progress),
                        outcome -> ended(mine[0], outcome));
        listening = mine[0];
        listening.start();
    }

    private void ended(Job job, Outcome<GlobalKeys.Ended> outcome) {
        if (job != listening) {
            return;
        }
        listening = null;
        key.set(
                switch (outcome) {
                    case Outcome.Done(GlobalKeys.Ended.Refused(var why)) -> new Key.Refused(why);
                    case Outcome.Done(GlobalKeys.Ended.Stopped()) -> new Key.Off();
                    case Outcome.Cancelled() -> new Key.Off();
                    case Outcome.Failed(_) -> new Key.Refused(GlobalKeys.Why.SYSTEM);
                });
    }

    /// Ends the listening.
    public void close() {
        if (listening != null) {
            listening.cancel();
        }
    }

    /// Of one job; those before it are not heard any more.
    private final class Hearing implements GlobalKeys.Heard {
        private final Job[] job;

        Hearing(Job[] job) {
            this.job = job;
        }

        @Override
        public void granted() {
            background.show(() -> {
                if (Objects.equals(job[0], listening)) {
                    key.set(new Key.On());
                }
            });
        }

        @Override
        public void pressed() {
            background.show(() -> {
                if (Objects.equals(job[0], listening)) {
                    pressed.run();
                }
            });
        }
    }
}

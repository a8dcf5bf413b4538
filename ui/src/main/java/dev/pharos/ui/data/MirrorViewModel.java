package dev.pharos.ui.data;

import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The notes as Markdown files in a folder: mirrored when that is asked for, or kept the same both
/// ways for as long as the window is open. For the JavaFX thread.
public final class MirrorViewModel {

    /// How it stands.
    public sealed interface State {
        record Quiet() implements State {}

        /// @param asked whether its owner waits for it; else it goes on by itself
        record Running(Job job, boolean asked) implements State {}

        /// Both sides say the same.
        record Same() implements State {}

        /// It could not be done; kept folders are tried again from time to time.
        record Stopped(Problem why) implements State {}
    }

    private final Mirroring mirroring;
    private final Kept<MirrorSettings> settings;
    private final Background background;
    private final Executor soon;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());
    private final List<Consumer<Outcome<Mirrored>>> ended = new ArrayList<>();
    private @Nullable Job watching;
    private String watched = "";

    /// What has to be done when what goes on has ended.
    private boolean again;

    private boolean askedAgain;

    /// @param soon runs the newest command after a pause
    public MirrorViewModel(
            Mirroring mirroring,
            Kept<MirrorSettings> settings,
            Background background,
            Executor soon,
            InstantSource clock) {
        this.mirroring = mirroring;
        this.settings = settings;
        this.background = background;
        this.soon = soon;
        this.clock = clock;
        settings.valueProperty().subscribe(this::chosen);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MirrorSettings> settingsProperty() {
        return settings.valueProperty();
    }

    /// @param hears what became of each mirroring, before the state says so
    public void onEnd(Consumer<Outcome<Mirrored>> hears) {
        ended.add(hears);
    }

    /// Takes another folder, and mirrors the notes there at once.
    public void mirror(Path folder) {
        askedAgain = true;
        settings.change(now -> now.with(folder));
        mirror(false);
    }

    /// Mirrors the notes in the folder that was chosen, as its owner asks for.
    ///
    /// @param deleteMost whether more than half may go at once
    public void mirror(boolean deleteMost) {
        if (state.get() instanceof State.Running) {
            askedAgain = true;
        } else {
            begin(deleteMost, true);
        }
    }

    /// Keeps both sides the same from now on, or no longer.
    public void keep(boolean kept) {
        settings.change(now -> now.withKept(kept));
    }

    /// Something may have changed on either side.
    public void changed() {
        if (settings.value().kept()) {
            soon.execute(this::look);
        }
    }

    /// Mirrors the notes if they are kept the same, also where nobody told of a change.
    public void look() {
        if (!settings.value().kept() || askedAgain) {
            return;
        }
        if (state.get() instanceof State.Running) {
            again = true;
        } else {
            begin(false, false);
        }
    }

    private void begin(boolean deleteMost, boolean asked) {
        var folder = settings.value().place();
        if (folder.isEmpty()) {
            return;
        }
        again = false;
        askedAgain = false;
        var job =
                background.<Mirrored>job(
                        progress -> mirroring.mirror(folder.get(), deleteMost, progress),
                        this::ended);
        state.set(new State.Running(job, asked));
        job.start();
    }

    private void ended(Outcome<Mirrored> outcome) {
        ended.forEach(each -> each.accept(outcome));
        if (outcome instanceof Outcome.Done(var done) && !done.isNothing()) {
            settings.change(now -> now.with(clock.instant(), done));
        }
        state.set(
                switch (outcome) {
                    case Outcome.Done<Mirrored> _ -> new State.Same();
                    case Outcome.Failed<Mirrored>(var why) -> new State.Stopped(why);
                    case Outcome.Cancelled<Mirrored> _ -> new State.Quiet();
                });
        if (state.get() instanceof State.Same) {
            watch();
        }
        if (askedAgain) {
            begin(false, true);
        } else if (again && !(outcome instanceof Outcome.Cancelled)) {
            changed();
        }
    }

    /// The folder or the choice to keep it may be another one.
    private void chosen(MirrorSettings now) {
        String wanted = now.kept() ? now.folder() : "";
        if (!wanted.equals(watched)) {
            close();
            watched = wanted;
            if (!wanted.isEmpty()) {
                look();
            }
        }
    }

    private void watch() {
        if (watching != null || watched.isEmpty()) {
            return;
        }
        var folder = Path.of(watched);
        var mine = new Job[1];
        mine[0] =
                background.<Boolean>job(
                        progress -> {
                            mirroring.watch(folder, progress, () -> background.show(this::changed));
                            return true;
                        },
                        _ -> {
                            if (watching == mine[0]) {
                                watching = null;
                            }
                        });
        watching = mine[0];
        watching.start();
    }

    /// Hears nothing more of the folder.
    public void close() {
        if (watching != null) {
            watching.cancel();
            watching = null;
        }
    }
}

package dev.pharos.ui.data;

import dev.pharos.engine.note.Mirrored;
import dev.pharos.ui.Texts;
import dev.pharos.ui.data.FolderWork.Filled;
import dev.pharos.ui.data.MirrorViewModel.State;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.work.Outcome;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The mirrorings that somebody asked for, among the long work. For the JavaFX thread.
public final class MirrorWork {
    private final MirrorViewModel mirror;
    private final Texts texts;
    private @Nullable Consumer<Outcome<Filled>> told;

    public MirrorWork(MirrorViewModel mirror, FolderWork work, Texts texts) {
        this.mirror = mirror;
        this.texts = texts;
        mirror.stateProperty()
                .subscribe(state -> {
                    if (state instanceof State.Running(var job, var asked) && asked) {
                        told = work.begin(task(), job);
                    }
                });
        mirror.onEnd(this::ended);
    }

    private FolderWork.Task task() {
        return new FolderWork.Task(
                Kind.MIRROR,
                texts.text("data.mirrorIn", mirror.settingsProperty().get().folder()),
                texts.text("data.mirroring"),
                () -> mirror.mirror(false));
    }

    private void ended(Outcome<Mirrored> outcome) {
        var teller = told;
        told = null;
        if (teller != null) {
            teller.accept(
                    switch (outcome) {
                        case Outcome.Done<Mirrored>(var done) ->
                                new Outcome.Done<>(
                                        new Filled(
                                                MirrorText.done(
                                                        MirrorSettings.Done.of(done), texts),
                                                folder()));
                        case Outcome.Cancelled<Mirrored> _ -> new Outcome.Cancelled<>();
                        case Outcome.Failed<Mirrored>(var why) -> new Outcome.Failed<>(why);
                    });
        }
    }

    private Path folder() {
        return Path.of(mirror.settingsProperty().get().folder());
    }
}

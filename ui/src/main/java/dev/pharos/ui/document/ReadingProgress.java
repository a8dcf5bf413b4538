package dev.pharos.ui.document;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.ReadingPlace;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;

/// Remembers how far sources were read, so that they open there again. For the JavaFX thread, but
/// for what says otherwise.
public final class ReadingProgress {
    private final Sources sources;
    private final Background background;
    private final Executor resting;
    private @Nullable Reached newest;

    /// A source was read to a place.
    record Reached(SourceId source, ReadingPlace place) {}

    ReadingProgress(Sources sources, Background background, Executor resting) {
        this.sources = sources;
        this.background = background;
        this.resting = resting;
    }

    /// @param offset of the first words in view
    /// @param fraction how much of it lies before the last words in view
    public void reached(SourceId source, int offset, double fraction) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        newest = new Reached(source, new ReadingPlace(offset, Math.clamp(fraction, 0, 1), now));
        resting.execute(() -> {
            var rested = take();
            background
                    .<Boolean>job(
                            _ -> {
                                keep(rested);
                                return true;
                            },
                            _ -> {})
                    .start();
        });
    }

    /// Keeps at once what is not yet kept.
    public void keep() {
        var now = take();
        Background.<Boolean>runHere(_ -> {
            keep(now);
            return true;
        });
    }

    /// What is not yet kept, for who keeps it; null where all is.
    @Nullable Reached take() {
        var taken = newest;
        newest = null;
        return taken;
    }

    /// Blocks; for any thread.
    void keep(@Nullable Reached reached) {
        if (reached != null) {
            sources.readTo(reached.source(), reached.place());
        }
    }

    /// Where no place is asked for, the one where it was last read. Blocks; for any thread.
    Target resumed(Target target, Document document) {
        if (target.place() != null || target.left() != null) {
            return target;
        }
        return sources.readingPlace(target.source())
                .map(ReadingPlace::offset)
                .filter(offset -> offset > 0 && offset < document.text().length())
                .map(offset -> Outline.of(document).place(offset, offset))
                .map(place -> new Target(target.source(), place, List.of()))
                .orElse(target);
    }
}

package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

/// Does the work of a batch while the user waits for it.
final class BatchWork {
    private static final double HUNDRED = 100;
    private static final long LOOK_NANOS = 1_000_000_000;

    private final Session session;
    private final Library library;
    private @Nullable Batch lately;
    private long looked;

    /// @param library opened for writing
    BatchWork(Session session, Library library) {
        this.session = session;
        this.library = library;
    }

    /// Blocks until all of it is over, paused or lacks something.
    ///
    /// @return as it is then
    /// @throws java.util.concurrent.CancellationException if the user asked to stop; it goes on
    ///   where it is the next time
    Batch run(Batch.Id id) {
        library.jobs().start();
        try (var line = session.liveLine()) {
            library.jobs()
                    .await(
                            library.batches().jobs(id),
                            new Progress() {
                                @Override
                                public void report(long done, long total) {
                                    line.draw(() -> words(lately(id)));
                                }

                                @Override
                                public boolean cancelled() {
                                    return session.cancelled();
                                }
                            });
        }
        return now(id);
    }

    private Batch now(Batch.Id id) {
        return library.batches().find(id).orElseThrow();
    }

    /// As it was a second ago at most.
    private Batch lately(Batch.Id id) {
        if (lately == null || System.nanoTime() - looked > LOOK_NANOS) {
            lately = now(id);
            looked = System.nanoTime();
        }
        return lately;
    }

    private static String words(Batch batch) {
        String what = batch.current().map(StepText::of).orElse("");
        return LiveLine.cells(batch.percent() / HUNDRED)
                + " "
                + text(
                        "progress.batch",
                        BatchLines.over(batch),
                        batch.items().size(),
                        what,
                        BatchLines.left(batch.remaining()));
    }
}

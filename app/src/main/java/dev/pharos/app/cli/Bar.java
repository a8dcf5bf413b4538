package dev.pharos.app.cli;

import dev.pharos.engine.work.Progress;

import java.util.function.BooleanSupplier;

/// A progress bar on one line of a terminal. Without a terminal it draws nothing and still passes
/// on the wish to stop.
final class Bar implements Progress, AutoCloseable {

    /// What stands beside the cells.
    @FunctionalInterface
    interface Words {
        String of(long done, long total);
    }

    private final Words words;
    private final LiveLine line;
    private final BooleanSupplier cancelled;

    Bar(Words words, LiveLine line, BooleanSupplier cancelled) {
        this.words = words;
        this.line = line;
        this.cancelled = cancelled;
    }

    @Override
    public void report(long done, long total) {
        if (total > 0) {
            line.draw(() -> LiveLine.cells((double) done / total) + " " + words.of(done, total));
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    /// Prints a line above the bar.
    void above(Runnable print) {
        line.above(print);
    }

    @Override
    public void close() {
        line.close();
    }
}

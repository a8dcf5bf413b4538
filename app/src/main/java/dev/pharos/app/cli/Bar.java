package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/// A progress bar on one line of a terminal, drawn a few times a second and wiped away at the end.
/// Without a terminal it draws nothing and still passes on the wish to stop.
final class Bar implements Progress, AutoCloseable {
    private static final int CELLS = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final String WIPE = "\r\u001b[K";

    private final String label;
    private final @Nullable PrintStream terminal;
    private final BooleanSupplier cancelled;
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;
    private boolean drawn;

    Bar(String label, @Nullable PrintStream terminal, BooleanSupplier cancelled) {
        this.label = label;
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    @Override
    public synchronized void report(long done, long total) {
        long now = System.nanoTime();
        if (terminal == null || total <= 0 || now - drawnAt < REDRAW_NANOS) {
            return;
        }
        drawnAt = now;
        drawn = true;
        int filled = (int) Math.clamp(CELLS * done / total, 0, CELLS);
        terminal.print(
                WIPE
                        + "█".repeat(filled)
                        + "░".repeat(CELLS - filled)
                        + " "
                        + text("progress.line", label, done, total));
        terminal.flush();
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    /// Prints a line above the bar.
    synchronized void above(Runnable line) {
        wipe();
        line.run();
    }

    @Override
    public synchronized void close() {
        wipe();
    }

    private void wipe() {
        if (drawn && terminal != null) {
            terminal.print(WIPE);
            terminal.flush();
            drawn = false;
        }
    }
}

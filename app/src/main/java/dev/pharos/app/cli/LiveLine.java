package dev.pharos.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.function.Supplier;

/// One line of a terminal that is drawn again a few times a second and wiped away at the end.
/// Without a terminal nothing is drawn. Any thread.
final class LiveLine implements AutoCloseable {
    private static final int CELLS = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final String WIPE = "\r\u001b[K";

    private final @Nullable PrintStream terminal;
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;
    private boolean drawn;

    LiveLine(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    /// A row of cells of which so much is filled.
    ///
    /// @param fraction 0 to 1; what lies beyond is cut off
    static String cells(double fraction) {
        int filled = (int) (CELLS * Math.clamp(fraction, 0, 1));
        return "█".repeat(filled) + "░".repeat(CELLS - filled);
    }

    synchronized void draw(Supplier<String> line) {
        if (terminal != null && System.nanoTime() - drawnAt >= REDRAW_NANOS) {
            show(line.get());
        }
    }

    /// Draws now, however lately it was drawn.
    synchronized void show(String line) {
        if (terminal != null) {
            drawnAt = System.nanoTime();
            drawn = true;
            terminal.print(WIPE + line);
            terminal.flush();
        }
    }

    /// Prints something above the line.
    synchronized void above(Runnable print) {
        close();
        print.run();
    }

    @Override
    public synchronized void close() {
        if (drawn && terminal != null) {
            terminal.print(WIPE);
            terminal.flush();
            drawn = false;
        }
    }
}

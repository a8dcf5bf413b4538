package dev.pharos.ui;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reaches the window from outside of it: from a second start of the program, from a signal of the
/// system. What is wished before there is a window is granted when there is one. Any thread.
public final class Door {

    /// What may be wished.
    public enum Wish {
        /// That the window comes to the front.
        SHOW,

        /// That the small window for a thought or a recording comes.
        CAPTURE,

        /// That all ends, as when the system does.
        CLOSE
    }

    private final List<Wish> waiting = new ArrayList<>();
    private @Nullable Consumer<Wish> host;
    private boolean closed;

    /// @return whether it is granted; not where the window is just ending
    public synchronized boolean wish(Wish wish) {
        if (closed) {
            return false;
        }
        if (host == null) {
            waiting.add(wish);
        } else {
            host.accept(wish);
        }
        return true;
    }

    /// Grants nothing any more: the window ends.
    public synchronized void close() {
        closed = true;
    }

    /// @param grants does what is wished, on another thread
    public synchronized void open(Consumer<Wish> grants) {
        host = grants;
        waiting.forEach(grants);
        waiting.clear();
    }
}

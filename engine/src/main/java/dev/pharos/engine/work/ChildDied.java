package dev.pharos.engine.work;

import java.io.IOException;

/// A child process ended while it still owed an answer.
public final class ChildDied extends IOException {
    private static final long serialVersionUID = 1L;

    /// Exit status of a JVM that was started with `-XX:+ExitOnOutOfMemoryError` and ran out of
    /// memory.
    private static final int OUT_OF_MEMORY = 3;

    private final int exitStatus;

    ChildDied(int exitStatus) {
        super("child process ended with status " + exitStatus);
        this.exitStatus = exitStatus;
    }

    /// As the operating system tells it; 128 and more mean a signal.
    public int exitStatus() {
        return exitStatus;
    }

    public boolean outOfMemory() {
        return exitStatus == OUT_OF_MEMORY;
    }
}

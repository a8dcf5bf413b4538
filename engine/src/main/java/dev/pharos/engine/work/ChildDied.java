package dev.pharos.engine.work;

import java.io.IOException;

/// A child process ended while it still owed an answer.
public final class ChildDied extends IOException {
    private static final long serialVersionUID = 1L;

    /// Exit status of a JVM that was started with `-XX:+ExitOnOutOfMemoryError` and ran out of
    /// memory.
    private static final int OUT_OF_MEMORY = 3;

    private static final int FAILED_TO_START = 1;

    private final int exitStatus;
    private final String lastWords;

    ChildDied(int exitStatus, String lastWords) {
        super(("child process ended with status " + exitStatus + "\n" + lastWords).strip());
        this.exitStatus = exitStatus;
        this.lastWords = lastWords;
    }

    /// As the operating system tells it; 128 and more mean a signal.
    public int exitStatus() {
        return exitStatus;
    }

    /// The end of what it wrote to its standard error, where native code says why it aborts.
    public String lastWords() {
        return lastWords;
    }

    /// The JVM could not even begin, or its own program failed: not the fault of what it was given.
    public boolean neverServed() {
        return exitStatus == FAILED_TO_START;
    }

    public boolean outOfMemory() {
        return exitStatus == OUT_OF_MEMORY;
    }
}

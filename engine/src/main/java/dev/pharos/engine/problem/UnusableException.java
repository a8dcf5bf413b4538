package dev.pharos.engine.problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// Something cannot be read or run, for a reason that its user can be told.
public final class UnusableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Detail detail;

    public UnusableException(Detail detail) {
        this(detail, null);
    }

    public UnusableException(Detail detail, @Nullable Throwable cause) {
        super(detail.toString(), cause);
        this.detail = detail;
    }

    public UnusableException(Detail.Kind kind, Object... told) {
        this(Detail.of(kind, told));
    }

    public Detail detail() {
        return detail;
    }
}

package dev.pharos.models.research;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;

import javax.net.ssl.SSLException;

/// Says why a connection brought nothing.
final class Failures {

    private Failures() {}

    /// @param patience how long the client waits for the next byte
    static Detail of(IOException failure, Duration patience) {
        String words =
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        return switch (failure) {
            case UnknownHostException e when e.getCause() != null ->
                    Detail.of(Kind.OUT_OF_REACH, words);
            case UnknownHostException _ -> Detail.of(Kind.UNKNOWN_HOST, words);
            case InterruptedIOException _ -> Detail.of(Kind.SILENT, patience.toSeconds());
            case SSLException _ -> Detail.of(Kind.INSECURE, words);
            default -> Detail.of(Kind.UNREACHABLE, words);
        };
    }
}

package dev.pharos.models.chat;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;

import dev.pharos.models.web.RetryAfter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLException;

/// An endpoint did not answer as it should. Never leaves this package.
final class BrokenReply extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Who is told to come back later than that gets the word, not the wait.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final boolean begun;
    private final boolean streamed;

    /// @param failure what the client threw, or null where the stream ended in order without the
    ///   reply being whole
    /// @param begun some words had arrived
    /// @param streamed the endpoint had begun to stream
    BrokenReply(@Nullable Throwable failure, boolean begun, boolean streamed) {
        super(failure == null ? null : root(failure));
        this.begun = begun;
        this.streamed = streamed;
    }

    boolean begun() {
        return begun;
    }

    /// The connection was made and then lost.
    boolean cut() {
        return switch (getCause()) {
            case null -> streamed;
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> false;
            case InterruptedIOException _, SSLException _ -> false;
            case IOException _ -> true;
            default -> false;
        };
    }

    /// How long to wait before it is worth asking again; empty where it is not. What has begun is
    /// never asked for twice.
    ///
    /// @param tried how often it has been tried
    Optional<Duration> retryAfter(int tried, Instant now) {
        if (begun) {
            return Optional.empty();
        }
        if (getCause() instanceof OpenAIServiceException refusal
                && (refusal.statusCode() == TOO_MANY || refusal.statusCode() == UNAVAILABLE)) {
            var named = refusal.headers().values("Retry-After").stream().findFirst();
            var wait =
                    named.flatMap(value -> RetryAfter.of(value, now))
                            .orElse(PAUSE.multipliedBy(tried));
            return wait.compareTo(LONGEST_PAUSE) > 0 ? Optional.empty() : Optional.of(wait);
        }
        return cut() ? Optional.of(PAUSE.multipliedBy(tried)) : Optional.empty();
    }

    /// The client wraps what went wrong below it in its own exceptions.
    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !(cause instanceof OpenAIServiceException)
                && !(cause instanceof OpenAIInvalidDataException)
                && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}

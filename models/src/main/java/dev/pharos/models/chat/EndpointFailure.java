package dev.pharos.models.chat;

import com.openai.core.JsonValue;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.models.web.Endpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/// Says why an endpoint did not answer as it should, with what it said itself, but without the key,
/// should it say that.
final class EndpointFailure {

    private static final int LONGEST_DETAIL = 200;
    private static final String NOTHING = "no event";

    /// How the common servers say that they were sent too much.
    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "context[_ ](length|size|window)|maximum context|context the overflows",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMIT =
            Pattern.compile(
                    "context (?:length|size|window)\\D{0,40}?(\\d{3,9})|(\\d{3,9}) maximum context",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("\\d{3,9}");

    private final String address;
    private final String key;
    private final Duration patience;

    /// @param patience how long the client waits for the next byte
    EndpointFailure(Endpoint endpoint, String key, Duration patience) {
        this.address = endpoint.base().toString();
        this.key = key;
        this.patience = patience;
    }

    /// @param model that was asked
    /// @param sent an estimate of what was sent, in tokens
    ProblemException of(BrokenReply broken, String model, long sent) {
        var cause = broken.getCause();
        if (cause instanceof OpenAIServiceException refusal
                && TOO_LONG.matcher(refusal.body().toString()).find()) {
            return new ProblemException(
                    tooLong(model, String.valueOf(message(refusal.body())), sent));
        }
        return new ProblemException(new Problem.EndpointFailed(address, reason(broken)));
    }

    private static Problem tooLong(String model, String said, long sent) {
        var named = LIMIT.matcher(said);
        long limit =
                named.find()
                        ? Long.parseLong(
                                Objects.requireNonNullElseGet(named.group(1), () -> named.group(2)))
                        : 0;
        long needed =
                NUMBER.matcher(said)
                        .results()
                        .mapToLong(number -> Long.parseLong(number.group()))
                        .max()
                        .orElse(0);
        return new Problem.ContextTooSmall(model, needed > limit ? needed : sent, limit);
    }

    /// Why a list of models could not be had.
    ProblemException of(BrokenReply broken) {
        return new ProblemException(new Problem.EndpointFailed(address, reason(broken)));
    }

    private Detail reason(BrokenReply broken) {
        return switch (broken.getCause()) {
            case OpenAIServiceException refusal -> refusal(refusal);
            case SocketTimeoutException e when connecting(e) ->
                    Detail.of(Kind.UNREACHABLE, words(e));
            case InterruptedIOException _ -> Detail.of(Kind.SILENT, patience.toSeconds());
            case SSLException e -> Detail.of(Kind.INSECURE, words(e));
            case IOException e ->
                    Detail.of(broken.cut() ? Kind.BROKEN_OFF : Kind.UNREACHABLE, words(e));
            case null ->
                    broken.begun() || broken.cut()
                            ? Detail.of(Kind.ENDED_EARLY)
                            : Detail.of(Kind.NO_CHAT, NOTHING);
            case Unfinished e -> Detail.of(e.filtered() ? Kind.HELD_BACK : Kind.LENGTH_REACHED);
            case OpenAIInvalidDataException e -> Detail.of(Kind.NO_CHAT, words(e));
            case Throwable other -> Detail.of(Kind.NO_CHAT, words(other));
        };
    }

    private static boolean connecting(SocketTimeoutException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /// @param refusal of [EndpointAddress]
    static ProblemException address(String address, Kind refusal) {
        String told =
                refusal == Kind.HOLDS_SECRET ? URI.create(address.strip()).getHost() : address;
        return new ProblemException(new Problem.EndpointFailed(told, Detail.of(refusal)));
    }

    ProblemException empty() {
        return new ProblemException(
                new Problem.EndpointFailed(address, Detail.of(Kind.EMPTY_REPLY)));
    }

    static ProblemException noModel(String address) {
        return new ProblemException(
                new Problem.EndpointFailed(address, Detail.of(Kind.NO_MODEL_CHOSEN)));
    }

    private Detail refusal(OpenAIServiceException refusal) {
        int status = refusal.statusCode();
        if (status >= 300 && status < 400) {
            String to = refusal.headers().values("Location").stream().findFirst().orElse("?");
            return Detail.of(Kind.REDIRECTED, shorten(to));
        }
        var kind =
                switch (status) {
                    case 200 -> Kind.SERVER_FAILED; // the stream itself carried an error
                    case 401, 403 -> Kind.KEY_REFUSED;
                    case 404 -> Kind.UNKNOWN_THERE;
                    case 429 -> Kind.BUSY;
                    default -> status >= 500 ? Kind.SERVER_FAILED : Kind.REQUEST_REFUSED;
                };
        String said = message(refusal.body());
        return Detail.of(kind, said == null ? "HTTP " + status : status + ": " + shorten(said));
    }

    /// What `{"error": {"message": …}}`, `{"error": …}` or `{"message": …}` says.
    private static @Nullable String message(JsonValue body) {
        if (body.asString().isPresent()) {
            return body.asString().get().toString();
        }
        Map<String, JsonValue> fields = fields(body);
        for (String name : new String[] {"error", "message"}) {
            JsonValue inner = fields.get(name);
            if (inner != null) {
                return message(inner);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, JsonValue> fields(JsonValue body) {
        return (Map<String, JsonValue>) body.asObject().orElse(Map.of());
    }

    private String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : shorten(message);
    }

    private String shorten(String text) {
        String said = key.isBlank() ? text : text.replace(key, "…");
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}

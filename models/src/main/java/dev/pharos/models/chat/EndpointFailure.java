package dev.pharos.models.chat;

import com.openai.core.JsonValue;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/// Says in a sentence why an endpoint did not answer as it should. The sentences lie in
/// `EndpointFailure.properties`; what the endpoint itself said is added in brackets, without the
/// key, should it say that.
final class EndpointFailure {

    private static final int LONGEST_DETAIL = 200;

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
        return new ProblemException(new Problem.EndpointFailed(address, sentence(broken)));
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
        return new ProblemException(new Problem.EndpointFailed(address, sentence(broken)));
    }

    private String sentence(BrokenReply broken) {
        return switch (broken.getCause()) {
            case OpenAIServiceException refusal -> refusal(refusal);
            case SocketTimeoutException e when connecting(e) -> text("unreachable", detail(e));
            case InterruptedIOException _ -> text("silent", patience.toSeconds());
            case SSLException e -> text("insecure", detail(e));
            case IOException e -> text(broken.cut() ? "brokenOff" : "unreachable", detail(e));
            case null -> {
                boolean cut = broken.begun() || broken.cut();
                yield text(cut ? "brokenOff" : "notChat", text("noDetail"));
            }
            case Unfinished e -> text(e.filtered() ? "filtered" : "length");
            case OpenAIInvalidDataException e -> text("notChat", detail(e));
            case Throwable other -> text("notChat", detail(other));
        };
    }

    private static boolean connecting(SocketTimeoutException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    static ProblemException notAnAddress(String address) {
        return new ProblemException(new Problem.EndpointFailed(address, text("address")));
    }

    static ProblemException noModel(String address) {
        return new ProblemException(new Problem.EndpointFailed(address, text("noModel")));
    }

    private String refusal(OpenAIServiceException refusal) {
        int status = refusal.statusCode();
        String sentence =
                switch (status) {
                    case 200 -> "failed"; // the stream itself carried an error
                    case 401, 403 -> "key";
                    case 404 -> "missing";
                    case 429 -> "busy";
                    default -> status >= 500 ? "failed" : "refused";
                };
        if (status >= 300 && status < 400) {
            String to = refusal.headers().values("Location").stream().findFirst().orElse("?");
            return text("redirect", shorten(to));
        }
        String said = message(refusal.body());
        return text(sentence, said == null ? "HTTP " + status : status + ": " + shorten(said));
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

    private String detail(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : shorten(message);
    }

    private String shorten(String text) {
        String said = key.isBlank() ? text : text.replace(key, "…");
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    private static String text(String key, Object... arguments) {
        var texts = ResourceBundle.getBundle(EndpointFailure.class.getName());
        return new MessageFormat(texts.getString(key)).format(arguments);
    }
}

package dev.pharos.models.chat;

import com.openai.core.JsonValue;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Map;
import java.util.ResourceBundle;

/// Says in a sentence why an endpoint did not answer as it should. The sentences lie in
/// `EndpointFailure.properties`; what the endpoint itself said is added in brackets.
final class EndpointFailure {

    private static final int LONGEST_DETAIL = 200;

    private final Duration patience;

    /// @param patience how long the client waits for the next byte
    EndpointFailure(Duration patience) {
        this.patience = patience;
    }

    /// @param begun some of the reply had arrived
    String sentence(Throwable failure, boolean begun) {
        Throwable cause = root(failure);
        return switch (cause) {
            case OpenAIServiceException refusal -> refusal(refusal);
            case OpenAIInvalidDataException _ -> text("notChat", detail(cause));
            case InterruptedIOException _ -> text("silent", patience.toSeconds());
            case IOException _ -> text(begun ? "brokenOff" : "unreachable", detail(cause));
            default -> text("notChat", detail(cause));
        };
    }

    /// The stream ended in order, but the reply had no end, or was none at all.
    static String unfinished(boolean begun) {
        return text(begun ? "brokenOff" : "notChat", text("noDetail"));
    }

    static String notAnAddress() {
        return text("address");
    }

    private static String refusal(OpenAIServiceException refusal) {
        int status = refusal.statusCode();
        String key =
                switch (status) {
                    case 200 -> "failed"; // the stream itself carried an error
                    case 401, 403 -> "key";
                    case 404 -> "missing";
                    case 429 -> "busy";
                    default -> status >= 500 ? "failed" : "refused";
                };
        String said = message(refusal.body());
        return text(key, said == null ? "HTTP " + status : status + ": " + shorten(said));
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

    private static String detail(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : shorten(message);
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    private static String text(String key, Object... arguments) {
        var texts = ResourceBundle.getBundle(EndpointFailure.class.getName());
        return new MessageFormat(texts.getString(key)).format(arguments);
    }
}

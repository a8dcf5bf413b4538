package dev.pharos.models.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.answer.Thoughts;
import dev.pharos.engine.answer.TokenEstimate;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.web.Endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A language model behind an OpenAI-compatible endpoint, reached with OpenAI's own Java client,
/// streamed. No class of the client is loaded and no socket opened before the first [#reply]. What
/// failed before the first word is asked again twice where that promises anything. Safe for several
/// threads; `onText` is called on the calling thread.
final class OpenAiLanguageModel implements LanguageModel {
    private static final int TRIES = 3;

    /// Tokens of a reply that only shows that the model works.
    private static final int SHORT = 512;

    /// Characters that are shown of it.
    private static final int SHOWN = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MORE = "…";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Endpoint endpoint;
    private final String model;
    private final String key;
    private final int contextTokens;
    private volatile boolean unstructured;
    private final Duration patience;

    /// @param patience how long to wait for the next byte of a reply
    OpenAiLanguageModel(
            Endpoint endpoint, String model, String key, int contextTokens, Duration patience) {
        this.endpoint = endpoint;
        this.model = model;
        this.key = key;
        this.contextTokens = contextTokens;
        this.patience = patience;
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public boolean local() {
        return endpoint.local();
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public String reply(List<Message> messages, Consumer<String> onText, Progress progress)
            throws ProblemException {
        return whole(said(messages, Map.of(), false, onText, progress));
    }

    private String whole(ReplyStream.Said said) throws ProblemException {
        if (Thoughts.without(said.text()).isBlank()) {
            throw new EndpointFailure(endpoint, key, patience).empty();
        }
        return said.text();
    }

    /// A server that refuses the schema is asked without it, from then on.
    @Override
    public String reply(
            List<Message> messages, String schema, Consumer<String> onText, Progress progress)
            throws ProblemException {
        if (unstructured) {
            return reply(messages, onText, progress);
        }
        try {
            return whole(said(messages, structured(schema), false, onText, progress));
        } catch (ProblemException e) {
            boolean refused =
                    e.problem() instanceof Problem.EndpointFailed failed
                            && failed.detail().kind() == Detail.Kind.REQUEST_REFUSED;
            if (!refused) {
                throw e;
            }
            unstructured = true;
            return reply(messages, onText, progress);
        }
    }

    private static Map<String, ?> structured(String schema) {
        try {
            var format = Map.of("name", "note", "strict", true, "schema", JSON.readTree(schema));
            return Map.of("response_format", Map.of("type", "json_schema", "json_schema", format));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no schema: " + schema, e);
        }
    }

    /// A short reply and its times. A model that was stopped while it was thinking works.
    ChatEndpoints.Trial tried(List<Message> messages, Progress progress) throws ProblemException {
        var first = new long[1];
        var words = new Thoughts(_ -> first[0] = first[0] == 0 ? System.nanoTime() : first[0]);
        var said = said(messages, limit(SHORT), true, words::hear, progress);
        long end = System.nanoTime();
        long heard = first[0] == 0 ? end : first[0];
        String reply = Thoughts.without(said.text());
        if (reply.isBlank() && !said.cut()) {
            throw new EndpointFailure(endpoint, key, patience).empty();
        }
        return new ChatEndpoints.Trial(
                model,
                shown(reply, said.cut()),
                (heard - said.sent()) / NANOS_PER_MILLI,
                (end - said.sent()) / NANOS_PER_MILLI);
    }

    private static String shown(String reply, boolean cut) {
        return reply.length() > SHOWN
                ? reply.substring(0, SHOWN) + MORE
                : cut ? reply + MORE : reply;
    }

    /// @param more members of the request
    /// @param limited whether one of them is a limit, which may end it
    private ReplyStream.Said said(
            List<Message> messages,
            Map<String, ?> more,
            boolean limited,
            Consumer<String> onText,
            Progress progress)
            throws ProblemException {
        for (int tried = 1; true; tried++) {
            progress.checkpoint();
            try (var stream = new ReplyStream(new Line(endpoint, patience))) {
                stream.ask(key, model, messages, more);
                return stream.read(onText, limited, progress);
            } catch (BrokenReply broken) {
                var pause = broken.retryAfter(tried, Instant.now());
                if (tried == TRIES || pause.isEmpty()) {
                    throw failed(broken, messages);
                }
                Line.pause(pause.get(), progress);
            }
        }
    }

    /// Programs on this machine know the older name only, the services on the web the newer.
    private Map<String, Integer> limit(int most) {
        return Map.of(endpoint.local() ? "max_tokens" : "max_completion_tokens", most);
    }

    private ProblemException failed(BrokenReply broken, List<Message> messages) {
        long sent = messages.stream().mapToLong(each -> TokenEstimate.of(each.text())).sum();
        return new EndpointFailure(endpoint, key, patience).of(broken, model, sent);
    }

    /// Nothing is kept between replies.
    @Override
    public void close() {}
}

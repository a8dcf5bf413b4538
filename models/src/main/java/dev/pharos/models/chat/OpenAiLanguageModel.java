package dev.pharos.models.chat;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.answer.TokenEstimate;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A language model behind an OpenAI-compatible endpoint, reached with OpenAI's own Java client,
/// streamed. No class of the client is loaded and no socket opened before the first [#reply]. What
/// failed before the first word is asked again twice where that promises anything. Safe for several
/// threads; `onText` is called on the calling thread.
final class OpenAiLanguageModel implements LanguageModel {
    private static final int TRIES = 3;

    private final Endpoint endpoint;
    private final String model;
    private final String key;
    private final int contextTokens;
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
        for (int tried = 1; true; tried++) {
            progress.checkpoint();
            try (var stream = new ReplyStream(new Line(endpoint, patience))) {
                stream.ask(key, model, messages);
                return stream.read(onText, progress);
            } catch (BrokenReply broken) {
                var pause = broken.retryAfter(tried, Instant.now());
                if (tried == TRIES || pause.isEmpty()) {
                    throw failed(broken, messages);
                }
                Line.pause(pause.get(), progress);
            }
        }
    }

    private ProblemException failed(BrokenReply broken, List<Message> messages) {
        long sent = messages.stream().mapToLong(each -> TokenEstimate.of(each.text())).sum();
        return new EndpointFailure(endpoint, key, patience).of(broken, model, sent);
    }

    /// Nothing is kept between replies.
    @Override
    public void close() {}
}

package dev.pharos.models.chat;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatSettings;
import dev.pharos.engine.work.Progress;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A language model behind an OpenAI-compatible endpoint, reached with OpenAI's own Java client,
/// streamed. Without the owner's permission it speaks to this machine only. No class of the client
/// is loaded and no socket opened before the first [#reply]. Safe for several threads; `onText` is
/// called on the calling thread.
public final class OpenAiLanguageModel implements LanguageModel {

    /// Long enough for a slow machine to load a model and read a long question.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Endpoint endpoint;
    private final String model;
    private final String key;
    private final Duration patience;

    /// @throws ProblemException `RemoteNotAllowed`, or `EndpointFailed` where the address is none
    /// @throws IllegalArgumentException if the settings name no endpoint or no model
    public OpenAiLanguageModel(ChatSettings settings) throws ProblemException {
        this(settings, PATIENCE);
    }

    /// @param patience how long to wait for the next byte of a reply
    OpenAiLanguageModel(ChatSettings settings, Duration patience) throws ProblemException {
        if (!settings.configured()) {
            throw new IllegalArgumentException("no endpoint is set");
        }
        String address = Objects.requireNonNull(settings.baseUrl());
        var parsed = Endpoint.parse(address);
        if (parsed == null) {
            throw new ProblemException(
                    new Problem.EndpointFailed(address, EndpointFailure.notAnAddress()));
        }
        if (!parsed.local() && !settings.remoteAllowed()) {
            throw new ProblemException(new Problem.RemoteNotAllowed(address));
        }
        this.endpoint = parsed;
        this.model = Objects.requireNonNull(settings.model());
        this.key = Objects.requireNonNullElse(settings.apiKey(), "");
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
    public String reply(List<Message> messages, Consumer<String> onText, Progress progress)
            throws ProblemException {
        progress.checkpoint();
        try (var stream = new ReplyStream(endpoint, patience)) {
            stream.ask(key, model, messages);
            return stream.read(onText, progress);
        }
    }

    /// Nothing is kept between replies.
    @Override
    public void close() {}
}

package dev.pharos.models.chat;

import com.openai.core.JsonValue;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// One request and its reply. The client's threads fill a queue; the caller's thread empties it, so
/// that it can look at its `Progress` in between whatever the network does.
final class ReplyStream implements AutoCloseable {

    private sealed interface Event {
        record Text(String piece) implements Event {}

        /// The model says why it adds no more.
        record Finished(String reason) implements Event {}

        /// Nothing more will come.
        record Ended(@Nullable Throwable failure) implements Event {}
    }

    private final Line line;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /// The caller hangs up by closing this.
    ReplyStream(Line line) {
        this.line = line;
    }

    /// Returns at once.
    ///
    /// @param limit further members of the request
    void ask(String key, String model, List<Message> messages, Map<String, ?> limit) {
        line.execute(() -> {
            try {
                line.client(key)
                        .chat()
                        .completions()
                        .createStreaming(request(model, messages, limit))
                        .subscribe(new Listener());
            } catch (RuntimeException | LinkageError e) {
                events.add(new Event.Ended(e));
            }
        });
    }

    private static ChatCompletionCreateParams request(
            String model, List<Message> messages, Map<String, ?> limit) {
        var request = ChatCompletionCreateParams.builder().model(model);
        for (var message : messages) {
            switch (message.role()) {
                case SYSTEM -> request.addSystemMessage(message.text());
                case USER -> request.addUserMessage(message.text());
                case ASSISTANT -> request.addAssistantMessage(message.text());
            }
        }
        limit.forEach(
                (name, value) -> request.putAdditionalBodyProperty(name, JsonValue.from(value)));
        return request.build();
    }

    private final class Listener implements AsyncStreamResponse.Handler<ChatCompletionChunk> {
        @Override
        public void onNext(ChatCompletionChunk chunk) {
            for (var choice : chunk.choices()) {
                choice.delta().content().map(Event.Text::new).ifPresent(events::add);
                choice.finishReason()
                        .ifPresent(reason -> events.add(new Event.Finished(reason.asString())));
            }
        }

        @Override
        public void onComplete(Optional<Throwable> error) {
            events.add(new Event.Ended(error.orElse(null)));
        }
    }

    /// A reply.
    ///
    /// @param sent when it was asked for, by `System.nanoTime`
    /// @param cut the limit that it was given ended it
    record Said(String text, long sent, boolean cut) {}

    /// @param limited whether it was given a limit, which may end it
    /// @throws BrokenReply if the reply did not come to its end
    Said read(Consumer<String> onText, boolean limited, Progress progress) throws BrokenReply {
        var reply = new StringBuilder();
        String finish = null;
        while (true) {
            switch (Line.next(events, progress)) {
                case Event.Text(var piece) -> {
                    reply.append(piece);
                    onText.accept(piece);
                }
                case Event.Finished(var reason) -> finish = reason;
                case Event.Ended(var failure) -> {
                    boolean cut = limited && Unfinished.LENGTH.equals(finish);
                    if (cut || finish != null && !Unfinished.REASONS.contains(finish)) {
                        return new Said(reply.toString(), line.sent(), cut);
                    }
                    var why = finish == null ? failure : new Unfinished(finish);
                    throw new BrokenReply(why, !reply.isEmpty(), line.streamed());
                }
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

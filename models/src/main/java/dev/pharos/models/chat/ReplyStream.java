package dev.pharos.models.chat;

import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.core.Timeout;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One request and its reply. The client's threads fill a queue; the caller's thread empties it, so
/// that it can look at its `Progress` in between whatever the network does.
final class ReplyStream implements AutoCloseable {

    private sealed interface Event {
        record Text(String piece) implements Event {}

        /// The model says that its reply is whole.
        record Finished() implements Event {}

        /// Nothing more will come.
        record Ended(@Nullable Throwable failure) implements Event {}
    }

    /// Can hang up, which the client library alone cannot before the first byte of the answer, and
    /// keeps it from waiting once more for an endpoint that was silent.
    private static final class Line implements Interceptor {
        private @Nullable Call call;
        private @Nullable IOException end;

        @Override
        public Response intercept(Chain chain) throws IOException {
            begin(chain.call());
            try {
                return chain.proceed(chain.request());
            } catch (InterruptedIOException e) {
                end(e);
                throw e;
            }
        }

        private synchronized void begin(Call next) throws IOException {
            if (end != null) {
                throw end;
            }
            call = next;
        }

        private synchronized void end(IOException reason) {
            end = reason;
        }

        synchronized void hangUp() {
            end(new IOException("hung up"));
            if (call != null) {
                call.cancel();
            }
        }
    }

    private static final int LOOK_EVERY_MS = 50;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_REPLY = Duration.ofHours(1);
    private static final int RETRIES = 2;
    private static final String NO_KEY =
            "none"; // the client insists on one, local servers ignore it

    private final Endpoint endpoint;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Line line = new Line();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    ReplyStream(Endpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /// Returns at once: loading the client's classes alone takes a second or two the first time.
    void ask(String key, String model, List<Message> messages) {
        threads.execute(() -> {
            try {
                client(key)
                        .chat()
                        .completions()
                        .createStreaming(request(model, messages))
                        .subscribe(new Listener());
            } catch (RuntimeException | LinkageError e) {
                events.add(new Event.Ended(e));
            }
        });
    }

    private OpenAIClientAsync client(String key) {
        var builder =
                OpenAIOkHttpClientAsync.builder()
                        .baseUrl(endpoint.base().toString())
                        .apiKey(key.isBlank() ? NO_KEY : key)
                        .addInterceptor(line)
                        .dispatcherExecutorService(threads)
                        .streamHandlerExecutor(threads)
                        .followRedirects(false) // a redirect could lead off this machine
                        .disableTelemetry(true)
                        .maxRetries(RETRIES)
                        .timeout(
                                Timeout.builder()
                                        .connect(CONNECT)
                                        .read(patience)
                                        .write(patience)
                                        .request(LONGEST_REPLY)
                                        .build());
        if (endpoint.local()) {
            builder.proxy(Proxy.NO_PROXY);
        }
        return builder.build();
    }

    private static ChatCompletionCreateParams request(String model, List<Message> messages) {
        var request = ChatCompletionCreateParams.builder().model(model);
        for (var message : messages) {
            switch (message.role()) {
                case SYSTEM -> request.addSystemMessage(message.text());
                case USER -> request.addUserMessage(message.text());
                case ASSISTANT -> request.addAssistantMessage(message.text());
            }
        }
        return request.build();
    }

    private final class Listener implements AsyncStreamResponse.Handler<ChatCompletionChunk> {
        @Override
        public void onNext(ChatCompletionChunk chunk) {
            for (var choice : chunk.choices()) {
                choice.delta().content().map(Event.Text::new).ifPresent(events::add);
                choice.finishReason().ifPresent(_ -> events.add(new Event.Finished()));
            }
        }

        @Override
        public void onComplete(Optional<Throwable> error) {
            events.add(new Event.Ended(error.orElse(null)));
        }
    }

    String read(Consumer<String> onText, Progress progress) throws ProblemException {
        var reply = new StringBuilder();
        boolean finished = false;
        while (true) {
            switch (next(progress)) {
                case Event.Text(var piece) -> {
                    reply.append(piece);
                    onText.accept(piece);
                }
                case Event.Finished() -> finished = true;
                case Event.Ended(var failure) -> {
                    if (finished) {
                        return reply.toString();
                    }
                    throw failed(failure, !reply.isEmpty());
                }
            }
        }
    }

    private Event next(Progress progress) {
        try {
            while (true) {
                progress.checkpoint();
                var event = events.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        }
    }

    private ProblemException failed(@Nullable Throwable failure, boolean begun) {
        String address = endpoint.base().toString();
        if (failure == null) {
            return new ProblemException(
                    new Problem.EndpointFailed(address, EndpointFailure.unfinished(begun)));
        }
        return new ProblemException(
                new Problem.EndpointFailed(
                        address, new EndpointFailure(patience).sentence(failure, begun)),
                failure);
    }

    @Override
    public void close() {
        line.hangUp();
        threads.shutdown();
    }
}

package dev.pharos.models.chat;

import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.core.Timeout;

import dev.pharos.engine.work.Progress;
import dev.pharos.models.web.Endpoint;
import dev.pharos.models.web.LoopbackSockets;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The connection of one request. It can be hung up at any moment, which the client library alone
/// cannot before the first byte of the answer. To a local endpoint it asks no name server and no
/// proxy, and reaches nothing but this machine; a redirect is followed nowhere.
final class Line implements AutoCloseable {

    /// Notes what the client is doing, and ends it when it has been hung up. Where nothing listens
    /// at one of this machine's addresses it tries the next: the client would do so by itself, but
    /// also ask again behind our back.
    private final class Watch implements Interceptor {
        private @Nullable Call call;
        private boolean hungUp;
        private boolean streamed;

        @Override
        public Response intercept(Chain chain) throws IOException {
            var response = answer(chain);
            String type = response.header("Content-Type");
            note(response.isSuccessful() && String.valueOf(type).startsWith(STREAM));
            return response;
        }

        private Response answer(Chain chain) throws IOException {
            int others =
                    endpoint.local()
                            ? Endpoint.onThisMachine(endpoint.base().getHost()).size() - 1
                            : 0;
            for (int vain = 0; true; vain++) {
                tried = vain;
                begin(chain.call());
                try {
                    sent = System.nanoTime();
                    return chain.proceed(keyed ? chain.request() : without(chain.request()));
                } catch (ConnectException e) {
                    if (vain == others) {
                        throw e;
                    }
                }
            }
        }

        /// The client insists on a key.
        private static Request without(Request request) {
            return request.newBuilder().removeHeader("Authorization").build();
        }

        private synchronized void begin(Call next) throws IOException {
            if (hungUp) {
                throw new IOException("hung up");
            }
            call = next;
        }

        private synchronized void note(boolean stream) {
            streamed = stream;
        }

        synchronized boolean streamed() {
            return streamed;
        }

        synchronized void hangUp() {
            hungUp = true;
            if (call != null) {
                call.cancel();
            }
        }
    }

    private static final String STREAM = "text/event-stream";
    private static final int LOOK_EVERY_MS = 50;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_REPLY = Duration.ofHours(1);
    private static final String NO_KEY = "none"; // for the client; never sent

    private final Endpoint endpoint;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Watch watch = new Watch();

    private volatile boolean keyed;

    /// When the request was sent, by `System.nanoTime`.
    private volatile long sent;

    /// How many addresses of this machine were tried in vain.
    private volatile int tried;

    /// @param patience how long to wait for the first byte, and for each next one
    Line(Endpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /// On a thread of this line, because loading the client's classes alone takes a second or two
    /// the first time.
    void execute(Runnable work) {
        threads.execute(work);
    }

    OpenAIClientAsync client(String key) {
        keyed = !key.isBlank();
        return OpenAIOkHttpClientAsync.builder()
                .okHttpClient(connections())
                .baseUrl(endpoint.base().toString())
                .apiKey(key.isBlank() ? NO_KEY : key)
                .streamHandlerExecutor(threads)
                .disableTelemetry(true)
                .maxRetries(0)
                .timeout(
                        Timeout.builder()
                                .connect(CONNECT)
                                .read(patience)
                                .write(patience)
                                .request(LONGEST_REPLY)
                                .build())
                .build();
    }

    private OkHttpClient connections() {
        var connections =
                new OkHttpClient.Builder()
                        .addInterceptor(watch)
                        .dispatcher(new Dispatcher(threads))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS));
        if (endpoint.local()) {
            connections
                    .proxy(Proxy.NO_PROXY)
                    .dns(host -> List.of(Endpoint.onThisMachine(host).get(tried)))
                    .socketFactory(new LoopbackSockets());
        }
        return connections.build();
    }

    long sent() {
        return sent;
    }

    /// True once the endpoint has begun to stream.
    boolean streamed() {
        return watch.streamed();
    }

    /// Waits for the next event, and looks in between whether the user has asked to stop.
    static <T> T next(BlockingQueue<T> events, Progress progress) {
        while (true) {
            var event = poll(events, LOOK_EVERY_MS, progress);
            if (event != null) {
                return event;
            }
        }
    }

    /// Waits, and looks in between whether the user has asked to stop.
    static void pause(Duration time, Progress progress) {
        var nothing = new LinkedBlockingQueue<>();
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis();
                left > 0;
                left = (end - System.nanoTime()) / NANOS_PER_MILLI) {
            poll(nothing, Math.min(left, LOOK_EVERY_MS), progress);
        }
    }

    private static <T> @Nullable T poll(BlockingQueue<T> events, long millis, Progress progress) {
        progress.checkpoint();
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        }
    }

    @Override
    public void close() {
        watch.hangUp();
        threads.shutdown();
    }
}

package dev.pharos.models.research;

import dev.pharos.engine.work.Progress;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One request, which can be hung up at any moment.
final class Call {
    private static final int LOOK_EVERY_MS = 50;

    /// Takes the answer while the connection is open.
    interface Taking<T> {
        T take(Response response) throws IOException;
    }

    private Call() {}

    /// Blocks until the answer was taken.
    ///
    /// @throws IOException also what `taking` throws
    /// @throws CancellationException if cancelled, within a moment
    static <T> T made(OkHttpClient client, Request request, Taking<T> taking, Progress progress)
            throws IOException {
        var call = client.newCall(request);
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual()
                .start(() -> {
                    try (var response = call.execute()) {
                        answer.complete(taking.take(response));
                    } catch (IOException | RuntimeException | Error e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return awaited(answer, progress);
        } finally {
            call.cancel();
        }
    }

    private static <T> T awaited(CompletableFuture<T> answer, Progress progress)
            throws IOException {
        while (true) {
            progress.checkpoint();
            try {
                return answer.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // looks again whether somebody wants it to stop
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException failure -> throw failure;
                    case RuntimeException bug -> throw bug;
                    case Error bug -> throw bug;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }
}

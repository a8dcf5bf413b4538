package dev.pharos.models.shelf;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/// One request for a file, or for the rest of it, and what came of it. The client's threads write;
/// the calling one watches them, so that it can stop a connection that has fallen silent, or that
/// nobody wants any more.
final class Exchange implements HttpResponse.BodyHandler<Void> {
    private static final long LOOK_MILLIS = 50;

    /// How the client begins to say that a proxy let nothing through.
    private static final String TUNNEL = "Tunnel failed";

    private final Wanted wanted;
    private final PartFile part;
    private final Patience patience;
    private final Progress progress;
    private final HttpClient client;
    private final Answers answers;
    private final long here;
    private volatile @Nullable Verdict head;
    private volatile @Nullable PartWriter writer;

    Exchange(Wanted wanted, PartFile part, Patience patience, Progress progress, HttpClient client)
            throws IOException {
        this.wanted = wanted;
        this.part = part;
        this.patience = patience;
        this.progress = progress;
        this.client = client;
        answers =
                new Answers(
                        wanted.model(),
                        wanted.host(),
                        proxy(),
                        wanted.name(),
                        wanted.bytes(),
                        InstantSource.system());
        here = part.length();
    }

    /// @return `Complete` where a body has ended well, though it may be shorter than the file
    /// @throws CancellationException if cancelled, within a moment
    Verdict run() {
        if (wanted.bytes() > 0 && here > wanted.bytes()) {
            return new Verdict.Restart("> " + wanted.bytes());
        }
        try {
            var reply = client.sendAsync(request(), this);
            var late = await(reply);
            if (late != null) {
                return new Verdict.Again(late, Duration.ZERO);
            }
            var verdict = head;
            if (verdict == null) {
                return unheard(reply.join());
            }
            return verdict instanceof Verdict.Take ? new Verdict.Complete() : verdict;
        } catch (ExecutionException e) {
            var verdict = head;
            return verdict == null || verdict instanceof Verdict.Take
                    ? broken(e.getCause() == null ? e : e.getCause())
                    : verdict;
        }
    }

    /// The answer of a proxy that lets nothing through: nobody is asked what to do with its body.
    private Verdict unheard(HttpResponse<Void> reply) {
        var answer = new Head(reply.statusCode(), reply.headers(), reply.version());
        var verdict = answers.judge(answer, part, here);
        return verdict instanceof Verdict.Take
                ? new Verdict.Again("HTTP " + reply.statusCode(), Duration.ZERO)
                : verdict;
    }

    private record Head(int statusCode, HttpHeaders headers, HttpClient.Version version)
            implements ResponseInfo {}

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(wanted.address())
                        .header("User-Agent", "Pharos")
                        .header("Accept-Encoding", "identity");
        if (here > 0) {
            request.header("Range", "bytes=" + here + "-");
            var version = part.version();
            if (version != null) {
                request.header("If-Range", version);
            }
        }
        return request.build();
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo answer) {
        var verdict = answers.judge(answer, part, here);
        if (verdict instanceof Verdict.Take(long from, long total)) {
            try {
                long free = room();
                if (total - from + Room.RESERVE > free) {
                    verdict =
                            new Verdict.Refuse(
                                    new Problem.NoRoom(
                                            wanted.folder(), total - from, free, Room.RESERVE));
                } else {
                    if (from == 0) {
                        part.begin(answer.headers());
                    }
                    var begun = new PartWriter(part.file(), from, total);
                    head = verdict;
                    writer = begun;
                    return begun;
                }
            } catch (IOException e) {
                verdict = notWritten(e);
            }
        }
        head = verdict;
        return new Unread();
    }

    /// Some mounts cannot tell; then the write will.
    private long room() {
        try {
            return Files.getFileStore(wanted.folder()).getUsableSpace();
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }

    /// Reports while bytes come.
    ///
    /// @return null when all has come, or why it was given up
    private @Nullable String await(CompletableFuture<HttpResponse<Void>> reply)
            throws ExecutionException {
        long at = -1;
        long since = System.nanoTime();
        while (true) {
            long now = report();
            if (now != at) {
                at = now;
                since = System.nanoTime();
            }
            try {
                progress.checkpoint();
                reply.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                report();
                return null;
            } catch (TimeoutException _) {
                if (System.nanoTime() - since > patience.silence().toNanos()) {
                    stop(reply);
                    return "no byte for " + patience.silence().toSeconds() + " s";
                }
            } catch (CancellationException e) {
                stop(reply);
                throw e;
            } catch (InterruptedException _) {
                stop(reply);
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /// @return how far it is, -1 before the body begins
    private long report() {
        var begun = writer;
        if (begun == null) {
            return -1;
        }
        progress.report(begun.position(), total());
        return begun.position();
    }

    /// As the catalogue states it, or else as the server tells it; 0 where neither does.
    private long total() {
        return wanted.bytes() == 0 && head instanceof Verdict.Take(_, long told)
                ? told
                : wanted.bytes();
    }

    private void stop(CompletableFuture<HttpResponse<Void>> reply) {
        reply.cancel(true);
        var begun = writer;
        if (begun != null) {
            begun.stop();
        }
    }

    private Verdict notWritten(IOException e) {
        return new Verdict.Refuse(DiskSpace.problem(wanted.folder(), e));
    }

    private Verdict broken(Throwable cause) {
        return switch (cause) {
            case PartWriter.NotWritten e -> notWritten(e);
            case PartWriter.TooLong _ ->
                    new Verdict.Refuse(
                            new Problem.WrongDownload(
                                    wanted.name(),
                                    Long.toString(wanted.bytes()),
                                    "> " + wanted.bytes()));
            case SSLException e -> failed(Detail.said(words(e)));
            case ConnectException e when unknownHost(e) ->
                    failed(Detail.of(Kind.UNKNOWN_HOST, wanted.host()));
            case ConnectException e when here == 0 -> failed(Detail.said(words(e)));
            case IOException e when words(e).startsWith(TUNNEL) ->
                    failed(Detail.of(Kind.PROXY_REFUSED, proxy(), words(e)));
            default -> new Verdict.Again(words(cause), Duration.ZERO);
        };
    }

    private Verdict failed(Detail why) {
        return new Verdict.Refuse(new Problem.NotFetched(wanted.model(), wanted.host(), why));
    }

    private static boolean unknownHost(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    /// That the request goes through, or the host itself where it goes through none.
    private String proxy() {
        return client.proxy().map(proxies -> proxies.select(wanted.address())).stream()
                .flatMap(List::stream)
                .filter(proxy -> proxy.address() != null)
                .map(proxy -> String.valueOf(proxy.address()))
                .map(address -> address.replaceFirst("/<unresolved>|^/", ""))
                .findFirst()
                .orElse(wanted.host());
    }

    /// The first sentence that says something: the client often wraps the one that does.
    private static String words(Throwable cause) {
        Throwable each = cause;
        while (each.getCause() != null
                && (each.getMessage() == null || each.getMessage().isBlank())) {
            each = each.getCause();
        }
        var message = each.getMessage();
        return message == null || message.isBlank() ? each.getClass().getSimpleName() : message;
    }
}

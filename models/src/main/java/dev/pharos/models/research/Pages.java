package dev.pharos.models.research;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.research.Web.Page;
import dev.pharos.engine.work.Progress;

import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Reads pages within a [Reach]. A page, or who has put an address into the index of a search
/// service, must not make this machine speak to another one in its own network (server-side request
/// forgery, CWE-918): a name is resolved once, all that it stands for is judged, and the connection
/// goes to what was judged; each redirect is judged anew. No proxy is used, which would resolve
/// names by itself. Sends no cookie and does not tell where it comes from.
final class Pages {
    private static final int REDIRECTS = 5;
    private static final long LONGEST = 8 << 20;
    private static final int PIECE = 1 << 14;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration WHOLE = Duration.ofSeconds(40);

    private static final String ACCEPTED =
            "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8";
    private static final Set<String> TEXTS =
            Set.of("text/html", "application/xhtml+xml", "application/pdf", "text/plain");

    private final Reach reach;
    private final OkHttpClient client;

    /// Nothing was asked of this address, which is out of reach.
    private static final class OutOfReach extends IOException {
        private static final long serialVersionUID = 1L;

        OutOfReach(String host) {
            super(host);
        }
    }

    /// What came of one request: a page, or where it is.
    private record Step(@Nullable HttpUrl next, @Nullable Page page) {}

    Pages(Reach reach) {
        this.reach = reach;
        client =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .dns(this::resolved)
                        .addNetworkInterceptor(this::judged)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .connectTimeout(CONNECT)
                        .readTimeout(SILENCE)
                        .callTimeout(WHOLE)
                        .build();
    }

    Page fetch(URI address, Path file, Progress progress) throws UnusableException {
        var next = HttpUrl.get(address);
        try {
            for (int i = 0; next != null && i <= REDIRECTS; i++) {
                var request = request(next);
                var step = Call.made(client, request, response -> step(response, file), progress);
                if (step.page() != null) {
                    return step.page();
                }
                next = step.next();
            }
        } catch (OutOfReach e) {
            throw new UnusableException(Kind.OUT_OF_REACH, String.valueOf(e.getMessage()));
        } catch (UnusableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableException(Failures.of(e, SILENCE), e);
        }
        throw new UnusableException(Kind.REDIRECTED, String.valueOf(next));
    }

    private Request request(@Nullable HttpUrl address) throws IOException {
        if (address == null) {
            throw new UnusableException(Kind.NOT_AN_ADDRESS);
        }
        if (!reach.ports().test(address.port())) {
            throw new OutOfReach(address.host() + ":" + address.port());
        }
        judge(address.host());
        return new Request.Builder()
                .url(address)
                .header("User-Agent", "Pharos")
                .header("Accept", ACCEPTED)
                .build();
    }

    /// The client asks no name server for an address that is written as its numbers.
    private void judge(String host) throws OutOfReach {
        InetAddress literal;
        try {
            literal = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return; // a name, judged once it is resolved
        }
        if (!reach.addresses().test(literal)) {
            throw new OutOfReach(host);
        }
    }

    private List<InetAddress> resolved(String host) throws UnknownHostException {
        var all = List.of(InetAddress.getAllByName(host));
        if (!all.stream().allMatch(reach.addresses())) {
            throw (UnknownHostException)
                    new UnknownHostException(host).initCause(new OutOfReach(host));
        }
        return all;
    }

    /// The last gate, whatever the client above does.
    private Response judged(Interceptor.Chain chain) throws IOException {
        var connection = Objects.requireNonNull(chain.connection());
        if (!reach.addresses().test(connection.socket().getInetAddress())) {
            throw new OutOfReach(chain.request().url().host());
        }
        return chain.proceed(chain.request());
    }

    private static Step step(Response response, Path file) throws IOException {
        if (response.isRedirect()) {
            String to = response.header("Location");
            if (to == null) {
                throw new UnusableException(Kind.NOT_THERE, "HTTP " + response.code());
            }
            return new Step(response.request().url().resolve(to), null);
        }
        if (!response.isSuccessful()) {
            throw new UnusableException(Kind.NOT_THERE, "HTTP " + response.code());
        }
        String type =
                Objects.requireNonNullElse(response.header("Content-Type"), "text/html")
                        .replaceFirst(";.*", "")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (!TEXTS.contains(type)) {
            throw new UnusableException(Kind.NO_TEXT_THERE, type);
        }
        try (var in = Objects.requireNonNull(response.body()).byteStream();
                var out = Files.newOutputStream(file)) {
            copy(in, out);
        }
        var address = response.request().url().uri();
        return new Step(
                null, new Page(address, type.startsWith("application/x") ? "text/html" : type));
    }

    /// Counts what was unpacked, too.
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            all += n;
            if (all > LONGEST) {
                throw new UnusableException(Kind.TOO_BIG, LONGEST);
            }
            out.write(piece, 0, n);
        }
    }
}

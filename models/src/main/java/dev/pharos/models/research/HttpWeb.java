package dev.pharos.models.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.web.Endpoint;
import dev.pharos.models.web.LoopbackSockets;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Response;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The web over HTTP. To a search service on this machine it asks no name server and no proxy; from
/// any service it follows no redirect, which could take the key along.
public final class HttpWeb implements Web {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 4 << 20;
    private static final int LONGEST_DETAIL = 200;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Keys keys;
    private final Pages pages;

    /// For the whole of an answer.
    private final Duration patience;

    /// Gives the key of a service.
    @FunctionalInterface
    public interface Keys {
        Optional<String> find(SearchService service) throws ProblemException;
    }

    public HttpWeb(Keys keys) {
        this(keys, Reach.OPEN_WEB, PATIENCE);
    }

    HttpWeb(Keys keys, Reach reach, Duration patience) {
        this.keys = keys;
        this.patience = patience;
        pages = new Pages(reach);
    }

    @Override
    public boolean local(SearchService service) {
        var endpoint = Endpoint.parse(service.address());
        return endpoint != null && endpoint.local();
    }

    @Override
    public List<Result> search(
            SearchService service, String words, String language, Progress progress)
            throws ProblemException {
        var endpoint = Endpoint.parse(service.address());
        if (endpoint == null) {
            throw failed(service, Detail.of(Kind.NOT_AN_ADDRESS));
        }
        if (!service.remoteAllowed() && !endpoint.local()) {
            throw new ProblemException(new Problem.ResearchNotAllowed(service.address()));
        }
        String key = keys.find(service).orElse("");
        if (key.isBlank() && service.kind().needsKey()) {
            throw failed(service, Detail.of(Kind.NO_KEY));
        }
        var request = Formats.request(service, words, language, key);
        try {
            return Call.made(
                    client(endpoint), request, answer -> results(service, answer), progress);
        } catch (UnusableException e) {
            throw failed(service, without(key, e.detail()));
        } catch (IOException e) {
            throw failed(service, without(key, Failures.of(e, patience)));
        }
    }

    private OkHttpClient client(Endpoint endpoint) {
        var client =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .connectTimeout(CONNECT)
                        .readTimeout(patience)
                        .callTimeout(patience);
        if (endpoint.local()) {
            client.proxy(Proxy.NO_PROXY)
                    .dns(Endpoint::onThisMachine)
                    .socketFactory(new LoopbackSockets());
        }
        return client.build();
    }

    private static List<Result> results(SearchService service, Response response)
            throws IOException {
        byte[] bytes = Objects.requireNonNull(response.body()).byteStream().readNBytes(LONGEST + 1);
        if (!response.isSuccessful()) {
            throw new UnusableException(refusal(service, response, bytes));
        }
        if (bytes.length > LONGEST) {
            throw new UnusableException(Kind.ANSWER_TOO_LONG, LONGEST);
        }
        try {
            var results = Formats.results(service.kind(), JSON.readTree(bytes));
            if (results != null) {
                return results;
            }
        } catch (JsonProcessingException _) {
            // told below
        }
        throw new UnusableException(Kind.NO_SEARCH, shortened(bytes));
    }

    private static Detail refusal(SearchService service, Response response, byte[] bytes) {
        int status = response.code();
        if (response.isRedirect()) {
            return Detail.of(Kind.REDIRECTED, String.valueOf(response.header("Location")));
        }
        if (status == 403 && service.kind() == SearchService.Kind.SEARXNG) {
            return Detail.of(Kind.FORMAT_OFF, "HTTP 403");
        }
        var kind =
                switch (status) {
                    case 401, 403 -> Kind.KEY_REFUSED;
                    case 404 -> Kind.NOT_THERE;
                    case 402, 429 -> Kind.BUSY;
                    default -> status >= 500 ? Kind.SERVER_FAILED : Kind.REQUEST_REFUSED;
                };
        return Detail.of(kind, "HTTP " + status + said(bytes));
    }

    /// What `{"error": "…"}`, or `{"error": {"detail": "…"}}`, says.
    private static String said(byte[] bytes) {
        try {
            JsonNode error = JSON.readTree(bytes).path("error");
            String words = error.isTextual() ? error.asText() : error.path("detail").asText();
            return words.isBlank() ? "" : ": " + words;
        } catch (IOException _) {
            return "";
        }
    }

    private static String shortened(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    /// A service may repeat what it was asked, the key in the address included.
    private static Detail without(String key, Detail detail) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return key.isBlank()
                ? detail
                : new Detail(
                        detail.kind(),
                        detail.told().stream()
                                .map(told -> told.replace(key, "…").replace(encoded, "…"))
                                .toList());
    }

    /// Without the cause, whose words are logged and may hold the key.
    private static ProblemException failed(SearchService service, Detail detail) {
        return new ProblemException(new Problem.ResearchFailed(service.address(), detail));
    }

    @Override
    public Page fetch(URI address, Path file, Progress progress) throws UnusableException {
        return pages.fetch(address, file, progress);
    }
}

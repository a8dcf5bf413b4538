package dev.pharos.models.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.Web.Page;
import dev.pharos.engine.research.Web.Result;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Search services and pages as they answer over HTTP, on loopback.
class HttpWebTest {
    private static final String KEY = "s3cret";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Only the very address that the server has, so that all others are out of reach.
    private static final Reach ONLY_THE_SERVER =
            new Reach(address -> address.equals(InetAddress.ofLiteral("127.0.0.1")), _ -> true);

    @TempDir Path folder;

    private final BlockingQueue<HttpExchange> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server = server();
    private HttpWeb web = new HttpWeb(_ -> Optional.of(KEY), ONLY_THE_SERVER, PATIENCE);

    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answers(String path, int status, String type, String body) {
        answers(path, status, type, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private void answers(
            String path, int status, String type, byte[] body, @Nullable String encoding) {
        server.createContext(
                path,
                exchange -> {
                    asked.add(exchange);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    if (encoding != null) {
                        exchange.getResponseHeaders().set("Content-Encoding", encoding);
                    }
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private List<Result> found(SearchService.Kind kind, String path) throws ProblemException {
        var service = new SearchService(kind, base() + path, false);
        return web.search(service, "harbour lights", "en", Progress.NONE);
    }

    private static final List<Result> LIGHTS =
            List.of(
                    new Result(
                            "Harbour lights",
                            URI.create("https://lights.example/harbour"),
                            "All about harbour lights & lenses.",
                            LocalDate.of(2024, 5, 17)));

    @Test
    void searxngIsAskedForJsonAndUnderstood() throws Exception {
        answers(
                "/search",
                200,
                "application/json",
                """
                {"query": "harbour lights", "number_of_results": 0, "results": [
                  {"url": "https://lights.example/harbour", "title": "Harbour lights", "engine": "x",
                   "content": "All about harbour lights &amp; lenses.", "publishedDate": "2024-05-17T00:00:00",
                   "score": 1.5},
                  {"url": "javascript:alert(1)", "title": "no page"}], "answers": []}
                """);
        assertEquals(LIGHTS, found(SearchService.Kind.SEARXNG, ""));
        assertEquals(
                "q=harbour lights&format=json&language=en",
                asked.take().getRequestURI().getQuery());
    }

    @Test
    void braveIsGivenTheKeyInItsHeaderAndUnderstood() throws Exception {
        answers(
                "/web/search",
                200,
                "application/json",
                """
                {"type": "search", "web": {"type": "search", "results": [
                  {"title": "Harbour lights", "url": "https://lights.example/harbour",
                   "description": "All about <strong>harbour lights</strong> &amp; lenses.",
                   "page_age": "2024-05-17T10:00:00"}]}}
                """);
        assertEquals(LIGHTS, found(SearchService.Kind.BRAVE, "/web/search"));
        assertEquals(KEY, asked.take().getRequestHeaders().getFirst("X-Subscription-Token"));
    }

    @Test
    void serpApiIsUnderstood() throws Exception {
        answers(
                "/search.json",
                200,
                "application/json",
                """
                {"search_information": {}, "organic_results": [
                  {"position": 1, "title": "Harbour lights", "link": "https://lights.example/harbour",
                   "snippet": "All about harbour lights & lenses.", "date": "2024-05-17"}]}
                """);
        assertEquals(LIGHTS, found(SearchService.Kind.SERPAPI, "/search.json"));
        assertEquals(
                "engine=google&q=harbour lights&num=10&api_key=" + KEY + "&hl=en",
                asked.take().getRequestURI().getQuery());
    }

    @Test
    void nothingFoundIsNoFailure() throws Exception {
        answers("/brave", 200, "application/json", "{\"type\": \"search\"}");
        answers(
                "/serp",
                200,
                "application/json",
                "{\"search_information\": {\"total_results\": 0}}");
        assertEquals(List.of(), found(SearchService.Kind.BRAVE, "/brave"));
        assertEquals(List.of(), found(SearchService.Kind.SERPAPI, "/serp"));
    }

    private Detail refusal(int status, SearchService.Kind kind, String body) {
        var path = "/" + kind + status;
        answers(path, status, "application/json", body);
        var e = assertThrows(ProblemException.class, () -> found(kind, path));
        return ((Problem.ResearchFailed) e.problem()).detail();
    }

    @Test
    void eachRefusalIsToldForWhatItIsAndNeverWithTheKey() {
        var brave = SearchService.Kind.BRAVE;
        var serp = SearchService.Kind.SERPAPI;
        answers("/off/search", 403, "text/html", "Forbidden");
        var off =
                assertThrows(
                        ProblemException.class, () -> found(SearchService.Kind.SEARXNG, "/off"));
        assertEquals(
                new Problem.ResearchFailed(base() + "/off", Detail.of(Kind.FORMAT_OFF, "HTTP 403")),
                off.problem());
        assertEquals(
                Detail.of(Kind.KEY_REFUSED, "HTTP 401: Invalid API key …"),
                refusal(401, serp, "{\"error\": \"Invalid API key " + KEY + "\"}"));
        assertEquals(
                Detail.of(Kind.BUSY, "HTTP 429: Too fast"),
                refusal(429, brave, "{\"error\": {\"detail\": \"Too fast\"}}"));
        assertEquals(Detail.of(Kind.SERVER_FAILED, "HTTP 500"), refusal(500, brave, ""));
        assertEquals(Detail.of(Kind.NO_SEARCH, "<html>"), refusal(200, brave, "<html>"));
        assertEquals(Detail.of(Kind.NO_SEARCH, "{}"), refusal(200, serp, "{}"));
    }

    @Test
    void anAnswerThatIsTooLongIsToldAsThat() {
        String result = "{\"url\": \"https://lights.example/\", \"title\": \"Lights\"},";
        answers(
                "/long/search",
                200,
                "application/json",
                "{\"results\": [" + result.repeat(100_000) + "{}]}");
        var e =
                assertThrows(
                        ProblemException.class, () -> found(SearchService.Kind.SEARXNG, "/long"));
        assertEquals(
                new Problem.ResearchFailed(
                        base() + "/long", Detail.of(Kind.ANSWER_TOO_LONG, 4 << 20)),
                e.problem());
    }

    @Test
    void aServiceBeyondThisMachineIsNotAskedBeforeItsOwnerAgrees() {
        var service = new SearchService(SearchService.Kind.SEARXNG, "http://192.0.2.1", false);
        var e =
                assertThrows(
                        ProblemException.class,
                        () -> web.search(service, "words", "en", Progress.NONE));
        assertEquals(new Problem.ResearchNotAllowed("http://192.0.2.1"), e.problem());
    }

    @Test
    @Timeout(60)
    void aServiceThatDripsItsAnswerIsNotWaitedForForEver() {
        server.createContext(
                "/drip",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var body = exchange.getResponseBody();
                    try {
                        while (!end.await(100, TimeUnit.MILLISECONDS)) {
                            body.write(' ');
                            body.flush();
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        web = new HttpWeb(_ -> Optional.of(KEY), ONLY_THE_SERVER, Duration.ofSeconds(2));
        var e =
                assertThrows(
                        ProblemException.class, () -> found(SearchService.Kind.BRAVE, "/drip"));
        assertEquals(
                new Problem.ResearchFailed(base() + "/drip", Detail.of(Kind.SILENT, 2L)),
                e.problem());
    }

    @Test
    void aServiceThatWantsAKeyIsNotAskedWithoutOne() {
        web = new HttpWeb(_ -> Optional.empty(), ONLY_THE_SERVER, PATIENCE);
        var e = assertThrows(ProblemException.class, () -> found(SearchService.Kind.BRAVE, "/b"));
        assertEquals(
                new Problem.ResearchFailed(base() + "/b", Detail.of(Kind.NO_KEY)), e.problem());
    }

    private Page page(String address) throws UnusableException {
        return web.fetch(URI.create(address), folder.resolve("page"), Progress.NONE);
    }

    private Kind refused(String address) {
        return assertThrows(UnusableException.class, () -> page(address)).detail().kind();
    }

    @Test
    void aPageIsReadWhereItIsInTheEnd() throws Exception {
        answers("/there", 200, "Text/HTML; charset=utf-8", "<p>Lights.</p>");
        server.createContext(
                "/from",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/there");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        assertEquals(new Page(URI.create(base() + "/there"), "text/html"), page(base() + "/from"));
        assertEquals("<p>Lights.</p>", Files.readString(folder.resolve("page")));
    }

    @Test
    void aRedirectLeadsNowhereThatIsOutOfReach() {
        answers("/inside", 200, "text/html", "secret");
        server.createContext(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.2/inside");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        assertEquals(Kind.OUT_OF_REACH, refused(base() + "/away"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://0/",
                "http://2130706433/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.1.2.3/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://[fc00::1]/",
                "http://[fe80::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://1.1.1.1:22/",
                "https://[2606:4700::1111]:8443/"
            })
    void nothingInsideOfANetworkIsReadByWhateverName(String address) {
        web = new HttpWeb(_ -> Optional.empty());
        assertEquals(Kind.OUT_OF_REACH, refused(address));
    }

    @Test
    void whatIsNoTextOrTooBigIsNotTaken() throws IOException {
        answers("/picture", 200, "image/png", "x");
        answers("/gone", 404, "text/html", "");
        var bomb = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 9; i++) {
                packed.write(zeros);
            }
        }
        answers("/bomb", 200, "text/plain", bomb.toByteArray(), "gzip");
        assertEquals(Kind.NO_TEXT_THERE, refused(base() + "/picture"));
        assertEquals(Kind.NOT_THERE, refused(base() + "/gone"));
        assertEquals(Kind.TOO_BIG, refused(base() + "/bomb"));
    }

    @Test
    void cancellingEndsAPageThatSaysNothing() throws Exception {
        server.createContext(
                "/silent",
                exchange -> {
                    asked.add(exchange);
                    try {
                        end.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        var stopped =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return !asked.isEmpty();
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> web.fetch(URI.create(base() + "/silent"), folder.resolve("page"), stopped));
        assertFalse(Files.exists(folder.resolve("page")));
    }
}

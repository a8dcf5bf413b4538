package dev.pharos.models.shelf;

import static dev.pharos.models.shelf.ModelServer.giving;
import static dev.pharos.models.shelf.ModelServer.status;
import static dev.pharos.models.shelf.TestShelf.ID;
import static dev.pharos.models.shelf.TestShelf.sha256;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.util.Map;
import java.util.function.UnaryOperator;

/// By which way a file comes: redirects, mirrors and proxies. The limit only ends what hangs.
@Timeout(300)
final class DownloadRoadTest extends DownloadCase {
    @Test
    void redirectsAreFollowed() throws Exception {
        try (var store = ModelServer.doing(giving(MODEL, TAG));
                var front = ModelServer.doing(status(302, "Location: " + store.address() + "/x"))) {
            shelf(front).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aRedirectFromHttpsToHttpIsRefused() throws Exception {
        try (var plain = ModelServer.doing(giving(MODEL, TAG));
                var secure =
                        SecureServer.redirecting(
                                folder.resolve("key.p12"), plain.address() + "/x")) {
            var shelf =
                    TestShelf.of(
                            folder,
                            new Fetching(
                                    TestShelf.IMPATIENT,
                                    Map.of(),
                                    client -> client.sslContext(secure.trusting())),
                            DownloadSettings.DEFAULT,
                            TestShelf.entry(
                                    ID,
                                    ModelKind.RERANKING,
                                    TestShelf.file(secure.address(), MODEL.length, sha256(MODEL))));
            assertEquals(
                    new Problem.NotFetched(ID, "127.0.0.1", Detail.of(Kind.SENT_ON, "HTTP 302")),
                    problem(shelf));
            assertEquals(0, plain.requests.size());
        }
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        try (var server = ModelServer.doing(status(302, "Location: /thing"))) {
            assertInstanceOf(Problem.NotFetched.class, problem(shelf(server)));
        }
    }

    @Test
    void theMirrorTakesThePlaceOfTheHost() throws Exception {
        try (var mirror = ModelServer.doing(giving(MODEL, TAG))) {
            settled(new DownloadSettings(mirror.address() + "/copies/", null))
                    .fetch(ID, Progress.NONE);
            assertTrue(mirror.requests.remove().head().startsWith("get /copies/thing http/1.1"));
        }
    }

    @Test
    void theProxyIsAskedInsteadOfTheHost() throws Exception {
        try (var proxy = ModelServer.doing(giving(MODEL, TAG))) {
            settled(new DownloadSettings(null, proxy.address().substring("http://".length())))
                    .fetch(ID, Progress.NONE);
            assertTrue(
                    proxy.requests
                            .remove()
                            .head()
                            .startsWith("get http://models.invalid/thing http/1.1"));
        }
    }

    @Test
    void aProxyThatSpeaksSocksIsRefusedBeforeTheFirstRequest() {
        var environment = Map.of("all_proxy", "socks5h://me:secret@proxy.invalid:1080");
        var shelf =
                TestShelf.of(
                        folder,
                        new Fetching(TestShelf.IMPATIENT, environment, UnaryOperator.identity()),
                        DownloadSettings.DEFAULT,
                        TestShelf.entry(
                                ID,
                                ModelKind.RERANKING,
                                TestShelf.file("http://models.invalid", MODEL.length, null)));
        assertEquals(new Problem.ProxyUnusable("socks5h://proxy.invalid:1080"), problem(shelf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "ftp://mirror.invalid", "mirror.invalid"})
    void aMirrorThatIsNoAddressIsTold(String mirror) {
        assertInstanceOf(
                Problem.NotFetched.class, problem(settled(new DownloadSettings(mirror, null))));
    }

    private LocalModelShelf settled(DownloadSettings settings) {
        return TestShelf.of(
                folder,
                TestShelf.IMPATIENT,
                settings,
                TestShelf.entry(
                        ID,
                        ModelKind.RERANKING,
                        TestShelf.file("http://models.invalid", MODEL.length, sha256(MODEL))));
    }

    @Test
    void aProxyThatRefusesIsNamed() throws Exception {
        try (var proxy = ModelServer.doing(status(403))) {
            String place = proxy.address().replace("http://", "");
            var shelf =
                    TestShelf.of(
                            folder,
                            TestShelf.IMPATIENT,
                            new DownloadSettings(null, place),
                            TestShelf.entry(
                                    ID,
                                    ModelKind.RERANKING,
                                    TestShelf.file("https://models.invalid", 10, null)));
            assertEquals(
                    new Problem.NotFetched(
                            ID,
                            "models.invalid",
                            Detail.of(Kind.PROXY_REFUSED, place, "Tunnel failed, got: 403")),
                    problem(shelf));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://models.invalid", "https://models.invalid"})
    void aProxyThatWantsAPasswordIsNamed(String host) throws Exception {
        try (var proxy = ModelServer.doing(status(407))) {
            String place = proxy.address().replace("http://", "");
            var shelf =
                    TestShelf.of(
                            folder,
                            TestShelf.IMPATIENT,
                            new DownloadSettings(null, place),
                            TestShelf.entry(
                                    ID, ModelKind.RERANKING, TestShelf.file(host, 10, null)));
            assertEquals(
                    new Problem.NotFetched(
                            ID,
                            "models.invalid",
                            Detail.of(
                                    Kind.PROXY_REFUSED,
                                    place,
                                    "HTTP 407 Proxy Authentication Required")),
                    problem(shelf));
        }
    }
}

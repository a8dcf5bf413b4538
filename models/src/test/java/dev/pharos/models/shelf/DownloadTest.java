package dev.pharos.models.shelf;

import static dev.pharos.models.shelf.ModelServer.content;
import static dev.pharos.models.shelf.ModelServer.cutting;
import static dev.pharos.models.shelf.ModelServer.giving;
import static dev.pharos.models.shelf.ModelServer.head;
import static dev.pharos.models.shelf.ModelServer.silentAfter;
import static dev.pharos.models.shelf.ModelServer.status;
import static dev.pharos.models.shelf.TestShelf.FILE;
import static dev.pharos.models.shelf.TestShelf.ID;
import static dev.pharos.models.shelf.TestShelf.sha256;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// What a server may do to a download, and what comes of it. The limit only ends what hangs.
@Timeout(300)
final class DownloadTest {
    private static final byte[] MODEL = content(300_000);
    private static final String TAG = "\"a1\"";

    @TempDir Path folder;

    private Path target() {
        return folder.resolve("reranking/thing").resolve(FILE);
    }

    private Path part() {
        return folder.resolve("reranking/.incoming/thing").resolve(FILE + ".part");
    }

    private LocalModelShelf shelf(ModelServer server) {
        return TestShelf.of(folder, server.address(), MODEL.length, sha256(MODEL));
    }

    private LocalModelShelf unstated(ModelServer server) {
        return TestShelf.of(folder, server.address(), 0, null);
    }

    private static Problem problem(LocalModelShelf shelf) {
        return assertThrows(ProblemException.class, () -> shelf.fetch(ID, Progress.NONE)).problem();
    }

    /// Stops once a good part has come.
    private static Progress until(long bytes) {
        return new Progress() {
            private volatile boolean enough;

            @Override
            public void report(long done, long total) {
                enough |= done >= bytes;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
    }

    @Test
    void aFileArrivesWholeUnderItsName() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            var fetched = shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
            assertEquals(
                    new State.Present(
                            folder.resolve("reranking/thing"),
                            MODEL.length,
                            false,
                            List.of(new Fingerprint(FILE, MODEL.length, sha256(MODEL), true))),
                    fetched.state());
        }
    }

    @Test
    void aSizeThatOnlyTheServerKnowsIsTold() throws Exception {
        var totals = new HashSet<Long>();
        Progress told =
                new Progress() {
                    @Override
                    public void report(long done, long total) {
                        if (done < MODEL.length) {
                            totals.add(total);
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return totals.contains((long) MODEL.length);
                    }
                };
        try (var server = ModelServer.doing(silentAfter(MODEL, TAG, 100_000))) {
            assertThrows(CancellationException.class, () -> unstated(server).fetch(ID, told));
        }
        assertEquals(Set.of((long) MODEL.length), totals);
    }

    @Test
    void whatIsHereIsNotFetchedAgain() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            shelf(server).fetch(ID, Progress.NONE);
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void aCutConnectionIsTakenUpWhereItBroke() throws Exception {
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 120_000), giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            server.requests.remove();
            var second = server.requests.remove();
            assertTrue(second.from() > 0 && second.has("if-range: " + TAG), second.head());
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void manyCutsInARowDoNotMatterWhileSomethingComes() throws Exception {
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 20_000))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void cancellingKeepsWhatHasComeAndTheNextCallGoesOnThere() throws Exception {
        try (var server = ModelServer.doing(silentAfter(MODEL, TAG, 200_000), giving(MODEL, TAG))) {
            var shelf = shelf(server);
            assertThrows(CancellationException.class, () -> shelf.fetch(ID, until(200_000)));
            assertEquals(new State.Partial(200_000), shelf.find(ID).state());
            shelf.fetch(ID, Progress.NONE);
            server.requests.remove();
            assertEquals(200_000, server.requests.remove().from());
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aServerThatNeverAnswersCanBeCancelled() throws Exception {
        try (var mute = new ServerSocket(0)) {
            var shelf =
                    TestShelf.of(
                            folder,
                            "http://127.0.0.1:" + mute.getLocalPort(),
                            MODEL.length,
                            sha256(MODEL));
            var asked = new AtomicLong();
            var wished = new AtomicLong();
            Progress impatient =
                    new Progress() {
                        @Override
                        public void report(long done, long total) {}

                        @Override
                        public boolean cancelled() {
                            if (asked.incrementAndGet() == 3) {
                                wished.set(System.nanoTime());
                            }
                            return asked.get() >= 3;
                        }
                    };
            assertThrows(CancellationException.class, () -> shelf.fetch(ID, impatient));
            var silence = TestShelf.IMPATIENT.silence();
            assertTrue(System.nanoTime() - wished.get() < silence.toNanos() / 4);
        }
    }

    @Test
    void aSilentConnectionIsGivenUpAndTakenAnew() throws Exception {
        var quick =
                new Patience(
                        Duration.ofSeconds(2), Duration.ofMillis(1), 100, Duration.ofSeconds(1));
        try (var server = ModelServer.doing(silentAfter(MODEL, TAG, 100_000), giving(MODEL, TAG))) {
            TestShelf.of(
                            folder,
                            quick,
                            TestShelf.file(server.address(), MODEL.length, sha256(MODEL)))
                    .fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aServerThatIgnoresRangesGivesTheFileAnew() throws Exception {
        ModelServer.Script whole =
                (_, out) -> {
                    head(out, 200, "Content-Length: " + MODEL.length);
                    out.write(MODEL);
                };
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 99_000), whole)) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aVersionThatChangedMeanwhileIsBegunAnew() throws Exception {
        var newer = content(250_000);
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 99_000), giving(newer, "\"b2\""))) {
            unstated(server).fetch(ID, Progress.NONE);
            assertArrayEquals(newer, Files.readAllBytes(target()));
        }
    }

    @Test
    void aServerThatMixesVersionsInARangeIsNotBelieved() throws Exception {
        var newer = content(MODEL.length + 1);
        ModelServer.Script careless =
                (request, out) -> {
                    int from = request.from();
                    if (from == 0) {
                        giving(newer, "\"b2\"").answer(request, out);
                    } else {
                        ModelServer.rangeHead(out, from, newer.length, "\"b2\"");
                        out.write(newer, from, newer.length - from);
                    }
                };
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 99_000), careless)) {
            unstated(server).fetch(ID, Progress.NONE);
            assertArrayEquals(newer, Files.readAllBytes(target()));
        }
    }

    @Test
    void aPartOfAnotherVersionIsFoundOutByTheHash() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), content(50_000));
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aPartThatIsWholeAlreadyNeedsNoServer() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), MODEL);
        TestShelf.of(folder, "http://127.0.0.1:9", MODEL.length, sha256(MODEL))
                .fetch(ID, Progress.NONE);
        assertArrayEquals(MODEL, Files.readAllBytes(target()));
    }

    @Test
    void aPartThatIsWholeIsRecognisedByTheServersRefusal() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), MODEL);
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            unstated(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aFinishedFileOfOtherBytesIsFetchedAnew() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part().resolveSibling(FILE), new byte[MODEL.length]);
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void aPartThatIsTooLongIsThrownAway() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), content(MODEL.length + 5));
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void wrongBytesAreNotTaken() throws Exception {
        var other = content(MODEL.length).clone();
        other[77]++;
        try (var server = ModelServer.doing(giving(other, TAG))) {
            var shelf = shelf(server);
            assertEquals(
                    new Problem.WrongDownload(FILE, sha256(MODEL), sha256(other)), problem(shelf));
            assertFalse(Files.exists(target()));
            assertEquals(new State.Absent(), shelf.find(ID).state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 299_999, 300_001, 500_000})
    void aLengthThatIsNotTheFilesIsRefusedBeforeAnyByte(int claimed) throws Exception {
        ModelServer.Script lying =
                (_, out) -> {
                    head(out, 200, "Content-Length: " + claimed);
                    out.write(MODEL);
                };
        try (var server = ModelServer.doing(lying)) {
            assertEquals(
                    new Problem.WrongDownload(FILE, "300000", Integer.toString(claimed)),
                    problem(shelf(server)));
        }
    }

    @Test
    void moreBytesThanTheFileHasAreRefused() throws Exception {
        ModelServer.Script endless =
                (_, out) -> {
                    head(out, 200);
                    out.write(MODEL);
                    out.write(MODEL);
                };
        try (var server = ModelServer.doing(endless)) {
            assertEquals(
                    new Problem.WrongDownload(FILE, "300000", "> 300000"), problem(shelf(server)));
        }
    }

    @Test
    void fewerBytesThanClaimedEndInAProblemThatKeepsThem() throws Exception {
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 40_000), cutting(MODEL, TAG, 0))) {
            var shelf = shelf(server);
            assertInstanceOf(Problem.DownloadFailed.class, problem(shelf));
            assertInstanceOf(State.Partial.class, shelf.find(ID).state());
        }
    }

    @Test
    void aPageToLogInAtIsNoModel() throws Exception {
        try (var server =
                ModelServer.doing(status(200, "Content-Type: text/html; charset=utf-8"))) {
            assertEquals(
                    new Problem.NotFetched(
                            ID, "127.0.0.1", Detail.of(Kind.A_PAGE, "text/html; charset=utf-8")),
                    problem(unstated(server)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 304, 418})
    void aRefusalIsToldAtOnce(int code) throws Exception {
        try (var server = ModelServer.doing(status(code))) {
            assertEquals(
                    new Problem.NotFetched(ID, "127.0.0.1", Detail.said("HTTP " + code)),
                    problem(shelf(server)));
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void aBusyServerIsTriedAgain() throws Exception {
        try (var server =
                ModelServer.doing(status(503, "Retry-After: 0"), status(429), giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertEquals(3, server.requests.size());
        }
    }

    @Test
    void aServerThatStaysBusyIsGivenUp() throws Exception {
        try (var server = ModelServer.doing(status(503))) {
            assertEquals(
                    new Problem.NotFetched(ID, "127.0.0.1", Detail.said("HTTP 503")),
                    problem(shelf(server)));
            assertEquals(TestShelf.IMPATIENT.tries(), server.requests.size());
        }
    }

    @Test
    void aWaitThatIsTooLongIsNotWaitedFor() throws Exception {
        try (var server = ModelServer.doing(status(503, "Retry-After: 3600"))) {
            assertInstanceOf(Problem.NotFetched.class, problem(shelf(server)));
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void aRangeThatCannotBeMetBeginsAnew() throws Exception {
        try (var server =
                ModelServer.doing(cutting(MODEL, TAG, 99_000), status(416), giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

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
    void noServerAtAllIsToldAtOnce() {
        assertInstanceOf(
                Problem.NotFetched.class,
                problem(TestShelf.of(folder, "http://127.0.0.1:9", MODEL.length, null)));
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
    void theHashOfTheFirstDownloadIsKeptWhereNoneIsPublished() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            unstated(server).fetch(ID, Progress.NONE);
            assertEquals(
                    List.of(new Fingerprint(FILE, MODEL.length, sha256(MODEL), false)),
                    present(unstated(server).find(ID)).files());
        }
    }

    @Test
    void theHashOfTheFirstDownloadOutlivesTheModel() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            unstated(server).fetch(ID, Progress.NONE);
            unstated(server).remove(ID);
        }
        var other = MODEL.clone();
        other[7]++;
        try (var server = ModelServer.doing(giving(other, TAG))) {
            var shelf = unstated(server);
            assertEquals(new Problem.OtherThanBefore(ID, FILE), problem(shelf));
            shelf.accept(ID);
            shelf.fetch(ID, Progress.NONE);
            assertArrayEquals(other, Files.readAllBytes(target()));
        }
    }

    @Test
    void whatLiesThereDamagedIsFetchedAnew() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            var damaged = MODEL.clone();
            damaged[7]++;
            Files.write(target(), damaged);
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void whatTheServerDoesNotHaveIsToldSo() throws Exception {
        try (var server = ModelServer.doing(status(404))) {
            assertEquals(
                    new Problem.NotFetched(ID, "127.0.0.1", Detail.of(Kind.NOT_THERE, "HTTP 404")),
                    problem(shelf(server)));
        }
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

    private static State.Present present(Shelved shelved) {
        return assertInstanceOf(State.Present.class, shelved.state());
    }

    @Test
    void aModelOfSeveralFilesHasItsNameOnlyWhenAllAreThere() throws Exception {
        var second = new RemoteFile("tokenizer.json", "http://127.0.0.1:9/gone", 10, null);
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            var first = TestShelf.file(server.address(), MODEL.length, sha256(MODEL));
            var shelf = TestShelf.of(folder, TestShelf.IMPATIENT, first, second);
            assertInstanceOf(Problem.NotFetched.class, problem(shelf));
            assertFalse(Files.exists(target().getParent()));
            assertEquals(new State.Partial(MODEL.length), shelf.find(ID).state());
        }
    }

    @Test
    void aFullDiskIsFoundBeforeTheFirstByte() throws IOException {
        long tooMuch = Files.getFileStore(folder).getTotalSpace() + 1;
        assertInstanceOf(
                Problem.NoRoom.class,
                problem(TestShelf.of(folder, "http://127.0.0.1:9", tooMuch, null)));
    }
}

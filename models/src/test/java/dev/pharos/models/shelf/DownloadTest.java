package dev.pharos.models.shelf;

import static dev.pharos.models.shelf.ModelServer.content;
import static dev.pharos.models.shelf.ModelServer.cutting;
import static dev.pharos.models.shelf.ModelServer.giving;
import static dev.pharos.models.shelf.ModelServer.silentAfter;
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
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// How a download comes to its end whatever interrupts it, and where it is fetched from.
final class DownloadTest extends DownloadFixture {

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
            Progress impatient =
                    new Progress() {
                        @Override
                        public void report(long done, long total) {}

                        @Override
                        public boolean cancelled() {
                            return asked.incrementAndGet() > 3;
                        }
                    };
            assertThrows(CancellationException.class, () -> shelf.fetch(ID, impatient));
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
    void aVersionThatChangedMeanwhileIsBegunAnew() throws Exception {
        var newer = content(250_000);
        try (var server = ModelServer.doing(cutting(MODEL, TAG, 99_000), giving(newer, "\"b2\""))) {
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
    void aPartThatIsTooLongIsThrownAway() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), content(MODEL.length + 5));
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            shelf(server).fetch(ID, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void noServerAtAllIsToldAtOnce() {
        assertInstanceOf(
                Problem.DownloadFailed.class,
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

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "ftp://mirror.invalid", "mirror.invalid"})
    void aMirrorThatIsNoAddressIsTold(String mirror) {
        assertInstanceOf(
                Problem.DownloadFailed.class, problem(settled(new DownloadSettings(mirror, null))));
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

    private static State.Present present(Shelved shelved) {
        return assertInstanceOf(State.Present.class, shelved.state());
    }

    @Test
    void aModelOfSeveralFilesHasItsNameOnlyWhenAllAreThere() throws Exception {
        var second = new RemoteFile("tokenizer.json", "http://127.0.0.1:9/gone", 10, null);
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            var first = TestShelf.file(server.address(), MODEL.length, sha256(MODEL));
            var shelf = TestShelf.of(folder, TestShelf.IMPATIENT, first, second);
            assertInstanceOf(Problem.DownloadFailed.class, problem(shelf));
            assertFalse(Files.exists(target().getParent()));
            assertEquals(new State.Partial(MODEL.length), shelf.find(ID).state());
        }
    }

    @Test
    void aFullDiskIsFoundBeforeTheFirstByte() throws IOException {
        long tooMuch = Files.getFileStore(folder).getTotalSpace() + 1;
        assertInstanceOf(
                Problem.DiskFull.class,
                problem(TestShelf.of(folder, "http://127.0.0.1:9", tooMuch, null)));
    }
}

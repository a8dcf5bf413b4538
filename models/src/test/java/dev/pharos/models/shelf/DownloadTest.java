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

import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// How a file comes, also in pieces, and what is kept of it. The limit only ends what hangs.
@Timeout(300)
final class DownloadTest extends DownloadCase {
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
                            List.of(new Fingerprint(FILE, MODEL.length, sha256(MODEL), true)),
                            Shelved.Proof.AS_IT_CAME),
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
            shelf.fetch(ID, true, Progress.NONE);
            assertArrayEquals(other, Files.readAllBytes(target()));
        }
    }

    @Test
    void forceTakesNothingThatLiesThereDamagedForSound() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG))) {
            unstated(server).fetch(ID, Progress.NONE);
            Files.write(target(), new byte[] {1, 2, 3});
            unstated(server).fetch(ID, true, Progress.NONE);
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void forceThatFailsKeepsTheFirstHash() throws Exception {
        try (var server = ModelServer.doing(giving(MODEL, TAG), status(404))) {
            var shelf = unstated(server);
            shelf.fetch(ID, Progress.NONE);
            var kept = present(shelf.find(ID)).files();
            Files.write(target(), new byte[] {1, 2, 3});
            assertThrows(ProblemException.class, () -> shelf.fetch(ID, true, Progress.NONE));
            assertEquals(kept, present(shelf.find(ID)).files());
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
}

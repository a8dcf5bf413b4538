package dev.pharos.models.shelf;

import static dev.pharos.models.shelf.ModelServer.content;
import static dev.pharos.models.shelf.ModelServer.cutting;
import static dev.pharos.models.shelf.ModelServer.giving;
import static dev.pharos.models.shelf.ModelServer.head;
import static dev.pharos.models.shelf.ModelServer.status;
import static dev.pharos.models.shelf.TestShelf.FILE;
import static dev.pharos.models.shelf.TestShelf.ID;
import static dev.pharos.models.shelf.TestShelf.sha256;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;

/// What a server may answer other than the file, and what comes of it. The limit only ends what
/// hangs.
@Timeout(300)
final class RefusedDownloadTest extends DownloadCase {
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
    void noServerAtAllIsToldAtOnce() {
        assertInstanceOf(
                Problem.NotFetched.class,
                problem(TestShelf.of(folder, "http://127.0.0.1:9", MODEL.length, null)));
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
    void aFullDiskIsFoundBeforeTheFirstByte() throws IOException {
        long tooMuch = Files.getFileStore(folder).getTotalSpace() + 1;
        assertInstanceOf(
                Problem.NoRoom.class,
                problem(TestShelf.of(folder, "http://127.0.0.1:9", tooMuch, null)));
    }
}

package dev.pharos.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.Test;

/// What is kept of a job's problem.
final class JsonTest {

    @Test
    void aReasonIsKeptAsWhatItIs() {
        var problem = new Problem.DeviceFailed("GPU 0", Detail.of(Detail.Kind.PROCESS_ENDED, 134));
        assertEquals(problem, Json.read(Json.write(problem), Problem.class));
    }

    @Test
    void wordsThatWereKeptBeforeReasonsWereToldApartAreRead() {
        assertEquals(
                new Problem.DeviceFailed("GPU 0", "out of memory"),
                Json.read(
                        "{\"problem\":\"DeviceFailed\",\"device\":\"GPU 0\",\"detail\":\"out of"
                                + " memory\"}",
                        Problem.class));
    }
}

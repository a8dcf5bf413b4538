package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.work.Job;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

@Timeout(300)
final class TrashedRecordingsTest extends RecordingsFixture {

    @Test
    void aRecordingIsTranscribedOnlyWhileItIsThere() throws Exception {
        var id = imported(new SpeechScript().say("loud"));

        library.trash().put(List.of(id));
        assertEquals(List.of(Job.State.CANCELLED), states());

        library.trash().restore(List.of(id));
        assertEquals(List.of(Job.State.WAITING), states());
        work();
        assertEquals(1, found("loud").size());
    }

    @Test
    void whatItsOwnerHadCancelledBeforeStaysCancelled() throws Exception {
        var id = imported(new SpeechScript().say("loud"));
        library.jobs().cancel(library.jobs().all().getFirst().id());
        var cancelled = Objects.requireNonNull(library.jobs().all().getFirst().ended());
        while (Instant.now().toEpochMilli() <= cancelled.toEpochMilli()) {
            Thread.onSpinWait();
        }

        library.trash().put(List.of(id));
        library.trash().restore(List.of(id));

        assertEquals(List.of(Job.State.CANCELLED), states());
    }

    @Test
    void whatIsDeletedForEverLeavesNoJob() throws Exception {
        var id = imported(new SpeechScript().say("loud"));
        work();
        library.trash().put(List.of(id));

        library.trash().delete(List.of(id));

        assertEquals(List.of(), library.jobs().all());
        assertEquals(List.of(), library.sources().contentHashes());
    }
}

package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Recorder.Recorded;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// What is left of a recording that was not ended or not taken, and what becomes of it.
final class RecoveryTest extends RecorderFixture {
    @Test
    void aRecordingUnderWayIsNotOfferedForRecovery() throws Exception {
        record();
        microphone.say(Tones.noise(0, 5 * RATE));
        try (var other = new Recorder(microphone, folder)) {
            assertEquals(List.of(), recorder.unfinished());
            assertEquals(List.of(), other.unfinished());
        }
    }

    @Test
    void aClosedRecorderLeavesItsRecordingRecoverable() throws Exception {
        var noise = Tones.noise(0, 2 * RATE + 77);
        record();
        microphone.say(noise);
        recorder.mark();
        recorder.close();
        var unfinished = next().unfinished();
        assertEquals(2009, unfinished.getFirst().durationMs());
        var recovered = recorder.recover(unfinished.getFirst());
        assertArrayEquals(noise, Tones.read(recovered.file()));
        assertEquals(
                new Recorded(recovered.file(), now, 2009, List.of(2009L), false, ""), recovered);
    }

    private Path left(int samples) throws ProblemException {
        record();
        microphone.say(Tones.noise(0, samples));
        recorder.close();
        return next().unfinished().getFirst().folder();
    }

    private Recorded recovered() throws ProblemException {
        return recorder.recover(recorder.unfinished().getFirst());
    }

    @Test
    void aTornLastPieceIsLeftOut() throws Exception {
        var own = left(4 * PIECE);
        cut(own.resolve(PieceWriter.SOUND), 1);
        assertArrayEquals(Tones.noise(0, 3 * PIECE), Tones.read(recovered().file()));
    }

    @Test
    void soundThatNoLineVouchesForIsLeftOut() throws Exception {
        var own = left(4 * PIECE);
        cut(own.resolve(PieceWriter.LOG), 1);
        assertArrayEquals(Tones.noise(0, 3 * PIECE), Tones.read(recovered().file()));
    }

    @Test
    void soundBehindALogThatLostItsEndStays() throws Exception {
        var own = left(12 * PIECE);
        cut(own.resolve(PieceWriter.LOG), 10 * Piece.BYTES);
        assertEquals(3_000, recorder.unfinished().getFirst().durationMs());
        var recovered = recovered();
        assertArrayEquals(Tones.noise(0, 12 * PIECE), Tones.read(recovered.file()));
        assertFalse(recovered.complete());
        assertEquals(recovered, recovered(), "the same the next time");
    }

    @Test
    void whatIsUnfinishedInTheFolderOfAnotherRecorderIsOfferedToo() throws Exception {
        recorder = new Recorder(microphone, folder, List.of(), () -> now, () -> awake);
        recorder.start(null, "a note");
        microphone.say(Tones.noise(0, PIECE));
        recorder.close();
        recorder = new Recorder(microphone, folder.resolve("own"), List.of(folder));
        var recovered = recovered();
        assertEquals("a note", recovered.note());
        recorder.release(recovered);
        assertEquals(List.of(), recorder.unfinished());
    }

    @Test
    void aDamagedPieceMovesNothing() throws Exception {
        var own = left(4 * PIECE);
        try (var file = new RandomAccessFile(own.resolve(PieceWriter.SOUND).toFile(), "rw")) {
            file.seek(WavHeader.BYTES + PIECE * 2 + 10);
            file.write(~file.read());
        }
        var recovered = recovered();
        var samples = Tones.read(recovered.file());
        assertEquals(1000, recovered.durationMs());
        assertArrayEquals(
                Tones.noise(2 * PIECE, 2 * PIECE),
                Arrays.copyOfRange(samples, 2 * PIECE, samples.length));
        assertFalse(recovered.complete());
    }

    @Test
    void aDamagedLineMovesNothing() throws Exception {
        var own = left(4 * PIECE);
        try (var log = new RandomAccessFile(own.resolve(PieceWriter.LOG).toFile(), "rw")) {
            log.seek(Piece.BYTES + 9);
            log.write(77);
        }
        assertArrayEquals(Tones.noise(0, 4 * PIECE), Tones.read(recovered().file()));
    }

    @Test
    void withoutItsLogTheSoundIsStillThere() throws Exception {
        var own = left(4 * PIECE);
        Files.delete(own.resolve(PieceWriter.LOG));
        assertEquals(1000, recorder.unfinished().getFirst().durationMs());
        assertArrayEquals(Tones.noise(0, 4 * PIECE), Tones.read(recovered().file()));
        assertFalse(recovered().complete());
    }

    @Test
    void strangersInTheFolderAreLeftAlone() throws Exception {
        left(PIECE);
        Files.createDirectory(folder.resolve("20260101T000000000Z-empty"));
        Files.createDirectories(folder.resolve("strange/recording.wav"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(1, recorder.unfinished().size());
    }

    @Test
    void anEndingThatWasKilledHalfWayIsDoneAgain() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        recorder.mark();
        var whole = Files.readAllBytes(recorder.stop().file());
        recorder.close();
        var file = next().unfinished().getFirst().folder().resolve(PieceWriter.SOUND);
        for (int cut : new int[] {1, 20, 36}) {
            cut(file, cut);
            try (var wav = FileChannel.open(file, StandardOpenOption.WRITE)) {
                wav.write(WavHeader.growing(RATE), 0);
            }
            assertArrayEquals(whole, Files.readAllBytes(recovered().file()));
        }
    }

    private static void cut(Path file, int bytes) throws IOException {
        try (var open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(open.size() - bytes);
        }
    }

    @Test
    void onlyReleasingDeletes() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        var recorded = recorder.stop();
        assertEquals(1, recorder.unfinished().size());
        recorder.release(recorded);
        assertEquals(List.of(), recorder.unfinished());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void whatOneRecorderHasInHandNoOtherTouches() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        recorder.stop();
        var left = recorder.unfinished().getFirst();
        try (var other = new Recorder(microphone, folder)) {
            assertEquals(List.of(), other.unfinished());
            var error = assertThrows(ProblemException.class, () -> other.recover(left));
            assertEquals(new Problem.StillChanging(left.folder()), error.problem());
        }
        assertNotNull(recorder.recover(left));
    }
}

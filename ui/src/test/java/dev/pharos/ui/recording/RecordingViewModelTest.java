package dev.pharos.ui.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.ui.recording.RecordingViewModel.Result;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;

/// Over the real recorder; only the library is played.
@SuppressWarnings("NullAway.Init")
final class RecordingViewModelTest {
    private static final SourceId SOURCE = new SourceId(new UUID(0, 1));

    @TempDir Path temp;
    private final SpokenMicrophone microphone = new SpokenMicrophone();
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final PlayedRecordings shelf = new PlayedRecordings(SOURCE);
    private Recorder recorder;
    private RecordingViewModel viewModel;

    @BeforeEach
    void open() {
        recorder = microphone.recorder(temp);
        viewModel =
                new RecordingViewModel(
                        new RecordingViewModel.Parts(recorder, shelf, _ -> "Recording"),
                        new Background(worker::add, Runnable::run));
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void record(int seconds, double loudness) {
        viewModel.startOrStop();
        work();
        microphone.say(seconds, loudness);
        viewModel.look();
        work();
    }

    private void stop() {
        viewModel.stop();
        work();
    }

    @Test
    void whatEndsIsInTheLibrary() {
        record(4, 0.5);
        stop();
        assertEquals(
                new Result.Kept(SOURCE, "Recording", 4_000, null),
                viewModel.resultProperty().get());
    }

    @Test
    void whatCouldNotBeTakenInIsOfferedAgain() {
        shelf.full = true;
        record(4, 0.5);
        stop();
        assertEquals(new Result.Failed(PlayedRecordings.FULL), viewModel.resultProperty().get());
        assertEquals(
                List.of(4_000L),
                viewModel.unfinished().stream().map(Recorder.Unfinished::durationMs).toList());
    }

    @Test
    void whatIsOfferedAgainCanBeKeptOnceThereIsRoom() {
        shelf.full = true;
        record(4, 0.5);
        stop();
        shelf.full = false;
        viewModel.recover(viewModel.unfinished().getFirst());
        work();
        assertInstanceOf(Result.Kept.class, viewModel.resultProperty().get());
        assertEquals(List.of(), viewModel.unfinished());
    }

    @Test
    void threeSecondsWithoutASignalAreWorthAWarning() {
        record(5, 0);
        assertEquals(5, viewModel.silentSeconds());
    }

    @Test
    void aVoiceEndsTheWarning() {
        record(5, 0);
        microphone.say(1, 0.5);
        viewModel.look();
        assertEquals(0, viewModel.silentSeconds());
    }

    @Test
    void aPauseIsNoSilence() {
        record(5, 0);
        viewModel.pauseOrResume();
        work();
        assertEquals(0, viewModel.silentSeconds());
    }

    @Test
    void anUnpluggedMicrophoneEndsItAndWhatWasHeardIsKept() {
        record(3, 0.5);
        microphone.unplug();
        viewModel.look();
        work();
        var kept = assertInstanceOf(Result.Kept.class, viewModel.resultProperty().get());
        assertEquals(3_000, kept.durationMs());
        assertInstanceOf(Problem.class, kept.why());
    }
}

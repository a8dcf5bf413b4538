package dev.pharos.ui.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.ui.recording.PlayedRecordings;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Over the real recorder; only what takes recordings in is played.
@SuppressWarnings("NullAway.Init")
final class MemoViewModelTest {
    private static final SourceId SOURCE = new SourceId(new UUID(0, 1));

    @TempDir Path temp;
    private final SpokenMicrophone microphone = new SpokenMicrophone();
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final PlayedRecordings shelf = new PlayedRecordings(SOURCE);
    private final List<SourceId> queued = new ArrayList<>();
    private Library library;
    private Recorder recorder;
    private RecordingViewModel recording;
    private MemoViewModel memo;

    @BeforeEach
    void open() throws Exception {
        var abilities =
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        library = Library.open(temp.resolve("library"), Library.Access.WRITE, abilities);
        recorder = microphone.recorder(temp.resolve("recordings"));
        var background = new Background(worker::add, Runnable::run);
        recording =
                new RecordingViewModel(
                        new RecordingViewModel.Parts(recorder, shelf, _ -> "Recording"),
                        background);
        memo =
                new MemoViewModel(
                        recording,
                        new MakingViewModel(
                                library, (sources, _, _) -> queued.addAll(sources), background),
                        MemoWish.kept(temp, background),
                        () -> MakingSettings.DEFAULT,
                        _ -> {});
    }

    @AfterEach
    void close() {
        recorder.close();
        library.close();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void record() {
        memo.startOrStop();
        work();
        microphone.say(4, 0.5);
        recording.look();
        work();
        memo.startOrStop();
        work();
    }

    @Test
    void aMemoBecomesANoteWhenItEnds() {
        record();
        assertEquals(List.of(SOURCE), queued);
    }

    @Test
    void aMemoThatAFullDiskDoesNotTakeIsKeptAndBecomesANoteOnceThereIsRoom() {
        shelf.full = true;
        record();
        assertInstanceOf(Result.Failed.class, recording.resultProperty().get());
        assertEquals(
                List.of(4_000L),
                recording.unfinished().stream().map(Recorder.Unfinished::durationMs).toList());
        assertEquals(List.of(), queued);

        shelf.full = false;
        recording.recover(recording.unfinished().getFirst());
        work();
        assertEquals(List.of(SOURCE), queued);
    }
}

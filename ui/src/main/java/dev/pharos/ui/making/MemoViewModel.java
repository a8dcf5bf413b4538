package dev.pharos.ui.making;

import dev.pharos.engine.making.NoteForm;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import java.util.function.Supplier;

/// Voice memos: recordings of which a note is made as soon as they end, also when the program was
/// killed meanwhile and the recording is taken in afterwards. For the JavaFX thread.
public final class MemoViewModel {
    private final RecordingViewModel recording;
    private final MakingViewModel making;
    private final Supplier<MakingSettings> settings;
    private boolean asked;

    /// @param settings how notes are made otherwise
    public MemoViewModel(
            RecordingViewModel recording,
            MakingViewModel making,
            Supplier<MakingSettings> settings) {
        this.recording = recording;
        this.making = making;
        this.settings = settings;
        recording
                .runningProperty()
                .subscribe(running -> {
                    if (running) {
                        if (!asked) {
                            making.memo(false);
                        }
                        asked = false;
                    }
                });
        recording.resultProperty().subscribe(this::ended);
    }

    /// Begins to record a memo; or ends what is recorded, which becomes a note if it is a memo.
    public void startOrStop() {
        if (!recording.underWay()) {
            asked = true;
            making.memo(true);
        }
        recording.startOrStop();
    }

    /// Whether what is recorded is a memo.
    boolean under() {
        return making.wishesProperty().get().memo();
    }

    private void ended(Result result) {
        if (result instanceof Result.Kept kept && under()) {
            var how = settings.get().withForm(NoteForm.BuiltIn.MEMO.id());
            making.make(kept.source(), kept.title(), how);
            making.memo(false);
        } else if (result instanceof Result.Failed && asked) { // nothing has begun
            asked = false;
            making.memo(false);
        }
    }
}

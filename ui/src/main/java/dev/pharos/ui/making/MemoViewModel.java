package dev.pharos.ui.making;

import dev.pharos.engine.making.NoteForm;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;
import dev.pharos.ui.work.Kept;

import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Voice memos: recordings of which a note is made as soon as they end, also when the program was
/// killed meanwhile and the recording is taken in afterwards. For the JavaFX thread.
public final class MemoViewModel {
    private final RecordingViewModel recording;
    private final MakingViewModel making;
    private final Kept<MemoWish> wish;
    private final Supplier<MakingSettings> settings;
    private final Consumer<Problem> trouble;
    private final ObservableValue<Boolean> under;
    private boolean asked;

    /// @param settings how notes are made otherwise
    /// @param trouble hears why no note will be made
    public MemoViewModel(
            RecordingViewModel recording,
            MakingViewModel making,
            Kept<MemoWish> wish,
            Supplier<MakingSettings> settings,
            Consumer<Problem> trouble) {
        this.recording = recording;
        this.making = making;
        this.wish = wish;
        this.settings = settings;
        this.trouble = trouble;
        under = wish.valueProperty().map(MemoWish::memo);
        recording
                .runningProperty()
                .subscribe(running -> {
                    if (running) {
                        if (!asked) {
                            wish(MemoWish.NONE);
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
            wish(new MemoWish(true, false));
        }
        recording.startOrStop();
    }

    /// Whether something else than a memo is being recorded.
    public boolean otherUnderWay() {
        return recording.runningProperty().get() && !under.getValue();
    }

    /// Has a note made of that as well, in the form that fits.
    public void take() {
        if (otherUnderWay()) {
            wish(new MemoWish(true, true));
        }
    }

    private void wish(MemoWish now) {
        wish.change(_ -> now);
    }

    /// Whether what is recorded is a memo.
    ObservableValue<Boolean> underProperty() {
        return under;
    }

    private void ended(Result result) {
        if (result instanceof Result.Kept kept && under.getValue()) {
            var how =
                    settings.get()
                            .withForm(wish.value().taken() ? null : NoteForm.BuiltIn.MEMO.id());
            making.make(List.of(kept.source()), how, null, trouble);
            wish(MemoWish.NONE);
        } else if (result instanceof Result.Failed && asked) { // nothing has begun
            asked = false;
            wish(MemoWish.NONE);
        }
    }
}

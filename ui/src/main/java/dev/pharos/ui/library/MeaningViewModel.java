package dev.pharos.ui.library;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// How far the library is with completing its index, and then with learning the meaning of its
/// passages.
public final class MeaningViewModel {

    /// What there is to show.
    public sealed interface State {
        record Unknown() implements State {}

        /// An index that was deleted is made anew: not all is found yet.
        record Indexing(Job job) implements State {}

        record Working(Job job) implements State {}

        /// @param notice that a device failed and the CPU did its work, or null
        record Complete(int passages, @Nullable Problem notice) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Work<Boolean> indexed;
    private final Work<Meaning.State> await;
    private final Supplier<? extends @Nullable Problem> notice;
    private final Supplier<? extends @Nullable Device> device;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Unknown());

    /// Of a library.
    public static MeaningViewModel of(Library library, Background background) {
        return new MeaningViewModel(
                progress -> {
                    library.awaitIndex(progress);
                    return true;
                },
                progress -> {
                    library.meaning().await(progress);
                    return library.meaning().state();
                },
                library.embedding()::notice,
                library.embedding()::device,
                background);
    }

    /// @param indexed reports what the index lacked, and ends when it is complete
    /// @param await reports passages and ends when all have their vector
    /// @param notice that a device failed and the CPU did its work, or null
    /// @param device that it runs on, or null while it is at rest; cheap
    public MeaningViewModel(
            Work<Boolean> indexed,
            Work<Meaning.State> await,
            Supplier<? extends @Nullable Problem> notice,
            Supplier<? extends @Nullable Device> device,
            Background background) {
        this.indexed = indexed;
        this.await = await;
        this.notice = notice;
        this.device = device;
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks for the first time.
    public void begin() {
        var job = background.job(indexed, this::learn);
        state.set(new State.Indexing(job));
        job.start();
    }

    private void learn(Outcome<Boolean> outcome) {
        state.set(
                outcome instanceof Outcome.Failed(var problem)
                        ? new State.Failed(problem)
                        : new State.Unknown());
        if (outcome instanceof Outcome.Done) {
            watch();
        }
    }

    /// On what it is learned just now, or null.
    public @Nullable Device device() {
        return device.get();
    }

    /// Looks again, as after new passages came.
    public void watch() {
        if (state.get() instanceof State.Indexing || state.get() instanceof State.Working) {
            return;
        }
        var job = background.job(await, this::finish);
        state.set(new State.Working(job));
        job.start();
    }

    private void finish(Outcome<Meaning.State> outcome) {
        state.set(
                switch (outcome) {
                    case Outcome.Done(var reached) ->
                            new State.Complete(reached.total(), notice.get());
                    case Outcome.Cancelled() -> new State.Unknown();
                    case Outcome.Failed(var problem) -> new State.Failed(problem);
                });
    }
}

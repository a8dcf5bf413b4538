package dev.pharos.ui.model;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The choice of an embedder without one: a test says how far the change is.
public final class MemoryEmbedding implements EmbeddingChoice, Embedders {
    private static final EmbeddingModel MINI =
            new EmbeddingModel("all-MiniLM-L6-v2/fp32", 384, 256);
    private static final EmbeddingModel E5 =
            new EmbeddingModel("multilingual-e5-small/fp32", 384, 512);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new State(MINI, null, 0, 3_000, null, null);

    /// So far is the change; all passages end it.
    public void embedded(int passages) {
        var now = state;
        set(
                passages == now.total() && now.next() != null
                        ? new State(now.next(), null, 0, now.total(), null, now.current())
                        : new State(now.current(), now.next(), passages, now.total(), null, null));
    }

    /// The change stands still.
    public void stuck(@Nullable Problem problem) {
        var now = state;
        set(new State(now.current(), now.next(), now.embedded(), now.total(), problem, null));
    }

    private void set(State now) {
        state = now;
        listeners.forEach(Runnable::run);
    }

    @Override
    public Problem.@Nullable DeviceFailed notice() {
        return null;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void change(String model) {
        var next = model.equals(E5.id()) ? E5 : MINI;
        set(new State(state.current(), next, state.embedded(), state.total(), null, null));
    }

    @Override
    public void stop() {
        set(new State(state.current(), null, state.embedded(), state.total(), null, null));
    }

    @Override
    public void undo() {
        var previous = state.previous();
        if (previous != null) {
            set(new State(previous, null, 0, state.total(), null, state.current()));
        }
    }

    @Override
    public void forgetOthers() {
        set(new State(state.current(), null, 0, state.total(), null, null));
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public EmbeddingModel bundled() {
        return MINI;
    }

    @Override
    public List<EmbeddingModel> available() {
        return List.of(MINI, E5);
    }

    @Override
    public Embedder open(String model) {
        throw new UnsupportedOperationException("nothing is embedded here");
    }
}

package dev.pharos.ui.model;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// The choice of an embedder without one: a test says how far the change is.
public final class MemoryEmbedding implements EmbeddingChoice, Embedders {
    private static final EmbeddingModel MINI =
            new EmbeddingModel("all-MiniLM-L6-v2/int8", 384, 256);
    private static final List<EmbeddingModel> OTHERS =
            List.of(
                    new EmbeddingModel("all-MiniLM-L6-v2", 384, 256),
                    new EmbeddingModel("paraphrase-multilingual-MiniLM-L12-v2", 384, 128),
                    new EmbeddingModel("multilingual-e5-small", 384, 512));

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile State state = new State(MINI, null, 0, 3_000, null, null, Device.CPU);

    /// Nothing can open it.
    public void refuse(String model) {
        refused.add(model);
    }

    /// So far is the change; all passages end it.
    public void embedded(int passages) {
        var now = state;
        set(
                passages == now.total() && now.next() != null
                        ? state(now.next(), null, 0, null, now.current())
                        : state(now.current(), now.next(), passages, null, null));
    }

    /// The change stands still.
    public void stuck(@Nullable Problem problem) {
        var now = state;
        set(state(now.current(), now.next(), now.embedded(), problem, null));
    }

    /// So many passages has the library.
    public void total(int passages) {
        set(new State(state.current(), null, 0, passages, null, null, Device.CPU));
    }

    private State state(
            EmbeddingModel current,
            @Nullable EmbeddingModel next,
            int embedded,
            @Nullable Problem problem,
            @Nullable EmbeddingModel previous) {
        return new State(current, next, embedded, state.total(), problem, previous, Device.CPU);
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
    public Device device() {
        return Device.CPU;
    }

    /// What comes with the program has 8-bit weights; all else goes to the GPU.
    @Override
    public Placement placement(String model) throws ProblemException {
        if (refused.contains(model)) {
            throw new ProblemException(new Problem.ModelUnavailable(model, "no tokenizer"));
        }
        return model.equals(MINI.id())
                ? new Placement(Device.CPU, new Hardware.Why.FasterOnCpu())
                : new Placement(new Device(Device.Api.CUDA, 0, "GPU 0"), null);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void change(String model) {
        var next = available().stream().filter(each -> each.id().equals(model)).findFirst();
        set(state(state.current(), next.orElseThrow(), state.embedded(), null, null));
    }

    @Override
    public void stop() {
        set(state(state.current(), null, state.embedded(), null, null));
    }

    @Override
    public void undo() {
        var previous = state.previous();
        if (previous != null) {
            set(state(previous, null, 0, null, state.current()));
        }
    }

    @Override
    public void forgetOthers() {
        set(state(state.current(), null, 0, null, null));
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
        return Stream.concat(Stream.of(MINI), OTHERS.stream()).toList();
    }

    @Override
    public Embedder open(String model) {
        throw new UnsupportedOperationException("nothing is embedded here");
    }
}

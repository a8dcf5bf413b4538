package dev.pharos.models.embedding;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A TorchScript network in PyTorch, by way of DJL. Its `forward` takes ids and mask, and token
/// types too if it wants them, and gives the vectors of the tokens, or that of the text, as its
/// first result. Runs in a [NetworkChild] only.
///
/// @param inputs how many of ids, mask and types it takes
record TorchNetwork(Model torch, Device device, int inputs, OnnxNetwork.Shape shape)
        implements Network {

    private static final int ALL_INPUTS = 3;
    private static final int WITHOUT_TYPES = 2;

    /// @param gpu index of a CUDA device, or -1 for the CPU
    static TorchNetwork load(Path weights, OnnxNetwork.Shape shape, int gpu) throws IOException {
        var device = gpu < 0 ? Device.cpu() : Device.gpu(gpu);
        try {
            var torch = Model.newInstance("embedder", device, "PyTorch");
            torch.load(weights.getParent(), weights.getFileName().toString());
            var all = new TorchNetwork(torch, device, ALL_INPUTS, shape);
            return all.runs() ? all : new TorchNetwork(torch, device, WITHOUT_TYPES, shape);
        } catch (MalformedModelException | EngineException e) {
            throw new IOException(first(e), e);
        }
    }

    /// What the system said, such as which library is missing: DJL says only that one is.
    private static String first(Throwable failure) {
        var cause = failure.getCause();
        return cause == null || cause.getMessage() == null
                ? String.valueOf(failure.getMessage())
                : first(cause);
    }

    private boolean runs() throws IOException {
        try (var manager = torch.getNDManager().newSubManager(device)) {
            states(manager, new long[1]);
            return true;
        } catch (EngineException _) {
            return false;
        }
    }

    @Override
    public List<float[]> run(List<long[]> texts) throws IOException {
        var vectors = new ArrayList<float[]>();
        for (long[] text : texts) {
            try (var manager = torch.getNDManager().newSubManager(device)) {
                vectors.add(vector(states(manager, text), text.length));
            } catch (EngineException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return vectors;
    }

    private NDArray states(NDManager manager, long[] text) {
        var ones = new long[text.length];
        Arrays.fill(ones, 1);
        var shape = new Shape(1, text.length);
        var all =
                List.of(
                        manager.create(text, shape),
                        manager.create(ones, shape),
                        manager.create(new long[text.length], shape));
        return torch.getBlock()
                .forward(
                        new ParameterStore(manager, false),
                        new NDList(all.subList(0, inputs)),
                        false)
                .getFirst();
    }

    private float[] vector(NDArray states, int tokens) throws IOException {
        long[] found = states.getShape().getShape();
        int dimension = shape.dimension();
        if (found.length == 0 || found[found.length - 1] != dimension) {
            throw new UnusableException(Kind.NO_VECTOR);
        }
        var values = FloatBuffer.wrap(states.toFloatArray());
        return found.length == 2
                ? Pooling.CLS.pool(values, 0, 1, dimension)
                : shape.pooling().pool(values, 0, tokens, dimension);
    }

    @Override
    public void close() {
        torch.close();
    }
}

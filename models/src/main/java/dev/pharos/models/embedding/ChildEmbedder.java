package dev.pharos.models.embedding;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.work.ChildJvm;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// Sentence vectors by a network in a process of its own, for runtimes that may take their process
/// with them: PyTorch, and whatever goes through a graphics driver. Only token ids and vectors
/// cross over.
final class ChildEmbedder extends NetworkEmbedder {

    /// Enough that the way to the other process does not count, few enough for all its workers to
    /// have some.
    private static final int TEXTS_PER_RUN = 8;

    /// A graphics card computes these at once.
    private static final int TEXTS_PER_GPU_RUN = 64;

    /// A GPU that took its process with it is given up.
    private static final int ATTEMPTS = 2;

    private final Device device;
    private final Launch launch;
    private volatile @Nullable ChildNetwork network;

    /// What to start for which model; decided when it is needed, because weights may have to be
    /// unpacked.
    @FunctionalInterface
    interface Launch {
        ChildJvm.Recipe of(ModelSource source, Path cache) throws IOException;
    }

    ChildEmbedder(ModelSource source, Path cache, int threads, Device device, Launch launch) {
        super(source, cache, threads);
        this.device = device;
        this.launch = launch;
    }

    @Override
    Network open(ModelSource source, Path cache) throws IOException {
        var opened = new ChildNetwork(launch.of(source, cache), device.gpu() ? 1 : ATTEMPTS);
        network = opened;
        return opened;
    }

    @Override
    public void hangUp() {
        var opened = network;
        if (opened != null) {
            opened.hangUp();
        }
    }

    @Override
    int textsPerRun() {
        return device.gpu() ? TEXTS_PER_GPU_RUN : TEXTS_PER_RUN;
    }

    @Override
    public Device device() {
        return device;
    }
}

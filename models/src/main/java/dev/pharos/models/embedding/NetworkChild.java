package dev.pharos.models.embedding;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildLoop;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The process in which a network runs that this program would rather not have in its own. Loads
/// the weights at the first request; a failure is answered with the runtime's own sentence.
final class NetworkChild {

    /// What runs the weights.
    enum Runtime {
        ONNX,
        TORCH
    }

    /// What a child is to do; crosses over as system properties.
    ///
    /// @param gpu index of a CUDA device, or -1 for the CPU
    /// @param natives jar or folder that is put in front of the class path: its native libraries
    ///   are used instead of those that come with the program
    /// @param threads how many runs go at once
    record Task(
            Runtime runtime,
            Path weights,
            OnnxNetwork.Shape shape,
            int gpu,
            Path natives,
            Path cache,
            int threads) {

        private static final String PREFIX = "pharos.network.";

        ChildJvm.Recipe recipe() {
            var flags =
                    new ArrayList<>(
                            List.of(
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-Dai.djl.offline=true",
                                    "-Dai.djl.pytorch.graph_optimizer=false",
                                    "-Dai.djl.pytorch.num_threads=1",
                                    "-Dai.djl.pytorch.num_interop_threads=1",
                                    "-DDJL_CACHE_DIR=" + cache.resolve("djl").toAbsolutePath(),
                                    "-DENGINE_CACHE_DIR=" + cache.resolve("djl").toAbsolutePath()));
            Map.of(
                            "runtime", runtime,
                            "weights", weights.toAbsolutePath(),
                            "dimension", shape.dimension(),
                            "pooling", shape.pooling(),
                            "gpu", gpu,
                            "natives", natives.toAbsolutePath(),
                            "cache", cache.toAbsolutePath(),
                            "threads", threads)
                    .forEach((name, value) -> flags.add("-D" + PREFIX + name + "=" + value));
            var classes =
                    natives.toAbsolutePath()
                            + System.getProperty("path.separator")
                            + System.getProperty("java.class.path");
            return new ChildJvm.Recipe(
                    NetworkChild.class,
                    flags,
                    Map.of(
                            "CLASSPATH", classes,
                            "CUDA_DEVICE_ORDER", "PCI_BUS_ID",
                            "OMP_WAIT_POLICY", "passive"));
        }

        static Task ofThisProcess() {
            return new Task(
                    Runtime.valueOf(told("runtime")),
                    Path.of(told("weights")),
                    new OnnxNetwork.Shape(
                            Integer.parseInt(told("dimension")), Pooling.valueOf(told("pooling"))),
                    Integer.parseInt(told("gpu")),
                    Path.of(told("natives")),
                    Path.of(told("cache")),
                    Integer.parseInt(told("threads")));
        }

        private static String told(String name) {
            return System.getProperty(PREFIX + name);
        }
    }

    private final Task task;
    private @Nullable Network network;

    private NetworkChild(Task task) {
        this.task = task;
    }

    public static void main(String[] args) {
        var task = Task.ofThisProcess();
        ChildLoop.serve(task.threads(), new NetworkChild(task)::answer);
    }

    private byte[] answer(byte[] request) throws IOException {
        try {
            return ChildNetwork.answer(network().run(ChildNetwork.texts(request)));
        } catch (IOException | RuntimeException | LinkageError e) {
            return ChildNetwork.failure(
                    e instanceof UnusableException known
                            ? known.detail()
                            : Detail.said(firstSentence(String.valueOf(e.getMessage()))));
        }
    }

    /// PyTorch adds pages for its developers.
    private static String firstSentence(String message) {
        int end = message.indexOf(". ");
        String sentence = end < 0 ? message : message.substring(0, end);
        return sentence.lines().findFirst().orElse("");
    }

    private synchronized Network network() throws IOException {
        if (network == null) {
            network =
                    switch (task.runtime()) {
                        case ONNX -> onnx();
                        case TORCH -> torch();
                    };
        }
        return network;
    }

    private Network onnx() throws IOException {
        var libraries = OnnxNatives.settlePack(task.cache());
        try {
            return OnnxNetwork.onGpu(task.weights(), task.shape(), task.gpu());
        } catch (IOException e) {
            var lacking = OnnxNatives.lacking(libraries);
            throw lacking.isPresent() ? new IOException(lacking.get(), e) : e;
        }
    }

    private Network torch() throws IOException {
        TorchNatives.settle(task.natives(), task.cache());
        return TorchNetwork.load(task.weights(), task.shape(), task.gpu());
    }
}

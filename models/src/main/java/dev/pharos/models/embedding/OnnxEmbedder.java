package dev.pharos.models.embedding;

import ai.onnxruntime.OrtEnvironment;

import java.io.IOException;
import java.nio.file.Path;

/// Sentence vectors by ONNX Runtime in this process, on the CPU and offline.
///
/// Native libraries, and the weights that come with the program, are unpacked once into the cache
/// folder, and loaded at first use (about 0.3 s). Every text is a run of its own: where weights are
/// 8-bit, what is quantised together changes each other, and otherwise it costs little. A caller
/// with much to embed gives some hundred texts a call; two callers at once also hide what each does
/// between its calls.
public final class OnnxEmbedder extends NetworkEmbedder {

    /// The model that comes with the program, all-MiniLM-L6-v2.
    ///
    /// @param cache a folder of the program's own; made when needed, may be deleted when no Pharos
    ///   runs
    /// @param threads how many runs of the model go at once: the number of cores
    public OnnxEmbedder(Path cache, int threads) {
        this(PackagedModel.MINILM, cache, threads);
    }

    OnnxEmbedder(ModelSource source, Path cache, int threads) {
        super(source, cache, threads);
    }

    /// The native code's name and version.
    public static String runtime() {
        return "ONNX Runtime " + OrtEnvironment.class.getPackage().getImplementationVersion();
    }

    @Override
    Network open(ModelSource source, Path cache) throws IOException {
        var shape = new OnnxNetwork.Shape(source.model().dimension(), source.reading().pooling());
        return OnnxNetwork.onCpu(source.weights(cache), shape);
    }

    @Override
    int textsPerRun() {
        return 1;
    }
}

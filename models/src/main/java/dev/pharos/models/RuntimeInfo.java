package dev.pharos.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// Which native runtimes this program carries and whether they work here, for a look at the
/// program's health.
///
/// @param onnxRuntime version
/// @param tokenizers version
/// @param load from nothing to a ready model; next to nothing where it was ready before; null where
///   it failed
/// @param embed one short text, once ready; null where it failed
/// @param problem why it failed, or null
public record RuntimeInfo(
        String onnxRuntime,
        String tokenizers,
        EmbeddingModel model,
        @Nullable Duration load,
        @Nullable Duration embed,
        @Nullable Problem problem) {

    /// Loads the model if it is not loaded yet. Blocks for that long.
    public static RuntimeInfo of(Embedder embedder) {
        String onnxRuntime = OrtEnvironment.class.getPackage().getImplementationVersion();
        String tokenizers = HuggingFaceTokenizer.class.getPackage().getSpecificationVersion();
        var model = embedder.model();
        try {
            long start = System.nanoTime();
            embedder.countTokens(List.of("lighthouse"));
            long ready = System.nanoTime();
            embedder.embed(List.of("lighthouse"));
            var load = Duration.ofNanos(ready - start);
            var embed = Duration.ofNanos(System.nanoTime() - ready);
            return new RuntimeInfo(onnxRuntime, tokenizers, model, load, embed, null);
        } catch (ProblemException e) {
            return new RuntimeInfo(onnxRuntime, tokenizers, model, null, null, e.problem());
        }
    }
}

package dev.pharos.models.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The ceiling for PyTorch: the network in this process, on texts that are tokenised before the
/// clock starts, one text a run, on all cores. PyTorch's libraries must be in the class path.
public final class BareTorchLoop implements AutoCloseable {
    private final TorchNetwork network;
    private final HuggingFaceTokenizer tokenizer;
    private final int threads;

    private BareTorchLoop(TorchNetwork network, HuggingFaceTokenizer tokenizer, int threads) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.threads = threads;
    }

    /// @param folder of all-MiniLM-L6-v2 as [ModelFolders#torchMiniLm] makes it
    public static BareTorchLoop open(Path folder, Path cache, int threads) throws IOException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("DJL_CACHE_DIR", cache.resolve("djl").toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.resolve("djl").toString());
        var shape = new OnnxNetwork.Shape(384, Pooling.MEAN);
        return new BareTorchLoop(
                TorchNetwork.load(folder.resolve("model.pt"), shape, -1),
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(folder.resolve("tokenizer.json"))
                        .optPadding(false)
                        .optTruncation(true)
                        .optMaxLength(256)
                        .build(),
                threads);
    }

    public List<long[]> tokens(List<String> texts) {
        return texts.stream().map(text -> tokenizer.encode(text).getIds()).toList();
    }

    /// Runs all and throws the results away.
    public void run(List<long[]> texts) {
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> take(texts, next), pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private void take(List<long[]> texts, AtomicInteger next) {
        try {
            for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
                network.run(List.of(texts.get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}

package dev.pharos.models.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.pharos.engine.evaluation.Corpus;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The ceiling for embedding: ONNX Runtime called straight, on texts that are tokenised, sorted and
/// batched before the clock starts, on all cores, with no pooling, no library and no pipeline
/// around it. What Pharos does is measured against it.
///
/// Run `main` with the folder of test data, a precision (`fp32`, `int8`), tokens a passage and
/// tokens a run; it prints the ceiling and what [OnnxEmbedder] reaches on the same passages, in
/// turns.
public final class BareOnnxLoop implements AutoCloseable {

    /// @param passages a second, by the clock
    /// @param perCpuSecond passages in a second of processor time
    public record Speed(double passages, double perCpuSecond) {
        /// Runs `work`, which handles so many passages, once.
        public static Speed of(int passages, Runnable work) {
            long cpu = cpu();
            long start = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Speed(passages / seconds, passages / ((cpu() - cpu) / 1e9));
        }

        private static long cpu() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .orElseThrow();
        }
    }

    private static final int MAX_TOKENS = 256;
    private static final int ROUNDS = 5;

    /// Tokens a run at which the shipped model was fastest, for short passages and long ones.
    public static final int BEST_TOKENS_PER_RUN = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final int threads;

    /// all-MiniLM-L6-v2 with 32-bit weights, which is not shipped.
    ///
    /// @param cache where model and natives are unpacked
    public static BareOnnxLoop openFp32(Path cache, int threads) throws OrtException, IOException {
        return open(Precision.of("fp32"), cache, threads);
    }

    /// The weights that are shipped.
    ///
    /// @param cache where model and natives are unpacked
    public static BareOnnxLoop open(Path cache, int threads) throws OrtException, IOException {
        return open(PackagedModel.MINILM, cache, threads);
    }

    private static BareOnnxLoop open(PackagedModel packaged, Path cache, int threads)
            throws OrtException, IOException {
        OnnxNatives.settle(cache);
        var files = new UnpackedResources(cache);
        return new BareOnnxLoop(
                files.file(packaged.weights()),
                files.file(packaged.name() + "-tokenizer.json"),
                threads);
    }

    private BareOnnxLoop(Path weights, Path tokenizer, int threads)
            throws OrtException, IOException {
        this.threads = threads;
        this.tokenizer =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(tokenizer)
                        .optPadding(false)
                        .optTruncation(true)
                        .optMaxLength(MAX_TOKENS)
                        .build();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            this.session = environment.createSession(weights.toString(), options);
        }
    }

    /// Batches of near lengths, the longest first; a batch has at most `tokensPerRun` tokens, or
    /// one text.
    public List<long[][]> batches(List<String> passages, int tokensPerRun) {
        var ids =
                Arrays.stream(tokenizer.batchEncode(passages))
                        .map(Encoding::getIds)
                        .sorted(Comparator.comparingInt(text -> -text.length))
                        .toList();
        var batches = new ArrayList<long[][]>();
        int end = 0;
        while (end < ids.size()) {
            int start = end;
            int texts = Math.max(1, tokensPerRun / ids.get(start).length);
            end = Math.min(ids.size(), start + texts);
            batches.add(ids.subList(start, end).toArray(long[][]::new));
        }
        return batches;
    }

    /// Runs all batches on all threads and throws the results away.
    public void run(List<long[][]> batches) {
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> take(batches, next), pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private void take(List<long[][]> batches, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            try {
                run(batches.get(i));
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void run(long[][] batch) throws OrtException {
        int length = batch[0].length;
        var ids = LongBuffer.allocate(batch.length * length);
        var mask = LongBuffer.allocate(batch.length * length);
        for (int i = 0; i < batch.length; i++) {
            ids.put(i * length, batch[i]);
            Arrays.fill(mask.array(), i * length, i * length + batch[i].length, 1);
        }
        long[] shape = {batch.length, length};
        try (var a = OnnxTensor.createTensor(environment, ids, shape);
                var b = OnnxTensor.createTensor(environment, mask, shape);
                var c =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.allocate(ids.capacity()), shape);
                var result =
                        session.run(
                                Map.of("input_ids", a, "attention_mask", b, "token_type_ids", c))) {
            result.get(0).getInfo();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }

    static void main(String[] args) throws Exception {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var packaged = Precision.of(args[1]);
        int threads = Runtime.getRuntime().availableProcessors();
        try (var embedder = new OnnxEmbedder(packaged, cache, threads);
                var bare = open(packaged, cache, threads)) {
            var passages = passages(Path.of(args[0]), Integer.parseInt(args[2]));
            var batches = bare.batches(passages, Integer.parseInt(args[3]));
            embedder.embed(passages.subList(0, 32));
            bare.run(batches.subList(0, Math.min(8, batches.size())));
            for (int i = 0; i < ROUNDS; i++) {
                var ceiling = Speed.of(passages.size(), () -> bare.run(batches));
                var ours = Speed.of(passages.size(), () -> embed(embedder, passages));
                IO.println(
                        "%s %s tokens: bare %s, embedder %s, ratio %.2f by clock, %.2f by processor"
                                .formatted(
                                        packaged.model().id(),
                                        args[2],
                                        ceiling,
                                        ours,
                                        ours.passages() / ceiling.passages(),
                                        ours.perCpuSecond() / ceiling.perCpuSecond()));
            }
        }
    }

    private static void embed(OnnxEmbedder embedder, List<String> passages) {
        try {
            embedder.embed(passages);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Pieces of real text of about so many tokens each.
    private static List<String> passages(Path data, int tokens) throws ProblemException {
        var words = new ArrayList<String>();
        Corpus.of(data.resolve("retrieval/cisi/corpus.jsonl"))
                .each(document -> words.addAll(List.of(document.text().split("\\s+"))));
        int size = Math.max(1, tokens * 10 / 13); // 1.3 tokens a word in this text
        int count = Math.min(words.size() / size, 60_000 / tokens);
        return IntStream.range(0, count)
                .mapToObj(i -> String.join(" ", words.subList(i * size, (i + 1) * size)))
                .toList();
    }
}

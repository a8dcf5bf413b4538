package dev.pharos.app.measure;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.models.embedding.BareOnnxLoop;
import dev.pharos.models.embedding.BareTorchLoop;
import dev.pharos.models.embedding.LocalEmbedders;
import dev.pharos.models.embedding.ModelFolders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Sentences a second of one model in each engine, against the engine's own runtime called straight
/// on the same sentences, in turns.
final class EngineSpeed implements Measurement {
    private static final int SENTENCES = 1_000;
    private static final int WORDS = 12;
    private static final int ROUNDS = 3;

    /// 8-bit weights give other vectors in company (ADR 0003).
    private static final int ONE_TEXT = 1;

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public String title() {
        return "12. Engines of the embedder against their bare runtimes";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var shelf = new ModelFolders(bench.empty("engines"), bench.cache());
        shelf.torchPack();
        shelf.miniLm("fp32");
        var torch = shelf.torchMiniLm("torch");
        var embedders =
                new LocalEmbedders(
                        shelf.shelf(), bench.cache(), () -> new DeviceChoice.Cpu(), Bench.cores());
        var text = MadeText.from(bench, 1);
        var sentences = Stream.generate(() -> text.text(WORDS)).limit(SENTENCES).toList();
        try (var ours = embedders.open();
                var bare = BareOnnxLoop.open(bench.cache(), Bench.cores())) {
            compare("ONNX Runtime, int8", ours, sentences, run(bare, sentences, ONE_TEXT));
        }
        try (var ours = embedders.open("fp32");
                var bare = BareOnnxLoop.openFp32(bench.cache(), Bench.cores())) {
            var batched = run(bare, sentences, BareOnnxLoop.BEST_TOKENS_PER_RUN);
            compare("ONNX Runtime, fp32", ours, sentences, batched);
        }
        try (var ours = embedders.open("torch");
                var bare = BareTorchLoop.open(torch, bench.cache(), Bench.cores())) {
            var tokens = bare.tokens(sentences);
            compare(
                    "PyTorch",
                    ours,
                    sentences,
                    () -> {
                        bare.run(tokens);
                        return tokens;
                    });
        }
        return figures;
    }

    private static Callable<?> run(BareOnnxLoop bare, List<String> sentences, int tokensPerRun) {
        var batches = bare.batches(sentences, tokensPerRun);
        return () -> {
            bare.run(batches);
            return batches;
        };
    }

    private void compare(
            String engine, Embedder embedder, List<String> sentences, Callable<?> ceiling)
            throws Exception {
        embedder.embed(sentences);
        ceiling.call();
        var speeds = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        var byClock = new ArrayList<Double>();
        var byProcessor = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            var before = Clock.of(ceiling);
            var ours = Clock.of(() -> embedder.embed(sentences));
            var both = before.plus(Clock.of(ceiling));
            speeds.add(sentences.size() / ours.wall());
            processor.add(ours.cpu() * 1000 / sentences.size());
            byClock.add(both.wall() / 2 / ours.wall());
            byProcessor.add(both.cpu() / 2 / ours.cpu());
            Bench.tell(
                    "%s, round %d: ratio %.2f by clock, %.2f by processor"
                            .formatted(engine, round, byClock.getLast(), byProcessor.getLast()));
        }
        figures.add(
                Figure.of(
                        engine + ": sentences a second; processor seconds for 1,000",
                        "%.0f; %.2f",
                        Sample.of(speeds).median(),
                        Sample.of(processor).median()));
        figures.add(
                Figure.of(
                        engine + " against its bare runtime, by the clock, by processor time",
                        "%.2f, %.2f",
                        Sample.of(byClock).median(),
                        Sample.of(byProcessor).median()));
    }
}

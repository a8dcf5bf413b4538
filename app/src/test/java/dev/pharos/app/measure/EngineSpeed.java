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

/// Sentences a second of one model in each engine, and processor seconds for a thousand, beside
/// those of the engine's own runtime called straight on the same sentences, in turns.
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

    /// Some rounds over the same sentences.
    private record Pace(int sentences, List<Double> speeds, List<Double> processor) {
        Pace(int sentences) {
            this(sentences, new ArrayList<>(), new ArrayList<>());
        }

        void add(Clock round) {
            speeds.add(sentences / round.wall());
            processor.add(round.cpu() * 1000 / sentences);
        }

        Figure figure(String engine) {
            return Figure.of(
                    engine + ": embeddings a second; processor seconds for 1,000 sentences",
                    "%.0f; %.2f",
                    Sample.of(speeds).median(),
                    Sample.of(processor).median());
        }
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
        var ours = new Pace(sentences.size());
        var bare = new Pace(sentences.size());
        var byClock = new ArrayList<Double>();
        var byProcessor = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            var before = Clock.of(ceiling);
            var mine = Clock.of(() -> embedder.embed(sentences));
            var after = Clock.of(ceiling);
            ours.add(mine);
            bare.add(before);
            bare.add(after);
            var both = before.plus(after);
            byClock.add(both.wall() / 2 / mine.wall());
            byProcessor.add(both.cpu() / 2 / mine.cpu());
            Bench.tell(
                    "%s, round %d: ratio %.2f by clock, %.2f by processor"
                            .formatted(engine, round, byClock.getLast(), byProcessor.getLast()));
        }
        figures.add(ours.figure(engine));
        figures.add(bare.figure(engine + ", bare"));
        figures.add(
                Figure.of(
                        engine + " against its bare runtime, by the clock, by processor time",
                        "%.2f, %.2f",
                        Sample.of(byClock).median(),
                        Sample.of(byProcessor).median()));
    }
}

package dev.pharos.app.measure;

import dev.pharos.models.embedding.BareOnnxLoop;

import java.util.ArrayList;
import java.util.List;

/// Passages a second of the whole import path, against ONNX Runtime called straight on the same
/// passages, in turns.
final class EmbeddingSpeed implements Measurement {
    private static final int FILES = 300;
    private static final int ROUNDS = 3;

    @Override
    public String title() {
        return "1. Import path against a bare loop over ONNX Runtime";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var files = MadeText.files(bench, "files", FILES, 500, 700, 1);
        var byClock = new ArrayList<Double>();
        var byProcessor = new ArrayList<Double>();
        var speeds = new ArrayList<Double>();
        var passages = 0;
        try (var wiring = bench.wiring();
                var bare = BareOnnxLoop.open(bench.cache(), Bench.cores())) {
            var texts = ImportPath.of(files, bench, wiring).passages();
            passages = texts.size();
            var batches = bare.batches(texts, BareOnnxLoop.BEST_TOKENS_PER_RUN);
            bare.run(batches.subList(0, batches.size() / 4));
            for (int round = 1; round <= ROUNDS; round++) {
                var before = Clock.of(() -> run(bare, batches));
                var ours = ImportPath.of(files, bench, wiring).whole();
                var after = Clock.of(() -> run(bare, batches));
                var ceiling = before.plus(after);
                byClock.add(ceiling.wall() / 2 / ours.wall());
                byProcessor.add(ceiling.cpu() / 2 / ours.cpu());
                speeds.add(passages / ours.wall());
                Bench.tell(
                        "round %d: ratio %.2f by clock, %.2f by processor"
                                .formatted(round, byClock.getLast(), byProcessor.getLast()));
            }
        }
        return List.of(
                Figure.of("passages of " + FILES + " files", "%,d", passages),
                Figure.of("passages a second, import path", "%.0f", Sample.of(speeds).median()),
                Figure.atLeast(0.85, "ratio by the clock", Sample.of(byClock).median()),
                Figure.atLeast(0.85, "ratio by processor time", Sample.of(byProcessor).median()));
    }

    private static Object run(BareOnnxLoop bare, List<long[][]> batches) {
        bare.run(batches);
        return batches;
    }
}

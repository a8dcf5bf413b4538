package dev.pharos.app.measure;

import dev.pharos.models.embedding.OnnxEmbedder;

import java.util.List;

/// The import of many short files, against the embedder alone on the same passages before and after
/// it.
final class ManyFiles implements Measurement {
    private static final int FILES = 5_000;

    @Override
    public String title() {
        return "2. Import of 5,000 short text files";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var few = MadeText.files(bench, "few", 200, 60, 120, 2);
        var files = MadeText.files(bench, "files", FILES, 60, 120, 3);
        try (var wiring = bench.wiring();
                var embedder = new OnnxEmbedder(bench.cache(), Bench.cores())) {
            var texts = ImportPath.of(few, bench, wiring).passages();
            embedder.embed(texts);
            var ours = ImportPath.of(files, bench, wiring);
            var first = Clock.of(() -> embedder.embed(ours.passages()));
            var again = ImportPath.of(files, bench, wiring);
            var second = Clock.of(() -> embedder.embed(ours.passages()));
            var alone = first.plus(second);
            var both = ours.whole().plus(again.whole());
            return List.of(
                    Figure.of("passages", "%,d", ours.passages().size()),
                    Figure.atMost(
                            30,
                            "seconds until all are found by words",
                            (ours.words().wall() + again.words().wall()) / 2),
                    Figure.of("seconds until all have vectors", "%.1f", both.wall() / 2),
                    Figure.of("seconds of the embedder alone", "%.1f", alone.wall() / 2),
                    Figure.atMost(1.2, "ratio by the clock", both.wall() / alone.wall()),
                    Figure.atMost(1.2, "ratio by processor time", both.cpu() / alone.cpu()));
        }
    }
}

package dev.pharos.app.measure;

import dev.pharos.engine.proof.WrittenLine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How many false lines of a language model are caught, and how many true ones are proved, of lines
/// of our own, or of a file that `PHAROS_LINES` names. Every third of our own was held back while
/// the rules were made.
final class ProofQuality implements Measurement {
    private static final double CAUGHT = 0.95;
    private static final double PROVED = 0.75;

    @Override
    public String title() {
        return "20. Proofs of written lines";
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException {
        var figures = new ArrayList<Figure>();
        var file = System.getenv("PHAROS_LINES");
        var lines = file == null ? WrittenLine.all() : WrittenLine.in(Path.of(file));
        for (boolean held : file == null ? List.of(false, true) : List.of(false)) {
            for (String language : List.of("", "en", "de", "ru")) {
                var some =
                        lines.stream()
                                .filter(line -> !held || line.heldBack())
                                .filter(line -> line.language().startsWith(language))
                                .toList();
                String of = (language.isEmpty() ? "all" : language) + (held ? ", held back" : "");
                figures.add(right(of + ": false lines caught", some, false, CAUGHT));
                figures.add(right(of + ": true lines proved", some, true, PROVED));
            }
        }
        lines.stream()
                .filter(line -> !line.heldBack() && line.isTrue() != (line.doubt() == null))
                .forEach(line ->
                        Bench.tell(
                                "%s %s: %s %s"
                                        .formatted(
                                                line.language(),
                                                line.kind(),
                                                line.text(),
                                                line.doubt())));
        return figures;
    }

    private static Figure right(String what, List<WrittenLine> lines, boolean proved, double goal) {
        var wanted = lines.stream().filter(line -> line.isTrue() == proved).toList();
        long right = wanted.stream().filter(line -> (line.doubt() == null) == proved).count();
        String of = " (%d of %d)".formatted(right, wanted.size());
        return Figure.atLeast(goal, what + of, right / (double) wanted.size());
    }
}

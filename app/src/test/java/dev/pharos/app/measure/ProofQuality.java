package dev.pharos.app.measure;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.proof.WrittenLine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// How many false lines of a language model are marked, and how many true ones are proved, of lines
/// of our own (also a second set, of opposites) and of another author, or of a file that
/// `PHAROS_LINES` names. Every third of our own and half of the others were held back while the
/// rules were made.
final class ProofQuality implements Measurement {
    private static final double CAUGHT = 0.95;
    private static final double PROVED = 0.75;
    private static final Predicate<WrittenLine> ANY = line -> line.doubt() != null;

    /// A line in words of its own is shown with what is said there, and called nothing.
    private static final Predicate<WrittenLine> STRONG =
            line -> {
                var doubt = line.doubt();
                return doubt != null && doubt.reason() != Doubt.Reason.REWORDED;
            };

    @Override
    public String title() {
        return "20. Proofs of written lines";
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException {
        var figures = new ArrayList<Figure>();
        var file = System.getenv("PHAROS_LINES");
        if (file != null) {
            var lines = WrittenLine.in(Path.of(file));
            figures.addAll(figures("", lines));
            tell(lines);
            return figures;
        }
        var own = WrittenLine.all();
        var seen = WrittenLine.ofOthers(false);
        figures.addAll(figures("own, ", own));
        var heldBack = own.stream().filter(WrittenLine::heldBack).toList();
        figures.addAll(figures("own, held back, ", heldBack));
        figures.addAll(figures("own, opposites, ", WrittenLine.opposites()));
        figures.addAll(figures("of others, ", seen));
        figures.addAll(figures("of others, held back, ", WrittenLine.ofOthers(true)));
        tell(own);
        tell(seen);
        return figures;
    }

    private static List<Figure> figures(String of, List<WrittenLine> lines) {
        var figures = new ArrayList<Figure>();
        for (String language : List.of("", "en", "de", "ru")) {
            var some = lines.stream().filter(line -> line.language().startsWith(language)).toList();
            String what = of + (language.isEmpty() ? "all" : language);
            figures.add(share(what + ": false lines marked", some, false, ANY, CAUGHT));
            figures.add(share(what + ": false lines called doubtful", some, false, STRONG, 0));
            figures.add(share(what + ": true lines proved", some, true, ANY.negate(), 0));
            figures.add(
                    share(
                            what + ": true lines proved, or in words of their own",
                            some,
                            true,
                            STRONG.negate(),
                            PROVED));
        }
        return figures;
    }

    private static void tell(List<WrittenLine> lines) {
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
    }

    private static Figure share(
            String what,
            List<WrittenLine> lines,
            boolean isTrue,
            Predicate<WrittenLine> so,
            double goal) {
        var wanted = lines.stream().filter(line -> line.isTrue() == isTrue).toList();
        long right = wanted.stream().filter(so).count();
        String of = " (%d of %d)".formatted(right, wanted.size());
        double share = right / (double) wanted.size();
        return goal == 0
                ? Figure.of(what + of, "%.3f", share)
                : Figure.atLeast(goal, what + of, share);
    }
}

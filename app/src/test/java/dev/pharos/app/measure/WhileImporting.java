package dev.pharos.app.measure;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A library in use: searches in all modes, in turns, as somebody in a hurry makes them, before and
/// while files are imported and get their vectors; and how soon what was written in a note is
/// found. Leaves the library as it was.
final class WhileImporting {
    private static final int FILES = 3_000;
    private static final int ROUNDS = 100;
    private static final int EDITS = 10;
    private static final int HITS = 10;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Bench bench;
    private final Library library;
    private final List<String> queries;
    private int next;

    WhileImporting(Bench bench, Library library, List<String> queries) {
        this.bench = bench;
        this.library = library;
        this.queries = queries;
    }

    List<Figure> figures() throws Exception {
        var figures = new ArrayList<>(edits("idle"));
        var files = MadeText.files(bench, "beside", FILES, 100, 300, 11);
        var before = ids();
        int[] left = {ROUNDS};
        var idle = whileSo(() -> left[0]-- > 0);
        left[0] = ROUNDS;
        idle = whileSo(() -> left[0]-- > 0);
        var importing = CompletableFuture.supplyAsync(() -> imported(files));
        figures.addAll(edits("while importing"));
        figures.add(Figure.of("the import went on until then", "%b", !importing.isDone()));
        var busy = whileSo(() -> !importing.isDone());
        for (var mode : Query.Mode.values()) {
            var beside = Objects.requireNonNull(busy.get(mode));
            var then = Sample.of(beside);
            var quiet = Sample.of(Objects.requireNonNull(idle.get(mode)));
            figures.add(
                    Figure.of(
                            name(mode) + ", p95 ms idle and while importing",
                            "%.1f, %.1f",
                            quiet.percentile(95),
                            then.percentile(95)));
            figures.add(
                    Figure.atMost(
                            2,
                            name(mode) + ", ratio (%d searches)".formatted(beside.size()),
                            then.percentile(95) / quiet.percentile(95)));
        }
        var added = ids();
        added.removeAll(before);
        library.trash().put(added);
        library.trash().delete(added);
        return figures;
    }

    private Object imported(java.nio.file.Path files) {
        try {
            var summary =
                    library.importer()
                            .importAll(List.of(files), ImportListener.NONE, Progress.NONE);
            library.meaning().await(Progress.NONE);
            return summary;
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private HashSet<SourceId> ids() {
        var ids = new HashSet<SourceId>();
        library.sources().all().forEach(source -> ids.add(source.id()));
        return ids;
    }

    private Map<Query.Mode, List<Double>> whileSo(BooleanSupplier so) throws Exception {
        var took = new EnumMap<Query.Mode, List<Double>>(Query.Mode.class);
        while (so.getAsBoolean()) {
            for (var mode : Query.Mode.values()) {
                var query = queries.get(next++ % queries.size());
                took.computeIfAbsent(mode, _ -> new ArrayList<>())
                        .add(Clock.of(() -> found(query, mode)).wall() * 1e3);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return took;
    }

    private List<SourceId> found(String query, Query.Mode mode) throws ProblemException {
        return library.searcher().search(Query.ofPlainText(query, mode, HITS)).hits().stream()
                .map(hit -> hit.source().id())
                .toList();
    }

    private List<Figure> edits(String when) throws Exception {
        var note = library.notes().create("Measured", "A note to be edited.", "").id();
        int revision = library.notes().find(note).orElseThrow().revision();
        var words = new ArrayList<Double>();
        var meaning = new ArrayList<Double>();
        for (int i = 0; i < EDITS; i++) {
            var text = MadeText.from(bench, 100 + i).text(30);
            long start = System.nanoTime();
            revision = library.notes().save(note, revision, text).revision();
            words.add(until(note, text, Query.Mode.KEYWORD, start));
            meaning.add(until(note, text, Query.Mode.MEANING, start));
        }
        library.trash().put(List.of(note));
        library.trash().delete(List.of(note));
        return List.of(
                Figure.atMost(
                        1,
                        when + ", seconds until an edit is found by words, longest of 10",
                        Sample.of(words).percentile(100)),
                Figure.atMost(
                        1,
                        when + ", seconds until it is found by meaning, longest of 10",
                        Sample.of(meaning).percentile(100)));
    }

    private double until(SourceId note, String text, Query.Mode mode, long start) throws Exception {
        while (!found(text, mode).contains(note) && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS / 10);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String name(Query.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}

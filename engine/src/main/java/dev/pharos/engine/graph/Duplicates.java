package dev.pharos.engine.graph;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Sources that say almost the same: a paper as PDF and as DOCX, two versions of a note, a web page
/// saved twice. (The same bytes are never imported twice.) Nothing is kept between two looks. Safe
/// for use by several threads.
public final class Duplicates {
    /// From how much of the same words on two sources are told as almost the same.
    public static final double ALIKE = 0.5;

    private static final int STEP = 1_000;

    /// What so many sources share is a letterhead or a licence.
    private static final int COMMON = 100;

    private final Sources sources;
    private final Passages passages;

    public Duplicates(Sources sources, Passages passages) {
        this.sources = sources;
        this.passages = passages;
    }

    /// Two sources that say almost the same.
    ///
    /// @param one the one that was imported first
    /// @param resemblance share of the runs of five words that both have, above [#ALIKE] and up to
    ///   1
    public record Pair(Source one, Source other, double resemblance) {}

    /// All such pairs, the most alike first. Reads every passage of the library: seconds for
    /// 100,000. Progress counts passages.
    ///
    /// @throws CancellationException if cancelled
    public List<Pair> all(Progress progress) {
        var sketches = sketches(progress);
        var known = new HashMap<SourceId, Source>();
        sources.all().forEach(source -> known.put(source.id(), source));
        var pairs = new ArrayList<Pair>();
        for (var candidate : candidates(sketches)) {
            var one = known.get(candidate.one());
            var other = known.get(candidate.other());
            double share =
                    Shingles.resemblance(
                            Objects.requireNonNull(sketches.get(candidate.one())),
                            Objects.requireNonNull(sketches.get(candidate.other())));
            if (one != null && other != null && share > ALIKE) {
                boolean inOrder = !other.imported().isBefore(one.imported());
                pairs.add(new Pair(inOrder ? one : other, inOrder ? other : one, share));
            }
        }
        pairs.sort(
                Comparator.comparingDouble(Pair::resemblance)
                        .reversed()
                        .thenComparing(pair -> pair.one().title())
                        .thenComparing(pair -> pair.other().title()));
        return pairs;
    }

    /// How much of the same words two sources have, 0…1; 0 where one of them is gone.
    public double resemblance(SourceId one, SourceId other) {
        return Shingles.resemblance(sketch(one), sketch(other));
    }

    private long[] sketch(SourceId id) {
        return sources.document(id)
                .map(document -> Shingles.sketchOf(document.text()))
                .orElse(new long[0]);
    }

    private Map<SourceId, long[]> sketches(Progress progress) {
        var growing = new LinkedHashMap<SourceId, Shingles>();
        long total = passages.count();
        long done = 0;
        long last = -1;
        for (var some = passages.after(last, STEP);
                !some.isEmpty();
                some = passages.after(last, STEP)) {
            for (var each : some) {
                var passage = each.passage();
                if (passage.highlight() == null) {
                    growing.computeIfAbsent(passage.source(), _ -> new Shingles())
                            .add(passage.text());
                }
            }
            last = some.getLast().passage().id();
            done += some.size();
            progress.report(done, total);
            progress.checkpoint();
        }
        var sketches = new LinkedHashMap<SourceId, long[]>();
        growing.forEach((source, shingles) -> sketches.put(source, shingles.sketch()));
        return sketches;
    }

    private record Candidate(SourceId one, SourceId other) {}

    /// Those that share at least one number, but for numbers that many have.
    private static Set<Candidate> candidates(Map<SourceId, long[]> sketches) {
        var having = new HashMap<Long, List<SourceId>>();
        sketches.forEach((source, sketch) -> {
            for (long shingle : sketch) {
                having.computeIfAbsent(shingle, _ -> new ArrayList<>(1)).add(source);
            }
        });
        var candidates = new HashSet<Candidate>();
        for (var those : having.values()) {
            for (int i = 0; those.size() <= COMMON && i < those.size(); i++) {
                for (int j = i + 1; j < those.size(); j++) {
                    candidates.add(new Candidate(those.get(i), those.get(j)));
                }
            }
        }
        return candidates;
    }
}

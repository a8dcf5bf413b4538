package dev.pharos.engine.search;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.search.Fusion.Ranked;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Raises what is said right before or after what fits. Who speaks of a thing does not name it in
/// every sentence, so that of two neighbours one says the words and the other what matters. In what
/// is written, passages stand for themselves: there it helps nothing
/// (docs/decisions/0031-ranking.md).
final class Beside {
    /// So many of the best may raise each other.
    static final int POOL = 50;

    /// The share of its better neighbour's score that a passage gets.
    private static final double SHARE = 0.15;

    private record Spot(SourceId source, int ordinal) {
        static @Nullable Spot of(@Nullable Titled titled) {
            if (titled == null || titled.passage().place().startMs() == null) {
                return null;
            }
            Passage passage = titled.passage();
            return passage.highlight() == null
                    ? new Spot(passage.source(), passage.ordinal())
                    : null;
        }
    }

    private Beside() {}

    /// @param ranked best first; those behind the first [#POOL] stay behind them
    /// @param passages at least those of the first
    static List<Ranked> raised(List<Ranked> ranked, Map<Long, Titled> passages) {
        var scores = new HashMap<Spot, Double>();
        for (Ranked each : ranked.subList(0, Math.min(POOL, ranked.size()))) {
            var spot = Spot.of(passages.get(each.passage()));
            if (spot != null) {
                scores.put(spot, each.shares().sum());
            }
        }
        if (scores.isEmpty()) {
            return ranked;
        }
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> i < POOL ? raised(ranked.get(i), passages, scores) : ranked.get(i))
                .sorted(Ranked.BEST_FIRST)
                .toList();
    }

    private static Ranked raised(
            Ranked each, Map<Long, Titled> passages, Map<Spot, Double> scores) {
        var spot = Spot.of(passages.get(each.passage()));
        if (spot == null) {
            return each;
        }
        double before = scores.getOrDefault(new Spot(spot.source(), spot.ordinal() - 1), 0.0);
        double after = scores.getOrDefault(new Spot(spot.source(), spot.ordinal() + 1), 0.0);
        double share = SHARE * Math.max(before, after);
        return new Ranked(each.passage(), each.shares().beside(share));
    }
}

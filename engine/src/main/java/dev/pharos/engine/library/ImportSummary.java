package dev.pharos.engine.library;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What became of all files of an import.
///
/// @param counts how many files ended in each status; every status has an entry
/// @param passages how many passages were added
public record ImportSummary(Map<ImportResult.Status, Integer> counts, int passages, Duration took) {

    static final ImportSummary NONE = new ImportSummary(Map.of(), 0, Duration.ZERO);

    public ImportSummary {
        counts = Map.copyOf(counts);
    }

    ImportSummary and(ImportSummary other) {
        var sum = new EnumMap<ImportResult.Status, Integer>(ImportResult.Status.class);
        sum.putAll(counts);
        other.counts.forEach((status, count) -> sum.merge(status, count, Integer::sum));
        return new ImportSummary(sum, passages + other.passages, took.plus(other.took));
    }

    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int failed() {
        return counts.getOrDefault(ImportResult.Status.FAILED, 0);
    }
}

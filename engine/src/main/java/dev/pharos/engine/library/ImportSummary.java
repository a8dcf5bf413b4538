package dev.pharos.engine.library;

import java.time.Duration;
import java.util.Map;

/// What became of all files of an import.
///
/// @param counts how many files ended in each status; every status has an entry
/// @param passages how many passages were added
public record ImportSummary(Map<ImportResult.Status, Integer> counts, int passages, Duration took) {

    public ImportSummary {
        counts = Map.copyOf(counts);
    }

    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int failed() {
        return counts.getOrDefault(ImportResult.Status.FAILED, 0);
    }
}

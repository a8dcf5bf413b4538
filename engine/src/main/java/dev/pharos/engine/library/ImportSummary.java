package dev.pharos.engine.library;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What became of all files of an import.
///
/// @param counts how many files ended in each status; every status has an entry
/// @param passages how many passages were added
public record ImportSummary(Map<ImportResult.Status, Integer> counts, int passages, Duration took) {

    public ImportSummary {
        counts = Map.copyOf(counts);
    }

    static ImportSummary of(List<ImportResult> results) {
        var none = new EnumMap<ImportResult.Status, Integer>(ImportResult.Status.class);
        for (var status : ImportResult.Status.values()) {
            none.put(status, 0);
        }
        return new ImportSummary(none, 0, Duration.ZERO).and(results);
    }

    /// With what became of other files.
    ImportSummary and(List<ImportResult> results) {
        var all = new EnumMap<>(counts);
        int more = passages;
        for (ImportResult result : results) {
            all.merge(result.status(), 1, Integer::sum);
            more += result.status() == ImportResult.Status.IMPORTED ? result.passages() : 0;
        }
        return new ImportSummary(all, more, took);
    }

    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int failed() {
        return counts.getOrDefault(ImportResult.Status.FAILED, 0);
    }
}

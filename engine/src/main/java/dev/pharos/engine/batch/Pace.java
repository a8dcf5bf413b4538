package dev.pharos.engine.batch;

import dev.pharos.engine.making.MakingStep;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long steps take: as long as the median of the last ones of this library took, by their
/// units, for a computer may have slept in between; or, before any is known, as [#unmeasured] says.
/// Immutable.
public final class Pace {
    private static final double MILLIS = 1000;

    /// A finished step.
    ///
    /// @param units as in [ItemLog.Extent#units]
    public record Measured(MakingStep step, long units, Duration took) {}

    private final Map<MakingStep, Double> secondsAUnit = new EnumMap<>(MakingStep.class);

    /// @param last the last finished steps, in any order
    public Pace(List<Measured> last) {
        for (MakingStep step : MakingStep.values()) {
            var those =
                    last.stream()
                            .filter(each -> each.step() == step && each.units() > 0)
                            .map(each -> each.took().toMillis() / MILLIS / each.units())
                            .sorted()
                            .toList();
            secondsAUnit.put(
                    step, those.isEmpty() ? unmeasured(step) : those.get(those.size() / 2));
        }
    }

    /// Seconds a unit: half the time that sound is heard; what two cores need for text; ten seconds
    /// for the web; one for relationships.
    private static double unmeasured(MakingStep step) {
        return switch (step) {
            case AUDIO -> 0;
            case TRANSCRIPTION -> 0.5 / MILLIS;
            case CONTENT_ANALYSIS -> 0.0003;
            case NOTE_GENERATION -> 0.00001;
            case RESEARCH -> 10;
            case RELATIONSHIP_MAPPING -> 1;
        };
    }

    /// Nothing where nobody knows how much there is to do.
    Optional<Duration> estimate(MakingStep step, ItemLog.Extent extent) {
        return extent.units(step)
                .map(units ->
                        Duration.ofMillis(
                                Math.round(units * secondsAUnit.getOrDefault(step, 0.0) * MILLIS)));
    }

    /// Nothing of a step that has not ended.
    static Optional<Measured> measured(ItemLog log, ItemLog.Timed timed) {
        return timed.took()
                .flatMap(took ->
                        log.extent()
                                .units(timed.step())
                                .map(units -> new Measured(timed.step(), units, took)));
    }

    /// The steps that an item has finished.
    public static List<Measured> of(ItemLog log) {
        return log.steps().stream().flatMap(each -> measured(log, each).stream()).toList();
    }
}

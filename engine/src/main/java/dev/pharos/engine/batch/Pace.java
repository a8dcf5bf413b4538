package dev.pharos.engine.batch;

import dev.pharos.engine.making.MakingStep;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long steps take: as the last ones of this library took, by the median of their units, for a
/// computer may have slept in between. What little work tells (the first step also loads models)
/// counts little against what [#unmeasured] says of [#TRUSTED]; but how long a language model
/// writes only what was measured tells. Immutable.
public final class Pace {
    private static final double MILLIS = 1000;

    /// So much work of a step, by what is known before any is measured.
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    /// A finished step.
    ///
    /// @param units as in [ItemLog.Extent#units]
    public record Measured(MakingStep step, long units, Duration took) {}

    private final Map<MakingStep, Double> secondsAUnit = new EnumMap<>(MakingStep.class);

    /// @param last the last finished steps, in any order
    /// @param model whether a language model writes; null where it does if one is set
    public Pace(List<Measured> last, @Nullable Boolean model) {
        for (MakingStep step : MakingStep.values()) {
            var those = new ArrayList<Rate>();
            last.stream()
                    .filter(each -> each.step() == step && each.units() > 0)
                    .map(Rate::of)
                    .forEach(those::add);
            boolean written = step == MakingStep.NOTE_GENERATION && !Boolean.FALSE.equals(model);
            boolean known = !written || those.isEmpty() && model == null;
            double usual = unmeasured(step);
            if (known && usual > 0) {
                those.add(new Rate(usual, TRUSTED.toSeconds() / usual));
            }
            if (!those.isEmpty() || usual == 0) {
                secondsAUnit.put(step, median(those));
            }
        }
    }

    private record Rate(double secondsAUnit, double units) {
        static Rate of(Measured measured) {
            double seconds = measured.took().toMillis() / MILLIS;
            return new Rate(seconds / measured.units(), measured.units());
        }
    }

    /// That of the unit in the middle, when all are in the order of their rates.
    private static double median(List<Rate> rates) {
        var sorted = rates.stream().sorted(Comparator.comparingDouble(Rate::secondsAUnit)).toList();
        double half = sorted.stream().mapToDouble(Rate::units).sum() / 2;
        double median = 0;
        double units = 0;
        for (int i = 0; i < sorted.size() && units < half; i++) {
            median = sorted.get(i).secondsAUnit();
            units += sorted.get(i).units();
        }
        return median;
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

    /// Nothing where nobody knows how much there is to do, or how long that takes.
    Optional<Duration> estimate(MakingStep step, ItemLog.Extent extent) {
        return Optional.ofNullable(secondsAUnit.get(step))
                .flatMap(pace ->
                        extent.units(step)
                                .map(units ->
                                        Duration.ofMillis(Math.round(units * pace * MILLIS))));
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

package dev.pharos.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.batch.Pace.Measured;
import dev.pharos.engine.making.MakingStep;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

final class PaceTest {
    private static final ItemLog.Extent LONG = new ItemLog.Extent(false, false, 0, 100_000);

    private static long seconds(List<Measured> last) {
        return new Pace(last, null)
                .estimate(MakingStep.CONTENT_ANALYSIS, LONG)
                .orElseThrow()
                .toSeconds();
    }

    private static Measured analysis(long characters, int seconds) {
        return new Measured(MakingStep.CONTENT_ANALYSIS, characters, Duration.ofSeconds(seconds));
    }

    private static Optional<Duration> writing(List<Measured> last, @Nullable Boolean model) {
        return new Pace(last, model)
                .estimate(MakingStep.NOTE_GENERATION, new ItemLog.Extent(false, false, 0, 5_000));
    }

    @Test
    void howLongAModelWritesIsKnownOnceItHasWritten() {
        assertEquals(Optional.empty(), writing(List.of(), true));
        var minute = new Measured(MakingStep.NOTE_GENERATION, 5_000, Duration.ofSeconds(60));
        for (var model : Arrays.asList(true, null)) {
            assertEquals(Optional.of(Duration.ofSeconds(60)), writing(List.of(minute), model));
        }
        assertEquals(Optional.of(Duration.ofMillis(50)), writing(List.of(minute), false));
    }

    @Test
    void aSmallTextThatTookLongChangesNoEstimate() {
        long before = seconds(List.of());
        assertEquals(30, before);
        assertEquals(before, seconds(List.of(analysis(200, 3))));
    }

    @Test
    void largeTextsDoAndOneSleepAmongThemDoesNot() {
        var last = new ArrayList<>(Collections.nCopies(3, analysis(50_000, 30)));
        assertEquals(60, seconds(last));
        last.add(analysis(50_000, 28_800));
        assertEquals(60, seconds(last));
    }
}

package dev.pharos.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.batch.Pace.Measured;
import dev.pharos.engine.making.MakingStep;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class PaceTest {
    private static final ItemLog.Extent LONG = new ItemLog.Extent(false, false, 0, 100_000);

    private static long seconds(List<Measured> last) {
        return new Pace(last).estimate(MakingStep.CONTENT_ANALYSIS, LONG).orElseThrow().toSeconds();
    }

    private static Measured analysis(long characters, int seconds) {
        return new Measured(MakingStep.CONTENT_ANALYSIS, characters, Duration.ofSeconds(seconds));
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

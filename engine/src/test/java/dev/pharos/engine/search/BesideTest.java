package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.search.Fusion.Ranked;
import dev.pharos.engine.search.Hit.Shares;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

final class BesideTest {
    @Test
    void whatIsSaidBesideWhatFitsIsRaisedAndWhatIsWrittenBesideItIsNot() {
        var best = new Ranked(1, new Shares(0.8, 0, 0, 0));
        var other = new Ranked(2, new Shares(0.5, 0, 0, 0));
        var beside = new Ranked(3, new Shares(0.45, 0, 0, 0));
        var ranked = List.of(best, other, beside);
        assertEquals(
                List.of(1L, 3L, 2L),
                Beside.raised(ranked, talk(0L)).stream().map(Ranked::passage).toList());
        assertEquals(ranked, Beside.raised(ranked, talk(null)));
    }

    /// The first and the third passage stand beside each other.
    private static Map<Long, Titled> talk(@Nullable Long startMs) {
        var source = new SourceId(new UUID(0, 1));
        return Map.of(
                1L, passage(1, source, 4, startMs),
                2L, passage(2, source, 9, startMs),
                3L, passage(3, source, 5, startMs));
    }

    private static Titled passage(long id, SourceId source, int ordinal, @Nullable Long startMs) {
        var place = new Place(null, null, null, startMs, startMs, 0, 4);
        return new Titled("talk", new Passage(id, source, ordinal, place, "said", "en", null));
    }
}

package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class BeginningTest {
    @Test
    void noSurrogatePairIsCutInTwo() {
        assertEquals(
                List.of("", "a", "a", "a😀", "a😀b", "a😀b"),
                IntStream.range(0, 6).mapToObj(most -> Beginning.of("a😀b", most)).toList());
    }
}

package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.making.MakingStep;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

final class MakingBarTest {
    @Test
    void eachStepIsShownAsItBeginsThoughNothingIsCountedThere() {
        var terminal = new ByteArrayOutputStream();
        var line = new LiveLine(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try (var bar = new MakingBar(line, () -> false, _ -> {})) {
            bar.begin(MakingStep.CONTENT_ANALYSIS);
            bar.report(40, 40);
            bar.begin(MakingStep.NOTE_GENERATION);
            bar.report(0, 1);
            bar.begin(MakingStep.RELATIONSHIP_MAPPING);
        }
        assertEquals(
                List.of("Reading", "Writing", "Looking for what is related", ""),
                Arrays.stream(terminal.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1))
                        .skip(1)
                        .map(each -> each.replaceAll("[█░] *", ""))
                        .toList());
    }
}

package dev.pharos.engine.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The list of follow-up questions that is looked through by eye: `follow-ups.txt`.
final class FollowUpsTest {

    private static List<String> cases() throws IOException {
        var list =
                Objects.requireNonNull(FollowUpsTest.class.getResourceAsStream("follow-ups.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsLeftOutIsFilledInAndNothingElse(String line) {
        var parts = line.split("(?<!\\|)\\|(?!\\|)", -1);
        var before = SaidBefore.turn(parts[0], parts[1].split("\\|\\|"));

        var completed = FollowUps.completed(parts[2], List.of(before));

        if (parts[3].equals("=")) {
            assertEquals(Optional.empty(), completed);
        } else {
            assertTrue(completed.orElse("").contains(parts[3]), completed::toString);
        }
    }

    @Test
    void whatWasFilledInIsRememberedThroughTheQuestionsThatFollow() {
        var first = SaidBefore.turn("How high was the Pharos tower?", "It was high.");
        String second = FollowUps.completed("When was it built?", List.of(first)).orElseThrow();
        var asked = SaidBefore.turn("When was it built?", "Long ago.");
        var rewritten =
                new Turn(
                        asked.id(),
                        asked.conversation(),
                        1,
                        asked.question(),
                        new Rewrite(second, null),
                        asked.mode(),
                        asked.scope(),
                        asked.asked(),
                        asked.answers());

        assertEquals(
                Optional.of("Who paid for it (Pharos)?"),
                FollowUps.completed("Who paid for it?", List.of(first, rewritten)));
    }
}

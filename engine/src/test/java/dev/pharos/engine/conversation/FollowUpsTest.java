package dev.pharos.engine.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.document.SharedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
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

    /// Asks one question after the other.
    ///
    /// @param questions `!` before one that is asked as it was written
    /// @return how the last one is understood
    private static String last(String... questions) {
        var before = new ArrayList<Turn>();
        for (String each : questions) {
            boolean asWritten = each.startsWith("!");
            String question = asWritten ? each.substring(1) : each;
            var turn = SaidBefore.turn(question, "Nothing is known.");
            var completed =
                    asWritten
                            ? Optional.<String>empty()
                            : FollowUps.completed(question, List.copyOf(before));
            before.add(completed.map(text -> understood(turn, text)).orElse(turn));
        }
        return before.getLast().understood();
    }

    private static Turn understood(Turn turn, String text) {
        return new Turn(
                turn.id(),
                turn.conversation(),
                turn.position(),
                turn.question(),
                new Rewrite(text, null),
                turn.mode(),
                turn.scope(),
                turn.asked(),
                turn.answers());
    }

    @Test
    void whatWasFilledInIsRememberedThroughTheQuestionsThatFollow() {
        assertEquals(
                "Who built it (Pharos)?",
                last("How high was the Pharos tower?", "When was it built?", "Who built it?"));
    }

    @Test
    void aHalfQuestionTakesThePlaceOfTheOneBeforeIt() {
        assertEquals(
                "And how much is it (the pool)?",
                last("Who built the sauna?", "And how much is it?", "And the pool?"));
        assertEquals(
                "And how much is it (the lake) (on Mondays)?",
                last(
                        "Who built the sauna?",
                        "And how much is it?",
                        "And on Sundays?",
                        "And on Mondays?",
                        "And the lake?"));
        assertEquals(
                "Сколько она (бассейн) стоит (зимой)?",
                last("Когда построили баню?", "Сколько она стоит?", "А зимой?", "А бассейн?"));
    }

    @Test
    void aTimeThatWasFilledInIsNothingToSpeakOf() {
        assertEquals(
                "Who built it (the sauna)?",
                last(
                        "Who built the sauna?",
                        "How much is it?",
                        "And on Sundays?",
                        "Who built it?"));
    }

    @Test
    void aQuestionAskedAsWrittenHidesNothingOfWhatWasSpokenOf() {
        assertEquals(
                "Is it (the pool) open on Sundays?",
                last(
                        "Who built the pool?",
                        "How deep is it?",
                        "!How deep is it?",
                        "!How deep is it?",
                        "!How deep is it?",
                        "Is it open on Sundays?"));
        assertEquals(
                "How deep is it (the pool)?",
                last("Who built the sauna?", "!How deep is it?", "And the pool?"));
    }

    /// Those that are changed point (`this edict`), as docs/evaluation.md tells.
    @ParameterizedTest
    @CsvSource({"en,5", "ru,9"})
    void ofQuestionsThatCanBeUnderstoodByThemselvesHardlyOneIsChanged(String language, int most)
            throws IOException {
        var file = SharedData.folder("rag-qa").resolve("xquad/" + language + "/queries.jsonl");
        var before = new ArrayList<Turn>();
        var changed = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            var asked = new ObjectMapper().readTree(line);
            String question = asked.path("text").asText();
            FollowUps.completed(question, List.copyOf(before)).ifPresent(changed::add);
            before.add(SaidBefore.turn(question, asked.path("answers").path(0).asText()));
        }
        assertTrue(changed.size() <= most, () -> String.join("\n", changed));
    }
}

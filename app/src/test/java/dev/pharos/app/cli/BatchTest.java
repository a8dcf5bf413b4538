package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Notes of many sources at once, as the command line has them.
final class BatchTest {
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins.

            The solar panels cost twelve thousand euros with the inverter and all cables.

            We decided to buy the solar panels from the supplier in the village.
            """;

    @TempDir Path home;
    private Program program;
    private String plan = "";

    @BeforeEach
    void write() throws Exception {
        program = new Program(home);
        plan = Files.writeString(home.resolve("Plan.txt"), PLAN).toString();
    }

    @Test
    void whatBecameOfAllIsOneObjectAndWhatCannotBeReadStopsNoOther() throws Exception {
        var broken = Files.writeString(home.resolve("broken.pdf"), "no PDF").toString();
        var kitchen =
                """
                The kitchen of the school needs a new oven, because the old oven burns the bread.

                A good oven for the kitchen of the school costs about three thousand euros.

                We decided to ask the parents of the school for the money for the kitchen.
                """;

        var outcome =
                program.run(
                        "batch",
                        "submit",
                        broken,
                        "missing.mp3",
                        plan,
                        "--text",
                        kitchen,
                        "--no-related",
                        "--wait",
                        "--json");

        assertEquals(ExitCode.SOME_FAILED, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("missing.mp3 is neither a file"), outcome.err());
        var whole = outcome.json();
        assertEquals("partial", whole.get("status").asText(), outcome.out());
        assertEquals(
                List.of(
                        "current_step",
                        "completed_steps",
                        "progress_percentage",
                        "estimated_remaining"),
                Program.names(whole.get("progress")));
        assertEquals(
                List.of("failed", "done", "done"),
                whole.get("items").valueStream().map(item -> item.get("status").asText()).toList());
        var note = whole.get("notes").get(0);
        assertEquals(
                List.of(
                        "id",
                        "source_id",
                        "title",
                        "content",
                        "summary",
                        "key_points",
                        "tags",
                        "metadata",
                        "sources",
                        "related_topics",
                        "lines"),
                Program.names(note));
        var lines = note.get("lines");
        assertEquals(
                List.of(
                        "overview",
                        "topics",
                        "points",
                        "decisions",
                        "questions",
                        "actions",
                        "key_phrases"),
                Program.names(lines));
        var decision = lines.get("decisions").get(0);
        assertTrue(decision.get("text").asText().startsWith("We decided to buy"), outcome.out());
        assertEquals(153, decision.get("places").get(0).get("start_offset").asInt());
        assertTrue(decision.get("doubt").isNull(), outcome.out());
        assertTrue(note.get("content").asText().contains("[[Plan.txt#at=153-221"), outcome.out());
        assertEquals("Plan", note.get("sources").get(0).get("title").asText());
        var pasted = whole.get("notes").get(1).get("sources").get(0);
        assertEquals("The kitchen of the school needs a new oven", pasted.get("title").asText());
        assertEquals(
                Path.of("Pasted", pasted.get("title").asText() + ".txt").toString(),
                pasted.get("url").asText());
        assertEquals(
                List.of("reading_time", "confidence", "word_count", "complexity_level", "language"),
                Program.names(note.get("metadata")));

        String id = whole.get("batch_id").asText().substring(0, 8);
        assertEquals(
                whole.get("notes"),
                program.run("batch", "results", id, "--json").json().get("notes"));
        var again = program.run("batch", "cancel", id);
        assertEquals(ExitCode.PROBLEM, again.code());
        assertTrue(again.err().contains("It is over already"), again.err());
    }

    @Test
    void whatIsQueuedIsDoneByTheJobsThatWaitAndForgottenOnlyThen() throws Exception {
        var queued = program.run("batch", "submit", plan, "--json").json();
        String id = queued.get("batch_id").asText();
        assertEquals("queued", queued.get("status").asText());
        assertEquals(0, queued.get("queue_position").asInt());
        assertEquals(ExitCode.PROBLEM, program.run("batch", "remove", id).code());

        assertEquals(ExitCode.DONE, program.run("jobs", "--wait").code());

        var status = program.run("batch", "--json").json();
        assertEquals("completed", status.get("status").asText());
        assertEquals(100, status.get("progress").get("progress_percentage").asInt());
        assertEquals(ExitCode.DONE, program.run("batch", "remove", id).code());
        assertEquals("", program.run("batch", "--json").out());
    }

    @Test
    void whatIsTypedWrongIsTold() {
        for (var typed :
                List.of(
                        List.of("submit"),
                        List.of("submit", ""),
                        List.of("submit", "x", "--notes", "4"),
                        List.of("submit", "x", "--depth", "deep"),
                        List.of("status", "--no-tags"),
                        List.of("cancel"),
                        List.of("results", "a", "b"),
                        List.of("status", "x", "--wait"),
                        List.of("begin"))) {
            var all = new ArrayList<>(List.of("batch"));
            all.addAll(typed);
            var outcome = program.run(all.toArray(String[]::new));
            assertEquals(ExitCode.WRONG_USAGE, outcome.code(), typed + outcome.err());
        }
        assertEquals(ExitCode.PROBLEM, program.run("batch", "results", "ffffffff").code());
        assertEquals(ExitCode.PROBLEM, program.run("batch", "submit", "missing.mp3").code());
        var off = program.run("batch", "submit", "--text", "Bees dance.", "--research");
        assertEquals(ExitCode.PROBLEM, off.code(), "no search service is set");
    }

    @Test
    void textsThatBeginAlikeAreTwo() {
        var whole =
                program.run(
                                "batch",
                                "submit",
                                "--text",
                                "The board met. The roof of the school will be mended in May.",
                                "--text",
                                "The board met. The kitchen of the school gets a new oven.",
                                "--json")
                        .json();
        assertEquals(2, whole.get("items").size(), whole::toString);
        assertEquals(
                List.of(
                        Path.of("Pasted", "The board met 2.txt").toString(),
                        Path.of("Pasted", "The board met.txt").toString()),
                program.run("list", "--json").jsonLines().stream()
                        .map(each -> each.get("path").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void whatOneTextSaysAgainstAnotherStandsInTheResults() {
        var whole =
                program.run(
                                "batch",
                                "submit",
                                "--text",
                                "We walked over the river on a warm morning. The Harbour Bridge is"
                                        + " 503 metres long. Behind it two painters had a rest.",
                                "--text",
                                "Ben went there by bicycle and was late. The Harbour Bridge is 530"
                                        + " metres long. He had tea at the lighthouse.",
                                "--wait",
                                "--json")
                        .json();
        var sources =
                whole.get("items")
                        .valueStream()
                        .map(item -> item.get("source_id").asText())
                        .collect(Collectors.toSet());
        var opposed =
                whole.get("relationships")
                        .valueStream()
                        .filter(each -> each.get("type").asText().equals("contradicts"))
                        .toList();
        assertEquals(1, opposed.size(), whole::toString);
        assertEquals(
                sources,
                Set.of(
                        opposed.getFirst().get("source").asText(),
                        opposed.getFirst().get("target").asText()));
        assertTrue(
                whole.get("processing_summary").get("relationships").asInt() > 0, whole::toString);
    }
}

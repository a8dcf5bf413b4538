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

/// Notes, the trash and the ways out of the library, as the command line has them.
final class NotesTest {
    @TempDir Path home;
    private Program program;
    private String tower = "";

    @BeforeEach
    void write() {
        program = new Program(home);
        tower = run("notes", "new", "Tower", "--folder", "Places").json().get("id").asText();
        run("notes", "new", "Diary", "--text", "We saw [[Tower|it]] at night.");
    }

    /// With `--json`, to a good end.
    private Program.Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        var outcome = program.run(all.toArray(String[]::new));
        assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
        return outcome;
    }

    private List<String> all(String member, String... arguments) {
        return run(arguments).jsonLines().stream()
                .map(line -> line.get(member).asText())
                .sorted()
                .toList();
    }

    @Test
    void aRenameIsSeenInTheNoteThatLinks() {
        assertEquals(1, run("notes", "rename", tower, "Pharos").json().get("notesChanged").asInt());

        assertEquals(List.of("We saw it at night."), all("sentence", "notes", "backlinks", tower));
        assertEquals(List.of("Diary", "Pharos"), all("title", "notes"));
        assertEquals("We saw [[Pharos|it]] at night.", program.run("notes", "show", diary()).out());
    }

    private String diary() {
        return run("notes").jsonLines().stream()
                .filter(note -> note.get("title").asText().equals("Diary"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    @Test
    void theTrashIsEmptiedOnlyByWhoSaysYes() {
        run("trash", "put", tower);

        assertEquals(List.of("Tower"), all("title", "trash"));
        assertEquals(ExitCode.PROBLEM, program.run("trash", "empty").code());
        assertEquals(
                1, run("trash", "restore", tower.substring(0, 8)).json().get("sources").asInt());
        run("trash", "put", tower);
        assertEquals(1, run("trash", "empty", "--yes").json().get("sources").asInt());
        assertEquals(List.of("Diary"), all("title", "list"));
    }

    @Test
    void anExportBecomesTheSameLibraryElsewhere() {
        var out = home.resolve("out").toString();
        assertEquals(2, run("export", "--all", out).json().get("sources").asInt());

        var other = home.resolve("other").toString();
        run("--library", other, "import", out, "--no-wait");

        assertEquals(all("id", "list"), all("id", "--library", other, "list"));
    }

    private String plan() throws Exception {
        var file = Files.createDirectories(home.resolve("files")).resolve("Plan.txt");
        Files.writeString(
                file,
                """
                The school wants solar panels on its roof before the next winter begins.

                The solar panels cost twelve thousand euros with the inverter and all cables.

                We decided to buy the solar panels from the supplier in the village.

                The kitchen of the school needs a new oven, because the old oven burns the bread.
                """);
        run("import", file.toString(), "--no-wait");
        return run("list").jsonLines().stream()
                .filter(each -> each.get("title").asText().equals("Plan"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    @Test
    void notesAreMadeOfSourcesAndTheFailureOfOneStopsNoOther() throws Exception {
        String plan = plan();

        var outcome = program.run("notes", "make", "ffffffff", plan, "--json");

        assertEquals(ExitCode.SOME_FAILED, outcome.code(), outcome.err());
        var lines = outcome.jsonLines();
        assertEquals(
                List.of("failed", "created"),
                lines.stream().map(line -> line.get("status").asText()).toList());
        assertEquals(
                List.of("reading_time", "confidence", "word_count", "complexity_level", "language"),
                Program.names(lines.getLast().get("metadata")));
        String note = lines.getLast().get("note").get("id").asText();
        String markdown = program.run("notes", "show", note).out();
        assertTrue(
                markdown.contains(
                                "## Source\n\n- [[Plan.txt#id=" + plan.substring(0, 13) + "|Plan]]")
                        && markdown.contains(
                                "from the supplier in the village. [[Plan.txt#at=153-221&id="),
                markdown);
        var again = run("notes", "make", plan.substring(0, 8), "--template", "memo");
        assertEquals("unchanged", again.json().get("status").asText());
        assertEquals(
                ExitCode.PROBLEM, program.run("notes", "make", plan, "--template", "poem").code());
        assertEquals(ExitCode.WRONG_USAGE, program.run("notes", "--depth", "brief").code());
    }

    @Test
    void aMirroredFolderIsChangedOutside() throws Exception {
        var folder = home.resolve("mirror");
        run("mirror", folder.toString());
        Files.writeString(folder.resolve("Places/Tower.md"), "Built of light stone.");

        run("mirror", folder.toString());

        assertEquals("Built of light stone.", program.run("notes", "show", tower).out());
    }

    @Test
    void aConflictIsSettledWithTheOwnersLines() throws Exception {
        String plan = plan();
        var made = run("notes", "make", plan).json();
        String note = made.get("note").get("id").asText();
        assertTrue(program.run("notes", "keep", note).err().contains("no conflict"));
        assertEquals(ExitCode.PROBLEM, program.run("notes", "keep", "ffffffff").code());
        assertEquals(ExitCode.WRONG_USAGE, program.run("notes", "keep").code());
    }

    @Test
    void whatWasMadeAndItsSourceAreHeldToTheRestOfTheLibrary() throws Exception {
        var files = Files.createDirectories(home.resolve("files"));
        for (var each : List.of("Map 503", "Walk 530")) {
            var words = each.split(" ");
            Files.writeString(
                    files.resolve(words[0] + ".txt"),
                    words[0]
                            + " is the word for it here. The Harbour Bridge is "
                            + words[1]
                            + " metres long. Nobody has counted its lamps.");
        }
        run("import", files.toString(), "--no-wait");
        String walk =
                run("list").jsonLines().stream()
                        .filter(each -> each.get("path").asText().endsWith("Walk.txt"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
        program.run("notes", "make", walk, "--no-related", "--json");
        assertEquals("", program.run("relationships", walk, "--json").out());

        var told = program.run("notes", "make", walk, "--related");
        assertTrue(told.err().contains(" to other sources: "), told.err());
        assertTrue(
                program.run("relationships", walk, "--json").jsonLines().stream()
                        .anyMatch(each -> each.get("type").asText().equals("contradicts")));
    }
}

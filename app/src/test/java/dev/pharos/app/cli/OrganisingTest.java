package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tags and collections on the command line.
final class OrganisingTest {
    private final Program program;
    private final String note;

    OrganisingTest(@TempDir Path home) throws IOException {
        program = new Program(home);
        var file = Files.writeString(home.resolve("a.md"), "The #sea/lights of the harbour.\n");
        program.run("import", file.toString());
        note = program.run("--json", "list").json().get("id").textValue();
    }

    @Test
    void tagsAreListedGivenAndRenamed() {
        assertEquals("{\"changed\":1}\n", out("--json", "tags", "add", "harbours", note));
        assertEquals("1 source has changed.\n", out("tags", "rename", "sea", "ocean"));
        out("tags", "colour", "ocean", "#0080ff");

        assertAll(
                () -> assertEquals("harbours  1\nocean  1\n  lights  1\n", out("tags")),
                () ->
                        assertEquals(
                                "{\"name\":\"ocean\",\"sources\":0,\"total\":1,\"colour\":\"#0080ff\"}",
                                out("--json", "tags").lines().toList().get(1)),
                () ->
                        assertEquals(
                                "---\ntags:\n  - harbours\n---\nThe #ocean/lights of the harbour.\n",
                                out("notes", "show", note)));
    }

    @Test
    void relationshipsAreFoundToldAndDecidedOn(@TempDir Path folder) throws IOException {
        var survey =
                Files.writeString(
                        folder.resolve("survey.md"), "The Harbour Bridge is 503 metres long.\n");
        var walk =
                Files.writeString(
                        folder.resolve("walk.md"), "The Harbour Bridge is 530 metres long.\n");
        out("import", survey.toString(), walk.toString());
        var ids = out("list").lines().filter(line -> line.matches(".*(survey|walk)$")).toList();
        var one = ids.getFirst().substring(0, ListCommand.SHORT_ID);
        var other = ids.getLast().substring(0, ListCommand.SHORT_ID);
        var found = out("relationships", one, "--find");
        var decided = out("relationships", "accept", other, one, "contradicts");

        assertAll(
                () -> assertTrue(found.contains("contradicts"), found),
                () -> assertTrue(found.contains("530 metres long. [paragraph 1]"), found),
                () -> assertTrue(decided.contains("(accepted)"), decided),
                () ->
                        assertEquals(
                                ExitCode.WRONG_USAGE,
                                program.run("relationships", "accept", one).code()),
                () ->
                        assertEquals(
                                ExitCode.PROBLEM,
                                program.run("relationships", "dismiss", one, other, "supports")
                                        .code()));
    }

    @Test
    void aSavedSearchHasWhatItFinds() {
        assertEquals(
                "Harbours  1  tag:sea harbour\n",
                out("collections", "save", "Harbours", "tag:sea", "harbour"));
        assertEquals(out("list"), out("collections", "show", "harbours"));
        assertEquals(ExitCode.PROBLEM, program.run("collections", "show", "Mountains").code());
    }

    @Test
    void whatIsMarkedIsFoundCitedAndExported() {
        out("highlights", "add", note, "of the", "harbour", "--note", "Built by Sostratus.");

        assertAll(
                () ->
                        assertEquals(
                                "1. a · highlight: paragraph 1",
                                out("search", "Sostratus").lines().findFirst().orElseThrow()),
                () ->
                        assertEquals(
                                """
                                [[a|a]]

                                > of the harbour

                                Built by Sostratus.

                                [[a|paragraph 1]]
                                """,
                                out("highlights", "export", note)));

        var id = program.run("--json", "highlights").json().get("id").textValue();
        out("highlights", "remove", id.substring(0, 8));
        assertEquals("", out("highlights"));
    }

    private String out(String... arguments) {
        return program.run(arguments).out().replace("\r\n", "\n");
    }
}

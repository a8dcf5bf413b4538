package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Conversations on the command line.
final class ConversationsTest {
    private final Program program;

    ConversationsTest(@TempDir Path home) throws IOException {
        program = new Program(home);
        var file =
                Files.writeString(
                        home.resolve("Pharos.txt"),
                        "The tower of Pharos was built of pale stone. The tower of Pharos stood on an"
                                + " island near Alexandria.\n");
        program.run("import", file.toString());
    }

    @Test
    void aQuestionThatIsKeptCanBeFollowedPutAwayAndTakenBack() {
        var first =
                program.run("--json", "ask", "--keep", "What was the tower of Pharos built of?");
        var second = program.run("--json", "ask", "--follow", "Where did it stand?").json();
        String id = first.json().get("conversation").textValue();
        program.run("conversations", "delete", id.substring(0, 8));
        var deleted = program.run("conversations").out();
        program.run("conversations", "restore", id.substring(0, 8));

        assertAll(
                () ->
                        assertEquals(
                                "Where did it (tower of Pharos) stand?",
                                second.get("understood").textValue()),
                () -> assertEquals(id, second.get("conversation").textValue()),
                () -> assertEquals("", deleted),
                () ->
                        assertEquals(
                                2,
                                program.run("--json", "conversations", "show", id)
                                        .jsonLines()
                                        .size()));
    }

    @Test
    void whatIsNotKeptLeavesNoConversationAndWhatCannotBeIsSaid() {
        var asked = program.run("--json", "ask", "What was the tower built of?");
        assertTrue(asked.json().get("supported").asBoolean());
        assertEquals("", program.run("conversations").out());
        assertEquals(ExitCode.PROBLEM, program.run("ask", "--follow", "Why?").code());
        assertEquals(ExitCode.WRONG_USAGE, program.run("ask", "--keep", "--no-keep", "a").code());
        assertEquals(ExitCode.WRONG_USAGE, program.run("ask", "--mode", "poem", "a").code());
    }
}

package dev.pharos.engine.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class SettingsFileTest {
    private static final ChatSettings CHAT =
            new ChatSettings("http://127.0.0.1:1/v1", "model", "key", true);

    @TempDir Path temp;

    @Test
    void whatIsWrittenIsReadByTheNextStart() throws Exception {
        var file = temp.resolve("deep/settings.json");
        new SettingsFile(file).write("chat", CHAT);

        assertEquals(
                CHAT, new SettingsFile(file).read("chat", ChatSettings.class, ChatSettings.NONE));
    }

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        var settings = new SettingsFile(temp.resolve("settings.json"));
        assertEquals(
                ChatSettings.NONE, settings.read("chat", ChatSettings.class, ChatSettings.NONE));
    }

    @Test
    void whatThisVersionDoesNotKnowIsKept() throws Exception {
        var file = Files.writeString(temp.resolve("settings.json"), "{\"future\": {\"x\": 1}}");
        new SettingsFile(file).write("chat", CHAT);

        assertTrue(Files.readString(file).contains("\"future\""));
    }

    @Test
    void aBrokenFileIsToldOfAndNotOverwritten() throws Exception {
        var file = Files.writeString(temp.resolve("settings.json"), "{\"chat\": ");
        var settings = new SettingsFile(file);

        var e = assertThrows(ProblemException.class, () -> settings.write("chat", CHAT));

        assertTrue(e.problem() instanceof Problem.SettingsUnreadable);
        assertEquals("{\"chat\": ", Files.readString(file));
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        Assumptions.assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions here");
        var file = temp.resolve("settings.json");
        new SettingsFile(file).write("chat", CHAT);

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}

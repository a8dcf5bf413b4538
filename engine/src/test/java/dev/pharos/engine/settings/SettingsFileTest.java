package dev.pharos.engine.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

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

    private ChatSettings read(String json, ChatSettings fallback) throws Exception {
        var file = Files.writeString(temp.resolve("settings.json"), json);
        return new SettingsFile(file).read("chat", ChatSettings.class, fallback);
    }

    private String complaint(String json) {
        var e = assertThrows(ProblemException.class, () -> read(json, ChatSettings.NONE));
        return ((Problem.SettingsUnreadable) e.problem()).detail();
    }

    @Test
    void whatAFeatureDoesNotSayIsTakenFromTheDefaults() throws Exception {
        var fallback = new ChatSettings("http://127.0.0.1:1/v1", null, null, true);
        var json = "{\"chat\": {\"model\": \"m\", \"remoteAllowed\": null, \"new\": 1}}";

        assertEquals(
                new ChatSettings("http://127.0.0.1:1/v1", "m", null, true), read(json, fallback));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"chat\": null}"})
    void whereNothingIsSaidTheDefaultsHold(String json) throws Exception {
        assertEquals(CHAT, read(json, CHAT));
    }

    @Test
    void aMemberThatDoesNotFitIsNamed() {
        assertEquals(
                "\"chat.remoteAllowed\": \"perhaps\"",
                complaint("{\"chat\": {\"remoteAllowed\": \"perhaps\"}}"));
        assertEquals("\"chat\": 5", complaint("{\"chat\": 5}"));
    }

    @Test
    void halfAFileIsToldByLineAndColumn() {
        var detail = complaint("{\n\"chat\": {\"model\"");
        assertTrue(detail.startsWith("2:"), detail);
    }

    @Test
    void whatThisVersionDoesNotKnowOfAFeatureIsKept() throws Exception {
        var file = Files.writeString(temp.resolve("settings.json"), "{\"chat\": {\"new\": 1}}");
        new SettingsFile(file).write("chat", CHAT);

        assertTrue(Files.readString(file).contains("\"new\" : 1"));
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
    void whatTwoProgramsChangeAtTheSameTimeIsBothKept() throws Exception {
        var file = temp.resolve("settings.json");
        var threads = new ArrayList<Thread>();
        for (int program = 0; program < 4; program++) {
            String feature = "feature" + program;
            threads.add(Thread.ofPlatform().start(() -> writeOften(file, feature)));
        }
        for (var thread : threads) {
            thread.join();
        }
        for (int program = 0; program < 4; program++) {
            assertEquals(
                    CHAT,
                    new SettingsFile(file)
                            .read("feature" + program, ChatSettings.class, ChatSettings.NONE));
        }
    }

    private static void writeOften(Path file, String feature) {
        try {
            for (int i = 0; i < 10; i++) {
                new SettingsFile(file).write(feature, ChatSettings.NONE);
            }
            new SettingsFile(file).write(feature, CHAT);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
        var file = Files.createDirectory(temp.resolve("settings.json"));
        Files.writeString(file.resolve("inside"), "so that it cannot be replaced");

        assertThrows(ProblemException.class, () -> new SettingsFile(file).write("chat", CHAT));

        try (var left = Files.list(temp)) {
            assertEquals(
                    List.of("settings.json", "settings.json.lock"),
                    left.map(each -> each.getFileName().toString()).sorted().toList());
        }
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

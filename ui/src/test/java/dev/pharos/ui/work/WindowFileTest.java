package dev.pharos.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes real files.
@SuppressWarnings("NullAway.Init")
final class WindowFileTest {
    private record Left(String tab) {}

    private static final Left NOTHING = new Left("");

    @TempDir Path temp;

    private Kept<Left> left(String library) {
        var file =
                new WindowFile(
                        new SettingsFile(temp.resolve("settings.json")),
                        temp.resolve(library),
                        id -> id.startsWith(library));
        return file.kept(
                "tabs",
                Left.class,
                NOTHING,
                before -> file.known().test(before.tab()) ? before : NOTHING,
                new Background(Runnable::run, Runnable::run));
    }

    @Test
    void whatIsLeftInOneLibraryIsNotOpenedInAnother() throws Exception {
        Files.createDirectories(temp.resolve("home"));
        Files.createDirectories(temp.resolve("work"));
        left("home").change(_ -> new Left("home 1"));
        assertEquals(NOTHING, left("work").value());
        left("work").change(_ -> new Left("work 1"));
        assertEquals(new Left("home 1"), left("home").value());
    }

    @Test
    void whatWasKeptForAllLibrariesIsOpenedInItsOwn() throws Exception {
        new SettingsFile(temp.resolve("settings.json")).write("tabs", new Left("home 1"));
        assertEquals(NOTHING, left("work").value());
        assertEquals(new Left("home 1"), left("home").value());
    }
}

package dev.pharos.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

final class FoldersTest {
    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    @Test
    void linuxKeepsToTheBaseDirectoriesOfItsDesktops() {
        assertEquals(
                new Folders(
                        HOME.resolve(".local/share/pharos"),
                        HOME.resolve(".config/pharos"),
                        HOME.resolve(".cache/pharos")),
                Folders.of("Linux", HOME, Map.of()));
    }

    @Test
    void aVariableOfTheUserComesFirst() {
        var place = Path.of("/elsewhere").toAbsolutePath();
        assertEquals(
                new Folders(
                        place.resolve("pharos"),
                        HOME.resolve(".config/pharos"),
                        HOME.resolve(".cache/pharos")),
                Folders.of("Linux", HOME, Map.of("XDG_DATA_HOME", place.toString())));
    }

    @Test
    void aRelativeVariableIsIgnored() {
        assertEquals(
                Folders.of("Linux", HOME, Map.of()),
                Folders.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "cache")));
    }

    @Test
    void macKeepsToTheUsersLibrary() {
        assertEquals(
                new Folders(
                        HOME.resolve("Library/Application Support/Pharos"),
                        HOME.resolve("Library/Application Support/Pharos"),
                        HOME.resolve("Library/Caches/Pharos")),
                Folders.of("Mac OS X", HOME, Map.of()));
    }

    @Test
    void windowsKeepsTheLibraryOutOfTheRoamingProfile() {
        assertEquals(
                new Folders(
                        HOME.resolve("AppData/Local/Pharos"),
                        HOME.resolve("AppData/Roaming/Pharos"),
                        HOME.resolve("AppData/Local/Pharos/Cache")),
                Folders.of("Windows 11", HOME, Map.of()));
    }
}

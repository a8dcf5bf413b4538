package dev.pharos.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.ui.Door;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A second start reaches the first by a real socket. Names of sockets have to be short, so that it
/// lies in a folder of its own.
@SuppressWarnings("NullAway.Init")
final class SingleInstanceTest {
    private Path folder;
    private Path socket;
    private final Door door = new Door();

    @BeforeEach
    void make() throws IOException {
        folder = Files.createTempDirectory("ph");
        socket = SingleInstance.socket(folder, folder.resolve("library"));
    }

    @AfterEach
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var each : files.toList().reversed()) {
                Files.delete(each);
            }
        }
    }

    private List<Door.Wish> granted() {
        var granted = new ArrayList<Door.Wish>();
        door.open(granted::add);
        return granted;
    }

    @Test
    void theWindowHearsWhatALaterStartWishes() {
        try (var unused = SingleInstance.listen(socket, door)) {
            assertTrue(SingleInstance.tell(socket, Door.Wish.CAPTURE));
            assertTrue(SingleInstance.tell(socket, Door.Wish.SHOW));
        }
        assertEquals(List.of(Door.Wish.CAPTURE, Door.Wish.SHOW), granted());
    }

    @Test
    void nobodyEndsTheWindowFromOutside() {
        try (var unused = SingleInstance.listen(socket, door)) {
            assertFalse(SingleInstance.tell(socket, Door.Wish.CLOSE));
        }
        assertEquals(List.of(), granted());
    }

    @Test
    void aWindowThatEndsIsThereAndHearsNothing() {
        try (var unused = SingleInstance.listen(socket, door)) {
            door.close();
            assertFalse(SingleInstance.tell(socket, Door.Wish.SHOW));
            assertTrue(SingleInstance.there(socket));
        }
        assertFalse(SingleInstance.there(socket));
    }

    @Test
    void whereNoWindowIsNobodyHears() {
        SingleInstance.listen(socket, door).close();
        assertFalse(SingleInstance.tell(socket, Door.Wish.SHOW));
    }

    @Test
    void whatAKilledProcessHasLeftIsInNobodysWay() throws IOException {
        Files.createDirectories(socket.resolveSibling(""));
        Files.writeString(socket, "left");
        assertFalse(SingleInstance.tell(socket, Door.Wish.SHOW));
        try (var unused = SingleInstance.listen(socket, door)) {
            assertTrue(SingleInstance.tell(socket, Door.Wish.SHOW));
        }
    }
}

package dev.pharos.models.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.settings.Secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The promises of [Secrets]; the test of each place extends this.
abstract class SecretsContract {
    static final String KEY = "sk-Zürich 🗝 \"quoted\" $HOME 'x'";

    @TempDir Path temp;

    /// As a new start of the program finds them.
    abstract Secrets opened();

    /// Where this place keeps what it is given.
    abstract Secrets.Place place();

    Path register() {
        return temp.resolve("deep/secrets.json");
    }

    @Test
    void aSecretIsFoundByTheNextStart() throws Exception {
        opened().keep("chat/work", KEY);
        assertEquals(Optional.of(KEY), opened().find("chat/work"));
        assertTrue(opened().has("chat/work"));
    }

    @Test
    void whatWasNeverKeptIsNotThere() throws Exception {
        assertEquals(Optional.empty(), opened().find("chat/none"));
        assertFalse(opened().has("chat/none"));
    }

    @Test
    void theLastOneCounts() throws Exception {
        opened().keep("chat/work", "first");
        opened().keep("chat/work", "second");
        assertEquals(Optional.of("second"), opened().find("chat/work"));
    }

    @Test
    void forgettingOneLeavesTheOthers() throws Exception {
        opened().keep("chat/work", "one");
        opened().keep("chat/home", "two");
        opened().forget("chat/work");
        opened().forget("chat/work");
        assertEquals(
                List.of(Optional.empty(), Optional.of("two")),
                List.of(opened().find("chat/work"), opened().find("chat/home")));
    }

    @Test
    void aMovedOneIsFoundByItsNewNameOnly() throws Exception {
        opened().keep("chat/work", KEY);
        opened().keep("chat/office", "old");
        opened().move("chat/work", "chat/office");
        opened().move("chat/none", "chat/home");
        assertEquals(
                List.of(Optional.empty(), Optional.of(KEY), Optional.empty()),
                List.of(
                        opened().find("chat/work"),
                        opened().find("chat/office"),
                        opened().find("chat/home")));
    }

    @Test
    void thePlaceIsTheOneThatIsTold() throws Exception {
        var secrets = opened();
        secrets.keep("chat/work", "sk-1234");
        assertEquals(place(), secrets.place());
        assertEquals(
                place() == Secrets.Place.OWNER_ONLY_FILE,
                Files.readString(register()).contains("sk-1234"));
    }
}

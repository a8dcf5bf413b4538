package dev.pharos.engine.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

final class ChatProfileStoreTest {
    private static final String REMOTE = "https://api.example.com/v1";

    @TempDir Path temp;
    private final InMemorySecrets secrets = new InMemorySecrets();
    private ChatProfileStore store;

    /// Something that happens meanwhile.
    private interface Step {
        void run() throws IOException;
    }

    /// Forgets everything at its end.
    private static final class InMemorySecrets implements Secrets {
        final Map<String, String> kept = new HashMap<>();
        boolean refusing;
        Step beforeForgetting = () -> {};

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String secret) throws ProblemException {
            if (refusing) {
                throw new ProblemException(new Problem.SecretsUnavailable("locked"));
            }
            kept.put(name, secret);
        }

        @Override
        public void forget(String name) throws ProblemException {
            if (refusing) {
                throw new ProblemException(new Problem.SecretsUnavailable("locked"));
            }
            try {
                beforeForgetting.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept.remove(name);
        }

        @Override
        public Place place() {
            return Place.OWNER_ONLY_FILE;
        }
    }

    @BeforeEach
    void open() {
        store = new ChatProfileStore(new SettingsFile(file()), secrets);
    }

    private Path file() {
        return temp.resolve("settings.json");
    }

    private void old(String baseUrl, String key) throws Exception {
        new SettingsFile(file())
                .write(ChatSettings.FEATURE, new ChatSettings(baseUrl, "m", key, true));
    }

    private ChatProfile kept(String name) throws ProblemException {
        return store.current().find(name).orElseThrow();
    }

    @Test
    void whatIsSavedIsReadByTheNextStart() throws Exception {
        var profile = new ChatProfile("work", "http://127.0.0.1:1/v1", "m", false, 8192, 30);
        store.save(profile, "key");
        store.use("work");

        open();

        assertEquals(new ChatProfiles(List.of(profile), "work"), store.current());
        assertEquals(Map.of("chat/work http://127.0.0.1:1/v1", "key"), secrets.kept);
    }

    @Test
    void aProfileThatAnotherProgramAddsMeanwhileStays() throws Exception {
        var other = ChatProfile.of("other", "http://127.0.0.1:2/v1", "m");
        secrets.beforeForgetting =
                () -> {
                    secrets.beforeForgetting = () -> {};
                    try {
                        new ChatProfileStore(new SettingsFile(file()), secrets).save(other, null);
                    } catch (ProblemException e) {
                        throw new IOException(e);
                    }
                };
        var mine = ChatProfile.of("mine", "http://127.0.0.1:1/v1", "m");
        store.save(mine, null);
        assertEquals(List.of(other, mine), store.current().profiles());
    }

    @Test
    void anOlderEndpointBecomesAProfileAndItsKeyASecret() throws Exception {
        old(REMOTE, "old-key");

        var profile = ChatProfile.of("default", REMOTE, "m").allowing(true);
        assertEquals(new ChatProfiles(List.of(profile), "default"), store.current());
        assertEquals(store.current(), store.current());
        assertEquals(Map.of("chat/default " + REMOTE, "old-key"), secrets.kept);
        assertFalse(Files.readString(file()).contains("old-key"));
    }

    @Test
    void readingAnOlderEndpointMovesNothing() throws Exception {
        old(REMOTE, "old-key");
        var before = Files.readString(file());

        assertEquals("default", store.read().active());

        assertEquals(before, Files.readString(file()));
        assertEquals(Map.of(), secrets.kept);
    }

    @Test
    void aKeyThatCannotBeKeptElsewhereStaysWhereItIs() throws Exception {
        old(REMOTE, "old-key");
        var before = Files.readString(file());
        secrets.refusing = true;

        var thrown = assertThrows(ProblemException.class, () -> store.current());

        assertEquals(new Problem.SecretsUnavailable("locked"), thrown.problem());
        assertEquals(before, Files.readString(file()));
    }

    @Test
    void aMoveThatWasInterruptedIsFinished() throws Exception {
        old(REMOTE, "old-key");
        new SettingsFile(file())
                .write(
                        ChatProfiles.FEATURE,
                        new ChatProfiles(
                                List.of(ChatProfile.of("default", REMOTE, "m").allowing(true)),
                                "default"));

        assertEquals(1, store.current().profiles().size());
        assertFalse(Files.readString(file()).contains("old-key"));
    }

    @Test
    void anOlderEndpointTakesNoOthersPlace() throws Exception {
        store.save(ChatProfile.of("default", "http://127.0.0.1:1/v1", "mine"), "mine");
        old(REMOTE, "old-key");

        assertEquals("default 2", store.current().active());
        assertEquals("mine", kept("default").model());
        assertEquals(
                Map.of(
                        "chat/default http://127.0.0.1:1/v1",
                        "mine",
                        "chat/default 2 " + REMOTE,
                        "old-key"),
                secrets.kept);
    }

    @Test
    void savingNeverGivesPermission() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m").allowing(true), null);
        assertFalse(kept("work").remoteAllowed());
    }

    @Test
    void savingUnderTheSameAddressKeepsPermissionAndKey() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.allow("work", true);
        store.save(ChatProfile.of("work", REMOTE, "other").allowing(true), null);

        assertTrue(kept("work").remoteAllowed());
        assertEquals(Map.of("chat/work " + REMOTE, "key"), secrets.kept);
    }

    @Test
    void anotherAddressHasNeitherPermissionNorKey() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.allow("work", true);
        store.save(ChatProfile.of("work", REMOTE + "/x", "m").allowing(true), null);

        assertFalse(kept("work").remoteAllowed());
        assertEquals(Map.of(), secrets.kept);
    }

    @Test
    void anEmptyKeyIsNone() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.save(ChatProfile.of("work", REMOTE, "m"), " ");
        assertEquals(Map.of(), secrets.kept);
    }

    @Test
    void aRemovedProfileTakesItsKeyAlongAndWritesNoAnswers() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.use("work");

        assertEquals(ChatProfiles.NONE, store.remove("work"));
        assertEquals(Map.of(), secrets.kept);
    }

    @Test
    void anotherNameTakesTheKeyThePermissionAndTheAnsweringAlong() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.allow("work", true);
        store.use("work");

        var renamed = ChatProfile.of("office", REMOTE, "m").allowing(true);
        store.save("work", renamed, null);

        assertEquals(new ChatProfiles(List.of(renamed), "office"), store.current());
        assertEquals(Map.of("chat/office " + REMOTE, "key"), secrets.kept);
    }

    @Test
    void aNameThatIsTakenIsNotTakenAgain() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.save(ChatProfile.of("home", REMOTE, "m"), null);
        var before = store.current();

        assertThrows(
                IllegalArgumentException.class,
                () -> store.save("home", ChatProfile.of("work", REMOTE, "m"), "other"));

        assertEquals(before, store.current());
        assertEquals(Map.of("chat/work " + REMOTE, "key"), secrets.kept);
    }

    @Test
    void whereTheFileCannotBeWrittenTheKeyStays() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        var good = Files.readString(file());
        secrets.beforeForgetting = () -> Files.writeString(file(), "{broken");

        assertThrows(
                ProblemException.class,
                () -> store.save("work", ChatProfile.of("office", REMOTE + "/x", "m"), null));

        Files.writeString(file(), good);
        assertEquals(Map.of("chat/work " + REMOTE, "key"), secrets.kept);
        assertEquals(REMOTE, kept("work").baseUrl());
    }

    @Test
    void whereTheKeyCannotBeKeptTheFileIsAsBefore() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        var before = store.current();
        secrets.refusing = true;

        assertThrows(
                ProblemException.class,
                () -> store.save(ChatProfile.of("work", REMOTE, "other"), "new"));

        assertEquals(before, store.current());
    }

    @Test
    void aProfileIsRemovedThoughItsKeyCannotBeForgottenAndNobodyInheritsThatKey() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        secrets.refusing = true;
        assertThrows(ProblemException.class, () -> store.remove("work"));
        assertEquals(List.of(), store.current().profiles());

        var again = ChatProfile.of("work", REMOTE, "m");
        assertThrows(ProblemException.class, () -> store.save(again, null));
        assertEquals(List.of(), store.current().profiles());
        secrets.refusing = false;
        store.save(again, null);

        assertEquals(Map.of(), secrets.kept);
    }

    @Test
    void whatWasTakenAwayIsRestoredWithItsKeyAndItsPart() throws Exception {
        store.save(ChatProfile.of("work", REMOTE, "m"), "key");
        store.allow("work", true);
        store.use("work");
        var before = store.current();

        var gone = store.take("work").orElseThrow();
        assertEquals(ChatProfiles.NONE, store.current());
        assertEquals(Map.of(), secrets.kept);

        assertEquals(before, store.restore(gone));
        assertEquals(Map.of("chat/work " + REMOTE, "key"), secrets.kept);
    }

    @Test
    void whatIsNotThereCannotBeUsed() {
        assertThrows(NoSuchElementException.class, () -> store.use("none"));
    }

    @Test
    void aProfileWithoutAnAddressIsToldOf() throws Exception {
        Files.writeString(
                file(), "{\"chatProfiles\": {\"profiles\": [{\"name\": \"x\", \"new\": 1}]}}");
        var thrown = assertThrows(ProblemException.class, () -> store.read());
        assertTrue(thrown.problem() instanceof Problem.SettingsUnreadable, thrown::toString);
    }
}

package dev.pharos.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.settings.EndpointDraft.Flaw;
import dev.pharos.ui.settings.EndpointsViewModel.State;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

@SuppressWarnings("NullAway.Init")
final class EndpointsViewModelTest {
    private static final String HERE = "http://127.0.0.1:11434/v1";
    private static final String AWAY = "https://chat.example.org/v1";

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private MemoryPorts ports;
    private SettingsFile file;
    private EndpointsViewModel viewModel;

    @BeforeEach
    void open() {
        ports = new MemoryPorts(temp);
        file = new SettingsFile(temp.resolve("settings.json"));
        var given = ports.ports();
        viewModel =
                new EndpointsViewModel(
                        new ChatProfileStore(file, given.secrets()),
                        given.endpoints(),
                        given.secrets(),
                        new Background(worker::add, Runnable::run));
        viewModel.load();
        work();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void type(String name, String address, String model) {
        viewModel.edit(null);
        viewModel.draft().nameProperty().set(name);
        viewModel.draft().addressProperty().set(address);
        viewModel.draft().modelProperty().set(model);
    }

    private void save() {
        viewModel.save();
        work();
    }

    private ChatProfiles kept() throws ProblemException {
        return file.read(ChatProfiles.FEATURE, ChatProfiles.class, ChatProfiles.NONE);
    }

    private static ChatProfile profile(String name, String address, boolean remote) {
        return new ChatProfile(name, address, "qwen3:4b", remote, 0, 180);
    }

    @Test
    void whatIsTypedIsKept() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        viewModel.draft().contextProperty().set("8192");
        viewModel.draft().patienceProperty().set("60");
        save();
        assertEquals(
                List.of(new ChatProfile("Home", HERE, "qwen3:4b", false, 8_192, 60)),
                kept().profiles());
    }

    @Test
    void aKeyIsKeptWithTheSecretsAndNotInTheFile() throws IOException {
        type("Home", HERE, "qwen3:4b");
        viewModel.draft().keyProperty().set("sesame");
        save();
        assertEquals(Map.of("chat/Home " + HERE, "sesame"), ports.keys);
        assertFalse(Files.readString(file.file()).contains("sesame"));
        assertEquals("", viewModel.draft().keyProperty().get());
    }

    @Test
    void aKeyGoesWithItsProfilesNewName() {
        type("Home", HERE, "qwen3:4b");
        viewModel.draft().keyProperty().set("sesame");
        save();
        viewModel.draft().nameProperty().set("House");
        save();
        assertEquals(Map.of("chat/House " + HERE, "sesame"), ports.keys);
    }

    @Test
    void aKeyNeverGoesToAnotherAddress() {
        type("Work", AWAY, "qwen3:4b");
        viewModel.draft().keyProperty().set("sesame");
        save();
        viewModel.draft().addressProperty().set("https://other.example.org/v1");
        save();
        assertEquals(Map.of(), ports.keys);
        assertFalse(viewModel.keyKeptProperty().get());
    }

    @Test
    void anotherAddressNeedsAnotherConsent() throws ProblemException {
        type("Work", AWAY, "qwen3:4b");
        viewModel.draft().remoteAllowedProperty().set(true);
        save();
        assertTrue(kept().profiles().getFirst().remoteAllowed());
        viewModel.draft().addressProperty().set("https://other.example.org/v1");
        save();
        assertFalse(kept().profiles().getFirst().remoteAllowed());
    }

    @Test
    void withoutConsentARemoteEndpointIsNotAsked() {
        type("Work", AWAY, "qwen3:4b");
        viewModel.test();
        work();
        assertEquals(
                new State.Failed(new Problem.RemoteNotAllowed(AWAY)),
                viewModel.stateProperty().get());
    }

    @Test
    void onlyAnAddressBeyondThisMachineAsksForConsent() {
        type("Home", HERE, "qwen3:4b");
        assertFalse(viewModel.remote().getValue());
        viewModel.draft().addressProperty().set(AWAY);
        assertTrue(viewModel.remote().getValue());
    }

    @Test
    void aTestShowsTheReply() {
        type("Home", HERE, "qwen3:4b");
        viewModel.test();
        work();
        assertEquals(
                new State.Replied(
                        new ChatEndpoints.Trial("qwen3:4b", "Hello from the harbour.", 320, 1_240)),
                viewModel.stateProperty().get());
    }

    @Test
    void theListOffersWhatTheEndpointHasAndTakesTheFirst() {
        type("Home", HERE, "");
        viewModel.list();
        work();
        assertEquals(List.of("qwen3:4b", "llama3.2:3b", "gemma3:4b"), viewModel.models());
        assertEquals("qwen3:4b", viewModel.draft().modelProperty().get());
    }

    @Test
    void twoProfilesNeverHaveOneName() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        save();
        type("Home", AWAY, "qwen3:4b");
        save();
        assertEquals(new State.Flawed(Flaw.NAME_TAKEN), viewModel.stateProperty().get());
        assertEquals(List.of(profile("Home", HERE, false)), kept().profiles());
    }

    @Test
    void onlyOneThatIsAskedToAnswers() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        save();
        assertNull(kept().active());
        viewModel.activate("Home");
        work();
        assertEquals("Home", kept().active());
    }

    @Test
    void whatComesBackLateNeverTouchesTheFormOfAnotherEndpoint() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        save();
        type("Work", AWAY, "large");
        save();
        var work = kept().find("Work").orElseThrow();

        viewModel.edit(kept().find("Home").orElseThrow());
        viewModel.draft().modelProperty().set("gemma3:4b");
        viewModel.save();
        viewModel.edit(work);
        work();
        save();

        assertEquals(work, kept().find("Work").orElseThrow());
        assertEquals("gemma3:4b", kept().find("Home").orElseThrow().model());
        assertEquals(2, kept().profiles().size());
    }

    @Test
    void aListThatComesLateOffersNothingToAnotherEndpoint() throws ProblemException {
        type("Home", HERE, "");
        viewModel.list();
        worker.remove().run();
        type("Work", AWAY, "");
        work();
        assertEquals(List.of(), viewModel.models());
        assertEquals("", viewModel.draft().modelProperty().get());
    }

    @Test
    void whatWasTypedButNotKeptNeverAnswers() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        save();
        viewModel.draft().nameProperty().set("House");
        viewModel.activateEdited();
        work();
        assertEquals("Home", kept().active());
    }

    @Test
    void whatAnotherProgramHasDeletedNeverAnswers() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        save();
        file.write(ChatProfiles.FEATURE, ChatProfiles.NONE);
        viewModel.activate("Home");
        work();
        assertEquals(ChatProfiles.NONE, kept());
        assertEquals(ChatProfiles.NONE, viewModel.keptProperty().get());
    }

    @Test
    void aNameThatAnotherProgramHasTakenIsNotReplaced() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        var theirs = new ChatProfiles(List.of(profile("Home", AWAY, false)), null);
        file.write(ChatProfiles.FEATURE, theirs);
        save();
        assertEquals(new State.Flawed(Flaw.NAME_TAKEN), viewModel.stateProperty().get());
        assertEquals(theirs, kept());
    }

    @Test
    void whereTheFileCannotBeWrittenTheKeyStaysAndThatIsSaid() throws Exception {
        type("Home", HERE, "qwen3:4b");
        viewModel.draft().keyProperty().set("sesame");
        save();
        Files.writeString(file.file(), "{broken");
        viewModel.draft().nameProperty().set("House");
        viewModel.draft().keyProperty().set("other");
        save();
        assertTrue(viewModel.stateProperty().get() instanceof State.Failed);
        assertEquals(Map.of("chat/Home " + HERE, "sesame"), ports.keys);
    }

    @Test
    void onlyPlainHttpBeyondThisMachineIsWarnedOf() {
        type("Home", HERE, "qwen3:4b");
        assertFalse(viewModel.unencrypted().getValue());
        viewModel.draft().addressProperty().set(AWAY);
        assertFalse(viewModel.unencrypted().getValue());
        viewModel.draft().addressProperty().set("http://chat.example.org/v1");
        assertTrue(viewModel.unencrypted().getValue());
    }

    @Test
    void theKeyStoreIsAskedByAWorkerOnly() {
        viewModel.edit(null);
        assertNull(viewModel.placeProperty().get());
        work();
        assertEquals(Secrets.Place.OWNER_ONLY_FILE, viewModel.placeProperty().get());
    }

    @Test
    void aDeletedProfileComesBackWithItsKeyAndItsPlace() throws ProblemException {
        type("Home", HERE, "qwen3:4b");
        viewModel.draft().keyProperty().set("sesame");
        save();
        viewModel.activate("Home");
        work();
        viewModel.delete(profile("Home", HERE, false));
        work();
        assertEquals(ChatProfiles.NONE, kept());
        assertEquals(Map.of(), ports.keys);
        viewModel.undo();
        work();
        assertEquals(new ChatProfiles(List.of(profile("Home", HERE, false)), "Home"), kept());
        assertEquals(Map.of("chat/Home " + HERE, "sesame"), ports.keys);
    }
}

package dev.pharos.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;

@SuppressWarnings("NullAway.Init")
final class HardwareViewModelTest {
    private static final DeviceSettings CHOSEN =
            new DeviceSettings(new DeviceChoice.Cpu(), DeviceChoice.AUTO, "/builds/whisper");

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private SettingsFile file;
    private HardwareViewModel hardware;

    @BeforeEach
    void open() throws ProblemException {
        file = new SettingsFile(temp.resolve("settings.json"));
        file.write(DeviceSettings.FEATURE, CHOSEN);
        hardware =
                new HardwareViewModel(
                        MemoryPorts.probe(), file, new Background(worker::add, Runnable::run));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private DeviceSettings kept() throws ProblemException {
        return file.read(DeviceSettings.FEATURE, DeviceSettings.class, DeviceSettings.DEFAULT);
    }

    @Test
    void whatIsChosenIsKnownBeforeTheMachineWasLookedAt() {
        hardware.load();
        worker.remove().run();
        assertEquals(CHOSEN, hardware.settingsProperty().get());
        assertNull(hardware.hardwareProperty().get());
    }

    @Test
    void beforeThePresentChoiceIsKnownNothingIsWritten() throws ProblemException {
        hardware.load();
        hardware.chooseForMeaning(new DeviceChoice.Cpu());
        work();
        assertEquals(CHOSEN, kept());
    }

    @Test
    void oneChoiceLeavesTheOthersAsTheFileHasThem() throws ProblemException {
        hardware.load();
        worker.remove().run();
        var elsewhere = new DeviceSettings(CHOSEN.speech(), CHOSEN.embedding(), "/builds/other");
        file.write(DeviceSettings.FEATURE, elsewhere);
        hardware.chooseForMeaning(new DeviceChoice.Cpu());
        work();
        var expected = new DeviceSettings(CHOSEN.speech(), new DeviceChoice.Cpu(), "/builds/other");
        assertEquals(expected, kept());
        assertEquals(expected, hardware.settingsProperty().get());
    }

    @Test
    void theLastOfSeveralQuickChoicesCounts() throws ProblemException {
        hardware.load();
        work();
        hardware.chooseForMeaning(new DeviceChoice.Gpu(1));
        hardware.chooseForSpeech(DeviceChoice.AUTO);
        hardware.chooseForMeaning(new DeviceChoice.Cpu());
        work();
        assertEquals(
                new DeviceSettings(DeviceChoice.AUTO, new DeviceChoice.Cpu(), "/builds/whisper"),
                kept());
    }

    @Test
    void aChoiceThatCannotBeKeptIsSaidAndTakenBack() throws IOException, ProblemException {
        hardware.load();
        work();
        var good = Files.readString(file.file());
        Files.writeString(file.file(), "{broken");
        hardware.chooseForMeaning(new DeviceChoice.Cpu());
        worker.remove().run();
        assertInstanceOf(Problem.SettingsUnreadable.class, hardware.problemProperty().get());
        Files.writeString(file.file(), good);
        work();
        assertEquals(CHOSEN, hardware.settingsProperty().get());
        assertEquals(CHOSEN, kept());
    }

    @Test
    void aChoiceLooksAtTheMachineAgain() {
        hardware.load();
        work();
        var before = hardware.hardwareProperty().get();
        hardware.chooseForSpeech(DeviceChoice.AUTO);
        work();
        assertNotNull(before);
        assertEquals("Radeon RX 6750", name(hardware.speech()));
        assertEquals(false, before == hardware.hardwareProperty().get());
    }

    private String name(@Nullable Device device) {
        return device == null ? "none" : hardware.name(device);
    }

    @Test
    void theCpuRunsSpeechWhereItWasChosen() {
        hardware.load();
        work();
        assertEquals(Device.CPU, hardware.speech());
    }
}

package dev.pharos.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.ui.sound.TestSpeech;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;

@SuppressWarnings("NullAway.Init")
final class SpeechSettingsViewModelTest {
    private static final TranscriptionOptions KEPT =
            new TranscriptionOptions("base.en", "de", true, "Gironde", true, 3);

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final ArrayDeque<Runnable> pauses = new ArrayDeque<>();
    private SettingsFile file;
    private SpeechSettingsViewModel viewModel;

    @BeforeEach
    void open() {
        file = new SettingsFile(temp.resolve("settings.json"));
        viewModel =
                new SpeechSettingsViewModel(
                        file,
                        new TestSpeech(temp.resolve("models")),
                        new Background(worker::add, Runnable::run),
                        pauses::add);
    }

    private void load() {
        viewModel.load();
        work();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void pause() {
        while (!pauses.isEmpty()) {
            pauses.remove().run();
        }
        work();
    }

    private TranscriptionOptions kept() throws ProblemException {
        return file.read(
                TranscriptionOptions.FEATURE,
                TranscriptionOptions.class,
                TranscriptionOptions.DEFAULT);
    }

    @Test
    void everyChoiceIsKept() throws ProblemException {
        load();
        viewModel.modelProperty().set("base.en");
        viewModel.languageProperty().set("de");
        viewModel.translateProperty().set(true);
        viewModel.promptProperty().set("  Gironde ");
        viewModel.speakersProperty().set(true);
        pause();
        assertEquals(new TranscriptionOptions("base.en", "de", true, "Gironde", true, 0), kept());
    }

    @Test
    void whatIsNotShownStaysAsItWas() throws ProblemException {
        file.write(TranscriptionOptions.FEATURE, KEPT);
        load();
        viewModel.languageProperty().set("fr");
        pause();
        assertEquals(new TranscriptionOptions("base.en", "fr", true, "Gironde", true, 3), kept());
    }

    @Test
    void lookingIsNotChoosing() {
        load();
        pause();
        assertFalse(Files.exists(file.file()));
    }

    @Test
    void aFileIsOfferedBesideTheNamesAndChosen() throws ProblemException {
        load();
        viewModel.choose(Path.of("/models/mine.bin"));
        pause();
        assertEquals("/models/mine.bin", viewModel.models().getFirst());
        assertEquals("/models/mine.bin", kept().model());
    }

    @Test
    void whatIsTypedSurvivesALookAtTheFileBeforeItIsKept() throws ProblemException {
        file.write(TranscriptionOptions.FEATURE, KEPT);
        load();
        viewModel.promptProperty().set("Cordouan");
        load();
        pause();
        assertEquals("Cordouan", kept().prompt());
    }

    @Test
    void closingKeepsWhatWasTypedJustBefore() throws ProblemException {
        load();
        viewModel.promptProperty().set("Cordouan");
        assertTrue(viewModel.saveBeforeClosing());
        assertEquals("Cordouan", kept().prompt());
    }

    @Test
    void whatCannotBeKeptSaysSoAndStaysChosen() throws IOException {
        load();
        Files.createDirectory(file.file());
        viewModel.languageProperty().set("de");
        pause();
        assertInstanceOf(Problem.class, viewModel.problemProperty().get());
        assertEquals("de", viewModel.languageProperty().get());
    }
}

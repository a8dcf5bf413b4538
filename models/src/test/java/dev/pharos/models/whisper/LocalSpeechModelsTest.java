package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LocalSpeechModelsTest {

    @TempDir private Path folder;
    private LocalSpeechModels models;

    @BeforeEach
    void open() {
        models = new LocalSpeechModels(folder.resolve("models"), folder.resolve("cache"));
    }

    @Test
    void theModelsOfTheFolderComeBeforeTheDemo() throws Exception {
        Files.createDirectory(models.folder());
        for (String file : List.of("ggml-tiny.bin", "ggml-base.en.bin", "notes.txt")) {
            Files.createFile(models.folder().resolve(file));
        }
        assertEquals(List.of("base.en", "tiny", "demo"), models.names());
    }

    @Test
    void withoutAFolderThereIsOnlyTheDemo() {
        assertEquals(List.of("demo"), models.names());
    }

    @Test
    void theDemoIsAWholeModel() throws Exception {
        assertEquals("demo", ModelFile.read(models.find("demo")).name());
    }

    @Test
    void aPathIsTakenAsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("mine.bin"));
        assertEquals(file, models.find(file.toString()));
    }

    @Test
    void aModelThatIsNotThereIsMissing() {
        var thrown = assertThrows(ProblemException.class, () -> models.find("large-v3"));
        assertEquals(new Problem.MissingModel("large-v3", models.folder()), thrown.problem());
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsMissing() throws Exception {
        Files.createDirectory(models.folder());
        assertThrows(ProblemException.class, () -> models.find("../../nothing"));
    }
}

package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What docs/cli.md promises of `models` and `settings`.
final class ModelsTest {
    @TempDir Path home;

    private Program program() {
        return new Program(home);
    }

    private Path demoModel() throws IOException {
        try (var bytes =
                ModelsTest.class.getResourceAsStream("/dev/pharos/models/whisper/ggml-demo.bin")) {
            Path file = home.resolve("mine.bin");
            Files.write(file, bytes == null ? new byte[0] : bytes.readAllBytes());
            return file;
        }
    }

    @Test
    void aModelPrintsTheShapeThatOtherProgramsRelyOn() {
        var listed = program().run("models", "list", "--kind", "speech", "--json");
        var base =
                listed.jsonLines().stream()
                        .filter(line -> line.get("id").asText().equals("whisper/base"))
                        .findFirst()
                        .orElseThrow();
        assertAll(
                () -> assertEquals("", listed.err()),
                () ->
                        assertEquals(
                                List.of(
                                        "id",
                                        "kind",
                                        "title",
                                        "state",
                                        "bundled",
                                        "check",
                                        "place",
                                        "bytes",
                                        "downloaded",
                                        "memoryBytes",
                                        "languages",
                                        "licence",
                                        "page",
                                        "recommended",
                                        "misfit",
                                        "speed",
                                        "files"),
                                Program.names(base)),
                () -> assertEquals("absent", base.get("state").asText()),
                () -> assertEquals(147_951_465, base.get("bytes").asLong()));
    }

    @Test
    void aBroughtModelIsListedCheckedAndRemoved() throws IOException {
        var program = program();
        var added = program.run("models", "add", demoModel().toString(), "--json");
        assertEquals("whisper/mine", added.json().get("id").asText());
        assertEquals(ExitCode.DONE, program.run("models", "verify", "mine").code());
        assertEquals(
                "{\"id\":\"whisper/mine\",\"removed\":true}",
                program.run("models", "remove", "mine", "--json").out().strip());
        assertFalse(program.run("models", "--here").out().contains("whisper/mine"));
    }

    @Test
    void aDamagedModelOfOnesOwnIsNotSentToGet() throws IOException {
        var program = program();
        program.run("models", "add", demoModel().toString());
        Files.writeString(home.resolve("data/pharos/models/whisper/ggml-mine.bin"), "x");
        for (var action : List.of("get", "verify")) {
            var told = program.run("models", action, "mine");
            assertAll(
                    () -> assertEquals(ExitCode.PROBLEM, told.code()),
                    () -> assertTrue(told.err().contains("pharos models add"), told.err()),
                    () -> assertFalse(told.err().contains("models get"), told.err()));
        }
    }

    @Test
    void theDemoIsFoundWithoutItsKind() {
        assertEquals(ExitCode.DONE, program().run("models", "verify", "demo").code());
    }

    @Test
    void aModelThatTheCatalogueKnowsIsToldWhereToGet() throws IOException {
        Path sound = Path.of("../models/src/test/resources/speech/sentence-00.wav");
        var refused = program().run("transcribe", sound.toString(), "--model", "base");
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, refused.code()),
                () ->
                        assertEquals(
                                "The model base is not here yet: pharos models get whisper/base fetches it"
                                        + " (148 MB).",
                                refused.err().strip()));
    }

    /// A folder with the outermost fields of a model is enough where no text is embedded.
    private Path embedder(String name) throws IOException {
        Path folder = home.resolve("data/pharos/models/embedding").resolve(name);
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), new byte[] {8, 8, 7 << 3 | 2, 1, 0});
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        Files.writeString(folder.resolve("pharos.json"), "{\"dimension\": 8, \"maxTokens\": 64}");
        return folder;
    }

    @Test
    void theEmbedderThatTheLibraryIsSearchedWithStays() throws IOException {
        Path used = embedder("used");
        Path other = embedder("other");
        var program = program();
        assertEquals(ExitCode.DONE, program.run("embedder", "change", "used").code());
        var refused = program.run("models", "remove", "used");
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, refused.code()),
                () ->
                        assertEquals(
                                "The model embedding/used is in use; choose another one first.",
                                refused.err().strip()),
                () -> assertTrue(Files.exists(used)));
        assertEquals(ExitCode.DONE, program.run("models", "remove", "other").code());
        assertFalse(Files.exists(other));
    }

    @Test
    void aFolderIsKeptAsItIsSeenFromEverywhere() {
        var program = program();
        program.run("settings", "set", "devices.whisperFolder", ".");
        var kept = program.run("settings", "get", "devices.whisperFolder", "--json").json();
        assertEquals(Path.of("").toAbsolutePath().toString(), kept.get("value").asText());
    }

    @Test
    void aSettingIsKeptAndTakenBack() {
        var program = program();
        program.run("settings", "set", "devices.speech", "gpu:1");
        assertEquals(
                "{\"name\":\"devices.speech\",\"value\":\"gpu:1\",\"isDefault\":false}",
                program.run("settings", "get", "devices.speech", "--json").out().strip());
        var taken = program.run("settings", "set", "devices.speech", "--default");
        assertEquals("devices.speech = auto (default)", taken.out().strip());
    }

    @Test
    void aValueOfTheWrongKindIsNotKept() {
        var program = program();
        var refused = program.run("settings", "set", "downloads.mirror", "ftp://mirror.invalid");
        assertAll(
                () -> assertEquals(ExitCode.WRONG_USAGE, refused.code()),
                () -> assertEquals("", refused.out()),
                () -> assertTrue(refused.err().startsWith("downloads.mirror takes an address")),
                () -> assertFalse(Files.exists(home.resolve("config/pharos/settings.json"))));
    }

    @Test
    void endpointsAndTheirKeysAreNoSettings() {
        var refused = program().run("settings", "get", "chat.apiKey");
        assertAll(
                () -> assertEquals(ExitCode.WRONG_USAGE, refused.code()),
                () -> assertTrue(refused.err().contains("pharos endpoint"), refused.err()));
    }

    @Test
    void aDeviceThatFailsIsToldAndTheCpuDoesTheWork() throws IOException {
        var program = program();
        var file = Files.writeString(home.resolve("lamp.txt"), "The keeper trims the wick.");
        program.run("settings", "set", "devices.embedding", "gpu");
        var imported = program.run("import", file.toString());
        assertAll(
                () -> assertEquals(ExitCode.DONE, imported.code(), imported.err()),
                () ->
                        assertTrue(
                                imported.err().contains("the CPU did the work instead"),
                                imported.err()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings set downloads.proxy x:99999 | 2 | up to 65535",
                "settings set downloads.proxy user:pw@h:80 | 2 | without a name",
                "settings set downloads.mirror https://u:pw@h/x | 2 | without a name",
                "settings set downloads.mirror https://h/x?key=1 | 2 | without a name",
                "models remove demo | 2 | whisper/demo comes with Pharos",
                "settings set transcription.threads 100000 | 2 | from 0 to 9999",
                "settings set transcription.model nope | 2 | pharos models add",
                "models remove whisper/base | 1 | is not here yet",
                "models test all-MiniLM-L6-v2 | 1 | pharos models get embedding/all-MiniLM-L6-v2",
                "models test reranking/bge-reranker-base | 2 | cannot be tried",
                "models verify reranking/bge-reranker-base | 1 | fetches it.",
                "models get demo | 2 | comes with Pharos",
                "models add --force x | 2 | only get takes --force"
            })
    void whatCannotBeDoneIsToldTruly(String line, int code, String sentence) {
        var outcome = program().run(line.split(" "));
        assertAll(
                () -> assertEquals(code, outcome.code()),
                () -> assertTrue(outcome.err().contains(sentence), outcome.err()));
    }

    @Test
    void whatIsRecommendedIsListedFirstWithItsLicence() {
        var lines = program().run("models", "list", "--kind", "speech").out().lines().toList();
        assertTrue(lines.get(1).contains("MIT · recommended"), lines.get(1));
    }

    @Test
    void anEmbedderThatCannotBeOpenedIsToldWhy() throws IOException {
        var broken = home.resolve("data/pharos/models/embedding/broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("model.onnx"), "x");
        Files.writeString(broken.resolve("tokenizer.json"), "{}");
        var refused = program().run("embedder", "change", "broken");
        assertTrue(refused.err().contains("the dimension"), refused.err());
    }

    @Test
    void theDoctorTellsThatTheGpuDidNotDoIt() {
        var program = program();
        program.run("settings", "set", "devices.embedding", "gpu");
        var told = program.run("doctor");
        assertAll(
                () -> assertEquals(1, told.code()),
                () -> assertTrue(told.out().contains("the CPU did the work"), told.out()));
    }
}

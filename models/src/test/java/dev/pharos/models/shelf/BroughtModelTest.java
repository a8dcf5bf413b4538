package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Models that their owner brings.
final class BroughtModelTest extends ShelfCase {
    @Test
    void aBroughtWhisperFileIsCopiedUnderANameThatCanBeTyped() throws Exception {
        var added = add(shelf(), demo);
        assertEquals("whisper/my-talk-1", added.info().id());
        assertArrayEquals(
                whisper, Files.readAllBytes(folder.resolve("whisper/ggml-my-talk-1.bin")));
        assertTrue(Files.exists(demo));
    }

    @Test
    void aFileThatTheCatalogueKnowsByItsHashBecomesThatEntry() throws Exception {
        var shelf = shelf(speech("base", whisper.length, TestShelf.sha256(whisper)));
        var added = add(shelf, demo);
        assertEquals("whisper/base", added.info().id());
        assertTrue(present(added).files().getFirst().published());
        assertTrue(Files.exists(folder.resolve("whisper/ggml-base.bin")));
    }

    @Test
    void anotherModelOfAKnownNameGetsANameOfItsOwn() throws Exception {
        Path named = Files.copy(demo, brought.resolve("ggml-base.bin"));
        var added = add(shelf(speech("base", 1, "0".repeat(64))), named);
        assertEquals("whisper/base-2", added.info().id());
    }

    @Test
    void theSameModelTwiceIsOnTheShelfOnce() throws Exception {
        var shelf = shelf();
        add(shelf, demo);
        Path again = Files.copy(demo, brought.resolve("other.bin"));
        assertEquals("whisper/my-talk-1", add(shelf, again).info().id());
        assertEquals(1, shelf.all().size());
    }

    @Test
    void aFileThatIsOnTheShelfAlreadyStaysAsItIs() throws Exception {
        Path mine = Files.createDirectories(folder.resolve("whisper")).resolve("ggml-mine.bin");
        Files.write(mine, whisper);
        assertEquals("whisper/mine", add(shelf(), mine).info().id());
        assertEquals(1, shelf().all().size());
    }

    @Test
    void theNameOfTheDemoIsNotGivenAway() throws Exception {
        Path named = Files.copy(demo, brought.resolve("ggml-demo.bin"));
        assertEquals("whisper/demo-2", add(shelf(), named).info().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 60_000})
    void aWhisperFileThatIsCutOffIsNoModel(int length) throws Exception {
        Path cut = Files.write(brought.resolve("cut.bin"), Arrays.copyOf(whisper, length));
        assertInstanceOf(Problem.NotAModel.class, problem(() -> add(shelf(), cut)));
        assertEquals(List.of(), shelf().all());
    }

    @Test
    void aWhisperFileWithDamagedWeightsIsNoModelAndLeavesNothingBehind() throws Exception {
        var damaged = whisper.clone();
        Arrays.fill(damaged, damaged.length - 40_000, damaged.length - 20_000, (byte) 0xFF);
        Path file = Files.write(brought.resolve("damaged.bin"), damaged);
        assertInstanceOf(Problem.NotAModel.class, problem(() -> add(shelf(), file)));
        assertFalse(Files.exists(folder.resolve("whisper/.incoming/adding-damaged")));
    }

    @Test
    void textIsNoModel() throws Exception {
        Path text = Files.writeString(brought.resolve("readme.bin"), "hello ".repeat(1000));
        assertInstanceOf(Problem.NotAModel.class, problem(() -> add(shelf(), text)));
    }

    @Test
    void nothingIsNoModel() {
        Path gone = brought.resolve("gone");
        assertEquals(new Problem.FileMissing(gone), problem(() -> add(shelf(), gone)));
    }

    @Test
    void addingCanBeCancelledAndLeavesNothing() {
        Progress never =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(CancellationException.class, () -> shelf().add(demo, never));
        assertEquals(List.of(), shelf().all());
    }

    @Test
    void aCloneOfAnEmbedderIsBroughtWithWhatRuntimesRead() throws Exception {
        Path model = embedder("Mein Modell");
        Files.writeString(model.resolve("README.md"), "words");
        var added = add(shelf(), model);
        assertEquals("embedding/Mein-Modell", added.info().id());
        try (var files = Files.list(folder.resolve("embedding/Mein-Modell"))) {
            assertEquals(
                    Set.of("model.onnx", "tokenizer.json", "pharos.json"),
                    Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    @Test
    void aFolderThatNobodyCanSearchWithIsRefusedAndSaysWhatIsMissing() throws Exception {
        Path model = embedder("mine");
        Files.delete(model.resolve("pharos.json"));
        assertEquals(
                new Problem.NotAModel(model, Detail.of(Detail.Kind.NO_DIMENSION)),
                problem(() -> add(shelf(), model)));
        assertEquals(List.of(), shelf().all());
    }

    @Test
    void theSameWeightsInAnotherUseAreAnotherModel() throws Exception {
        var shelf = shelf();
        Path model = embedder("mine");
        add(shelf, model);
        facts(model, 384, "cls");
        assertEquals("embedding/mine-2", add(shelf, model).info().id());
    }

    @Test
    void whatCouldNotBeUsedGivesItsNameToWhatCan() throws Exception {
        var shelf = shelf();
        Path model = embedder("mine");
        add(shelf, model);
        Path lacking = folder.resolve("embedding/mine/pharos.json");
        Files.delete(lacking);
        assertEquals("embedding/mine", add(shelf, model).info().id());
        assertTrue(Files.exists(lacking));
    }

    @Test
    void weightsThatItsFactsNameComeAlong() throws Exception {
        Path model = embedder("mine");
        Files.move(model.resolve("onnx/model.onnx"), model.resolve("onnx/small.onnx"));
        Files.writeString(
                model.resolve("pharos.json"),
                "{\"dimension\":384,\"maxTokens\":128,\"weights\":\"onnx/small.onnx\"}");
        add(shelf(), model);
        assertTrue(Files.exists(folder.resolve("embedding/mine/onnx/small.onnx")));
    }

    @Test
    void aGoodCopyMendsADamagedModel() throws Exception {
        var shelf = shelf();
        add(shelf, demo);
        Path file = folder.resolve("whisper/ggml-my-talk-1.bin");
        Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        assertEquals("whisper/my-talk-1", add(shelf, demo).info().id());
        assertArrayEquals(whisper, Files.readAllBytes(file));
    }

    @Test
    void aFolderWhoseModelClassifiesPairsIsAReranker() throws Exception {
        Path model = embedder("ranker");
        Files.writeString(
                model.resolve("config.json"),
                "{\"architectures\":[\"BertForSequenceClassification\"]}");
        assertEquals("reranking/ranker", add(shelf(), model).info().id());
    }

    @Test
    void aFolderThatTheCatalogueKnowsBecomesThatEntry() throws Exception {
        var known =
                TestShelf.entry(
                        "embedding/known",
                        ModelKind.EMBEDDING,
                        new RemoteFile(
                                "model.onnx",
                                "https://models.invalid/x",
                                5_006,
                                TestShelf.sha256(onnx(5_000))),
                        new RemoteFile(
                                "tokenizer.json",
                                "https://models.invalid/y",
                                TOKENIZER.length(),
                                null));
        assertEquals("embedding/known", add(shelf(known), embedder("clone")).info().id());
    }

    @Test
    void anOnnxFileThatIsCutOffIsNoModel() throws Exception {
        Path model = embedder("cut");
        Files.write(model.resolve("onnx/model.onnx"), Arrays.copyOf(onnx(5_000), 4_000));
        assertInstanceOf(Problem.NotAModel.class, problem(() -> add(shelf(), model)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"a\":1}", "{\"model\":{}", "<html>"})
    void aTokenizerThatIsNoneMakesNoModel(String tokenizer) throws Exception {
        Path model = embedder("bad");
        Files.writeString(model.resolve("tokenizer.json"), tokenizer);
        assertInstanceOf(Problem.NotAModel.class, problem(() -> add(shelf(), model)));
    }

    @Test
    void anEmptyFolderIsNoModel() {
        assertInstanceOf(
                Problem.NotAModel.class,
                problem(() -> add(shelf(), Files.createDirectory(brought.resolve("empty")))));
    }

    @Test
    void aPackIsKnownByItsName() throws Exception {
        Path jar = brought.resolve("natives-1.0.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("x/native/lib.so"));
            zip.write("code".getBytes(StandardCharsets.US_ASCII));
        }
        var pack =
                new Entry(
                        TestShelf.entry(
                                        "pack/natives",
                                        ModelKind.PACK,
                                        new RemoteFile("natives-1.0.jar", null, 0, null))
                                .info(),
                        false,
                        List.of("linux-x86_64"));
        var shelf = shelf(pack);
        assertEquals(
                new Problem.NotDownloadable("pack/natives", "natives-1.0.jar"),
                problem(() -> shelf.fetch("pack/natives", Progress.NONE)));
        assertEquals("pack/natives", add(shelf, jar).info().id());
        assertEquals(
                folder.resolve("packs/natives-1.0.jar"),
                present(shelf.find("pack/natives")).place());
    }
}

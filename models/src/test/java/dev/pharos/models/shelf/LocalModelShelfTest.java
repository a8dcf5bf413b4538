package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Models that their owner brings, takes away and checks; nothing here needs a network.
final class LocalModelShelfTest {
    private static final String TOKENIZER = "{\"version\":\"1.0\",\"model\":{\"vocab\":{}}}";

    @TempDir Path folder;
    @TempDir Path brought;
    private byte[] whisper = {};
    private Path demo = Path.of("");

    @BeforeEach
    void aRealModelIsAtHand() throws IOException {
        try (var bytes =
                LocalModelShelfTest.class.getResourceAsStream(
                        "/dev/pharos/models/whisper/ggml-demo.bin")) {
            whisper = bytes == null ? whisper : bytes.readAllBytes();
        }
        demo = Files.write(brought.resolve("my talk (1).bin"), whisper);
    }

    private LocalModelShelf shelf(Entry... entries) {
        return TestShelf.of(folder, TestShelf.IMPATIENT, DownloadSettings.DEFAULT, entries);
    }

    private static Entry speech(String name, long bytes, String sha256) {
        var file =
                new RemoteFile("ggml-" + name + ".bin", "https://models.invalid/x", bytes, sha256);
        return TestShelf.entry("whisper/" + name, ModelKind.SPEECH, file);
    }

    private static Shelved add(LocalModelShelf shelf, Path file) throws ProblemException {
        return shelf.add(file, Progress.NONE);
    }

    private static Problem problem(Executable work) {
        return assertThrows(ProblemException.class, work).problem();
    }

    private static State.Present present(Shelved shelved) {
        return assertInstanceOf(State.Present.class, shelved.state());
    }

    /// A file with the outermost fields of an ONNX model.
    private static byte[] onnx(int graph) {
        var bytes = new byte[graph + 6];
        bytes[0] = 1 << 3;
        bytes[1] = 8;
        bytes[2] = 7 << 3 | 2;
        bytes[3] = (byte) (graph & 0x7F | 0x80);
        bytes[4] = (byte) (graph >> 7 & 0x7F | 0x80);
        bytes[5] = (byte) (graph >> 14);
        return bytes;
    }

    private Path embedder(String name) throws IOException {
        Path model = Files.createDirectories(brought.resolve(name).resolve("onnx"));
        Files.write(model.resolve("model.onnx"), onnx(5_000));
        Files.writeString(brought.resolve(name).resolve("tokenizer.json"), TOKENIZER);
        facts(brought.resolve(name), 384, "mean");
        return brought.resolve(name);
    }

    private static void facts(Path model, int dimension, String pooling) throws IOException {
        Files.writeString(
                model.resolve("pharos.json"),
                "{\"dimension\":%d,\"maxTokens\":128,\"pooling\":\"%s\"}"
                        .formatted(dimension, pooling));
    }

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

    @Test
    void verifyingFindsASingleChangedByte() throws Exception {
        var shelf = shelf();
        add(shelf, demo);
        shelf.verify("whisper/my-talk-1", Progress.NONE);
        Path file = folder.resolve("whisper/ggml-my-talk-1.bin");
        var changed = whisper.clone();
        changed[whisper.length / 2]++;
        Files.write(file, changed);
        assertEquals(
                new Problem.ModelDamaged("whisper/my-talk-1", "ggml-my-talk-1.bin"),
                problem(() -> shelf.verify("whisper/my-talk-1", Progress.NONE)));
    }

    @Test
    void verifyingWhatIsNotHereSaysSo() {
        var shelf = shelf(speech("base", 10, "0".repeat(64)));
        assertInstanceOf(
                Problem.MissingModel.class,
                problem(() -> shelf.verify("whisper/base", Progress.NONE)));
        assertEquals(
                new Problem.UnknownModel("whisper/none"),
                problem(() -> shelf.verify("whisper/none", Progress.NONE)));
    }

    @Test
    void aFileThatWasPutThereByHandIsOnTheShelf() throws Exception {
        Files.createDirectories(folder.resolve("whisper"));
        Files.write(folder.resolve("whisper/ggml-mine.bin"), whisper);
        assertEquals(
                List.of("whisper/mine"),
                shelf().all().stream().map(model -> model.info().id()).toList());
    }

    @Test
    void aHandmadeFileOfTheWrongLengthIsNotTakenForTheModel() throws Exception {
        Files.createDirectories(folder.resolve("whisper"));
        Files.write(folder.resolve("whisper/ggml-base.bin"), new byte[100]);
        assertFalse(shelf(speech("base", 200, "0".repeat(64))).find("whisper/base").present());
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        var shelf = shelf();
        add(shelf, demo);
        shelf.remove("whisper/my-talk-1");
        assertEquals(List.of(), shelf.all());
        assertFalse(Files.exists(folder.resolve("whisper/ggml-my-talk-1.bin")));
    }

    @Test
    void aHalfDownloadIsRemovedToo() throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("whisper/.incoming/base"));
        Files.write(incoming.resolve("ggml-base.bin.part"), new byte[50]);
        var shelf = shelf(speech("base", 200, "0".repeat(64)));
        assertEquals(new State.Partial(50), shelf.find("whisper/base").state());
        shelf.remove("whisper/base");
        assertEquals(new State.Absent(), shelf.find("whisper/base").state());
    }

    private Path leftover(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("whisper/.incoming/adding-" + name));
        Files.write(copy.resolve("ggml-" + name + ".bin"), new byte[50]);
        return copy;
    }

    @Test
    void whatAKilledProgramLeftHalfCopiedIsClearedAway() throws Exception {
        Path dead = leftover("dead");
        Path working = leftover("working");
        Path download = Files.createDirectories(folder.resolve("whisper/.incoming/base"));
        try (var _ = ShelfLock.take(working.resolveSibling("adding-working.lock"), Progress.NONE)) {
            add(shelf(), demo);
        }
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(working));
        assertTrue(Files.exists(download));
    }

    @Test
    void whatWasPutAsideIsNoModelAndGoesWithWhatTookItsPlace() throws Exception {
        Path place = folder.resolve("embedding/mine");
        Path aside = folder.resolve("embedding/mine.replaced");
        for (Path each : List.of(place, aside)) {
            Files.createDirectories(each);
            Files.write(each.resolve("model.onnx"), onnx(5_000));
            Files.writeString(each.resolve("tokenizer.json"), TOKENIZER);
        }
        var shelf = shelf();
        assertEquals(
                List.of("embedding/mine"),
                shelf.all().stream().map(model -> model.info().id()).toList());
        shelf.remove("embedding/mine");
        assertFalse(Files.exists(aside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx/model.onnx", "onnx/model_quantized.onnx", "traced.pt"})
    void aFolderThatCanBeSearchedWithHasACard(String weights) throws Exception {
        Path place = folder.resolve("embedding/mine");
        Files.createDirectories(place.resolve(weights).getParent());
        Files.write(place.resolve(weights), onnx(5_000));
        Files.writeString(place.resolve("tokenizer.json"), TOKENIZER);
        var files = shelf().find("embedding/mine").info().files();
        assertEquals(weights, files.getFirst().name());
    }

    @Test
    void whatIsInUseOrComesWithTheProgramStays() {
        var bundled =
                new Entry(
                        TestShelf.entry("embedding/own", ModelKind.EMBEDDING).info(),
                        true,
                        List.of());
        var used =
                TestShelf.entry(
                        "reranking/used", ModelKind.RERANKING, TestShelf.file(null, 1, null));
        var shelf = shelf(bundled, used);
        assertEquals(
                new Problem.ModelInUse("embedding/own"),
                problem(() -> shelf.remove("embedding/own")));
        assertEquals(
                new Problem.ModelInUse("reranking/used"),
                problem(() -> shelf.remove("reranking/used")));
    }

    @Test
    void theDesktopsTrashTakesWhatIsRemovedAndKnowsWhereItWas() throws Exception {
        Path trash = folder.resolve("Trash");
        Files.createDirectories(trash.resolve("files"));
        Files.createDirectories(trash.resolve("info"));
        Path doomed = Files.writeString(folder.resolve("model ä.bin"), "x");
        Trash.remove(Optional.of(new Trash(trash, true)), doomed);
        assertFalse(Files.exists(doomed));
        assertEquals("x", Files.readString(trash.resolve("files/model ä.bin")));
        assertTrue(
                Files.readString(trash.resolve("info/model ä.bin.trashinfo"))
                        .contains("Path=" + doomed.toUri().getRawPath() + "\n"));
    }

    /// As a trash has it that was emptied halfway.
    @Test
    void aNoteWithoutItsFileInTheTrashCostsNoModel() throws Exception {
        Path trash = folder.resolve("Trash");
        Files.createDirectories(trash.resolve("files"));
        Files.createDirectories(trash.resolve("info"));
        Files.createFile(trash.resolve("info/model.bin.trashinfo"));
        Path doomed = Files.writeString(folder.resolve("model.bin"), "x");
        Trash.remove(Optional.of(new Trash(trash, true)), doomed);
        assertEquals("x", Files.readString(trash.resolve("files/model.bin.2")));
    }

    @Test
    void aModelThatDoesNotSuitTheMachineSaysWhy() throws Exception {
        var none = new Entry(speech("a", 10, "0".repeat(64)).info(), false, List.of("mars-z80"));
        var large = speech("b", Long.MAX_VALUE / 2, "0".repeat(64));
        var shelf = shelf(none, large, speech("c", 10, "0".repeat(64)));
        assertEquals(new Misfit.NoRuntime("linux-x86_64"), shelf.find("whisper/a").fit().misfit());
        assertInstanceOf(Misfit.TooLittleDisk.class, shelf.find("whisper/b").fit().misfit());
        assertNull(shelf.find("whisper/c").fit().misfit());
    }

    @Test
    void aModelThatNeedsMoreMemoryThanThereIsSaysSo() {
        var machine = new Machine("linux-x86_64", 1_000_000, () -> 10);
        assertEquals(
                new Misfit.TooLittleMemory(1 << 20, 800_000),
                machine.fit(speech("a", 10, "0".repeat(64)), 0, 100).misfit());
    }
}

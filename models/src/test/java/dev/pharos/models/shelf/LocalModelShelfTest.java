package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Models that are on the shelf: how they are listed, checked and taken away.
final class LocalModelShelfTest extends ShelfCase {
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
    void aFileOfTheWrongLengthIsDamagedAndCanBeRemoved() throws Exception {
        Files.createDirectories(folder.resolve("whisper"));
        Files.write(folder.resolve("whisper/ggml-base.bin"), new byte[100]);
        var shelf = shelf(speech("base", 200, null));
        assertEquals(Proof.DAMAGED, present(shelf.find("whisper/base")).proof());
        assertInstanceOf(
                Problem.ModelDamaged.class,
                problem(() -> shelf.verify("whisper/base", Progress.NONE)));
        shelf.remove("whisper/base");
        assertEquals(new State.Absent(), shelf.find("whisper/base").state());
    }

    @Test
    void getCannotMendWhatItsOwnerBrought() throws Exception {
        var shelf = shelf();
        add(shelf, demo);
        Files.write(folder.resolve("whisper/ggml-my-talk-1.bin"), new byte[100]);
        for (boolean force : new boolean[] {false, true}) {
            var said = problem(() -> shelf.fetch("whisper/my-talk-1", force, Progress.NONE));
            assertEquals(
                    force
                            ? new Problem.NotDownloadable("whisper/my-talk-1", "ggml-my-talk-1.bin")
                            : new Problem.ModelDamaged("whisper/my-talk-1", "ggml-my-talk-1.bin"),
                    said);
        }
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

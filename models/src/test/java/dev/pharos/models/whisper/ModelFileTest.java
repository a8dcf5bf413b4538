package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText.Model;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

class ModelFileTest {

    /// Offset of the number of audio heads in the header.
    private static final int AUDIO_HEADS = 16;

    @TempDir private Path folder;
    private Path demo;
    private byte[] whole;

    @BeforeEach
    void read() throws Exception {
        demo = new LocalSpeechModels(folder, folder).find(SpeechModels.DEMO);
        whole = Files.readAllBytes(demo);
    }

    private Problem.ModelUnavailable isRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("ggml-bad.bin"), bytes);
        var thrown = assertThrows(ProblemException.class, () -> ModelFile.read(file));
        var problem = assertInstanceOf(Problem.ModelUnavailable.class, thrown.problem());
        assertEquals("bad", problem.model());
        return problem;
    }

    @Test
    void aWholeModelTellsWhatItIs() throws ProblemException {
        assertEquals(new Model(demo, "demo", false, whole.length, 8_000), ModelFile.read(demo));
    }

    @Test
    void aQuantisedModelOfAnotherSizeIsWhole() throws Exception {
        var header = new ModelHeader(51_865, 1500, 256, 4, 2, 448, 256, 4, 1, 80, 1);
        Path file = RandomModel.write(header, folder.resolve("ggml-two.words.bin"));
        assertEquals(
                new Model(file, "two.words", true, Files.size(file), 30_000), ModelFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 50_000, 66_000, 68_000, 5_000_000, 10_009_728})
    void aModelThatEndsTooEarlyIsRefused(int length) throws IOException {
        isRefused(Arrays.copyOf(whole, length));
    }

    @Test
    void aModelWithoutWeightsIsRefused() throws IOException {
        isRefused(Arrays.copyOf(whole, 67_189));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 40, 100_000})
    void aModelWithBytesBehindItsEndIsLongerThanItTells(int more) throws IOException {
        var problem = isRefused(Arrays.copyOf(whole, whole.length + more));
        assertEquals(Detail.Kind.TOO_LONG, problem.detail().kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000, 9_000_000})
    void chanceInPlaceOfWeightsIsRefused(int at) throws IOException {
        var noise = new byte[1 << 16];
        new Random(5).nextBytes(noise);
        System.arraycopy(noise, 0, whole, at, noise.length);
        isRefused(whole);
    }

    private static ModelHeader narrow() {
        return new ModelHeader(51_864, 1500, 128, 2, 1, 448, 128, 2, 1, 80, 1);
    }

    @Test
    void onlyTheDemosOwnModelHearsItsShortWindow() throws Exception {
        Path copy = Files.write(folder.resolve("ggml-copy.bin"), whole);
        Path mine = RandomModel.write(narrow(), folder.resolve("ggml-mine.bin"));
        assertEquals(
                List.of(8_000, 30_000),
                List.of(ModelFile.read(copy).windowMs(), ModelFile.read(mine).windowMs()));
    }

    @Test
    void chanceIsRefused() throws IOException {
        var bytes = new byte[1_000_000];
        new Random(3).nextBytes(bytes);
        isRefused(bytes);
    }

    @Test
    void aTextIsRefused() throws IOException {
        isRefused("It was a dark and stormy night.\n".repeat(1000).getBytes());
    }

    @Test
    void aTensorOfAnotherTypeIsRefused() throws IOException {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(67_189 + 8, 1);
        isRefused(bytes);
    }

    @Test
    void headsThatDoNotDivideTheNetworkAreRefused() throws IOException {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(AUDIO_HEADS, 5);
        isRefused(bytes);
    }

    /// Decoding looks it up and does not expect it to be missing.
    @Test
    void aVocabularyWithoutABlankIsRefused() throws IOException {
        var bytes = whole.clone();
        bytes[67_189 - 1] = '_'; // the last token
        isRefused(bytes);
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("ggml-bad.bin"));
        var thrown = assertThrows(ProblemException.class, () -> ModelFile.read(bad));
        assertInstanceOf(Problem.ModelUnavailable.class, thrown.problem());
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        Path file = folder.resolve("ggml-none.bin");
        var thrown = assertThrows(ProblemException.class, () -> ModelFile.read(file));
        assertEquals(new Problem.MissingModel(file.toString(), folder), thrown.problem());
    }

    @Test
    void aModelThatWasReplacedIsReadAgain() throws Exception {
        var checks = new ModelChecks();
        Path file = Files.write(folder.resolve("ggml-mine.bin"), whole);
        checks.check(file, Progress.NONE);
        Files.write(file, new byte[10]);
        assertThrows(ProblemException.class, () -> checks.check(file, Progress.NONE));
    }

    @Test
    void readingAModelCanBeCancelled() throws Exception {
        Path file = Files.write(folder.resolve("ggml-mine.bin"), whole);
        assertThrows(
                CancellationException.class, () -> new ModelChecks().check(file, new Cancelled()));
    }
}

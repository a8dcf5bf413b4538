package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// Builds of whisper.cpp that a person plugs in, good and bad, with a GPU that exists in the test
/// only.
class PluggedInBuildTest {

    @TempDir private static Path cache;
    private static Options demo;
    private static Clip clip;
    private static WhisperSpeechToText speech;
    private static DeviceSettings settings = DeviceSettings.DEFAULT;
    private static Recognised onCpu;
    private final Set<Problem> notices = new LinkedHashSet<>();

    @BeforeAll
    static void recogniseAsItIs() throws Exception {
        clip = Clip.bundled("sentence-00");
        Path file = new LocalSpeechModels(cache, cache).find(SpeechModels.DEMO);
        demo = new Options(file, "en", false, null, 1);
        speech = new WhisperSpeechToText(cache, () -> settings);
        onCpu = speech.recognise(clip.samples(), demo, Progress.NONE);
    }

    @AfterAll
    static void end() {
        speech.close();
    }

    @BeforeEach
    void plugNothingIn() {
        settings = DeviceSettings.DEFAULT;
    }

    private static void plugIn(Path folder, String device) {
        settings =
                new DeviceSettings(DeviceChoice.of(device), DeviceChoice.AUTO, folder.toString());
    }

    private Recognised recognise() throws Exception {
        return recognise(demo);
    }

    private Recognised recognise(Options options) throws Exception {
        return speech.recognise(
                clip.samples(),
                options,
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return false;
                    }

                    @Override
                    public void notice(Problem problem) {
                        notices.add(problem);
                    }
                });
    }

    @Test
    void whatRunsOnAGpuSaysOnWhichOne() throws Exception {
        plugIn(FakeWhisper.WORKS.in(cache), "auto");
        assertEquals("CUDA0: Imaginary 9000", recognise().device());
        assertEquals(Set.of(), notices);
    }

    @Test
    void whoWantsTheCpuGetsTheCpu() throws Exception {
        plugIn(FakeWhisper.ABORTS.in(cache), "cpu");
        assertEquals("CPU", recognise().device());
        assertEquals(Set.of(), notices);
    }

    @Test
    void whatAGpuLeavesUndoneTheCpuDoes() throws Exception {
        plugIn(FakeWhisper.ABORTS.in(cache), "auto");
        assertEquals(onCpu, recognise());
    }

    @Test
    void aGpuThatAbortsIsNamedWithItsOwnWords() throws Exception {
        plugIn(FakeWhisper.ABORTS.in(cache), "gpu");
        recognise();
        assertEquals(
                Set.of(
                        new Problem.DeviceFailed(
                                "CUDA0",
                                "fake.cu:1: CUDA error: an illegal memory access was"
                                        + " encountered")),
                notices);
    }

    @Test
    void aFallToTheCpuIsToldEachTime() throws Exception {
        plugIn(FakeWhisper.ABORTS.in(cache), "auto");
        recognise();
        var first = Set.copyOf(notices);
        notices.clear();
        recognise();
        assertEquals(first, notices);
    }

    @Test
    void aModelTooLargeForTheGpuRunsOnTheCpu() throws Exception {
        plugIn(FakeWhisper.NO_MEMORY.in(cache), "auto");
        assertEquals(onCpu, recognise());
        var notice = assertInstanceOf(Problem.DeviceFailed.class, notices.iterator().next());
        assertTrue(notice.detail().toString().endsWith("out of memory"), notice::toString);
    }

    @Test
    void aGpuBuildThatFindsNoGpuSaysSo() throws Exception {
        plugIn(FakeWhisper.NO_GPU.in(cache), "auto");
        assertEquals("CPU", recognise().device());
        assertEquals(
                Set.of(new Problem.DeviceFailed("GPU", "whisper_backend_init_gpu: no GPU found")),
                notices);
    }

    @Test
    void aGpuThatTheBundledBuildCannotUseIsSaidToBeMissing() throws Exception {
        settings = new DeviceSettings(new DeviceChoice.Gpu(3), DeviceChoice.AUTO, null);
        assertEquals(onCpu, recognise());
        assertEquals(1, notices.size());
    }

    @Test
    void aForeignLayoutIsRefusedAndTheBundledBuildWorks() throws Exception {
        refused(FakeWhisper.FOREIGN.in(cache), "OTHER_VERSION 1.7.1 to 1.7.5: ");
    }

    @Test
    void aMissingFunctionIsNamedAndTheBundledBuildWorks() throws Exception {
        refused(
                FakeWhisper.INCOMPLETE.in(cache),
                "NO_FUNCTION whisper_full_get_token_data_from_state");
    }

    @Test
    void aFolderWithoutALibraryIsRefusedAndTheBundledBuildWorks() throws Exception {
        Path empty = Files.createDirectories(cache.resolve("empty"));
        refused(empty, "NO_PACK " + System.mapLibraryName("whisper") + ", " + empty);
    }

    @Test
    void aLibraryForAGpuThatDoesNotLoadIsNamed() throws Exception {
        Path build = WhisperNatives.ofThisMachine().unpack(cache.resolve("half"));
        var library = System.mapLibraryName("ggml-cuda");
        Files.writeString(build.resolve(library), "no library");
        plugIn(build, "auto");
        assertEquals(onCpu, recognise());
        var notice = assertInstanceOf(Problem.DeviceFailed.class, notices.iterator().next());
        assertTrue(notice.detail().toString().contains(library), notice::toString);
    }

    private void refused(Path folder, String beginning) throws Exception {
        plugIn(folder, "auto");
        assertEquals(onCpu, recognise());
        var notice = assertInstanceOf(Problem.RuntimeRefused.class, notices.iterator().next());
        assertEquals(folder.toString(), notice.folder());
        String detail = notice.detail().toString();
        assertTrue(detail.startsWith(beginning), detail);
    }

    @Test
    void aLibraryThatDiesAsItIsLoadedTakesNobodyWithIt() throws Exception {
        plugIn(FakeWhisper.DEADLY.in(cache), "auto");
        assertEquals(onCpu, recognise());
    }

    @Test
    void anotherModelGetsAProcessOfItsOwn() throws Exception {
        recognise();
        var before = speech.running();
        Path other = Files.copy(demo.model(), cache.resolve("ggml-other.bin"));
        recognise(new Options(other, "en", false, null, 1));
        assertNotEquals(before, speech.running());
        assertEquals(false, before != null && before.alive());
    }
}

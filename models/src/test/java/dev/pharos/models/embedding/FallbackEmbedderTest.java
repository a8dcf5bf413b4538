package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.models.natives.UnpackedResources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// No machine of the tests has a GPU; what they can show is how one fails.
class FallbackEmbedderTest {

    private static final Device GPU = new Device(Device.Api.CUDA, 0, "GPU 0");
    private static final List<String> TEXTS = List.of("lighthouse", "The lamp is lit.");

    @TempDir private static Path folder;

    @ParameterizedTest
    @EnumSource(
            value = FaultyNetworkChild.Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "HANGS")
    void whatFailsOnTheGpuIsDoneAgainOnTheCpu(FaultyNetworkChild.Fault fault) throws Exception {
        try (var embedder = faulty(fault);
                var plain = plain()) {
            for (int i = 0; i < FaultyNetworkChild.GOOD_RUNS; i++) {
                embedder.embed(TEXTS);
                assertEquals(GPU, embedder.device());
            }
            assertNull(embedder.notice());
            var expected = plain.embed(TEXTS);
            var found = embedder.embed(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                assertArrayEquals(expected.get(i), found.get(i), 1e-5f);
            }
            assertEquals(Device.CPU, embedder.device());
            var reason =
                    switch (fault) {
                        case DIES -> Detail.of(Kind.PROCESS_ENDED, 134);
                        case MEMORY -> Detail.of(Kind.PROCESS_ENDED, 3);
                        case SAYS -> Detail.said("CUDA failure 2: out of memory");
                        case HANGS -> throw new IllegalStateException();
                    };
            assertEquals(new Problem.DeviceFailed("GPU 0", reason), embedder.notice());
        }
    }

    /// By itself it would wait for two minutes.
    @Test
    void whoHangsUpDoesNotWaitForADriverThatHangs() throws Exception {
        try (var embedder = faulty(FaultyNetworkChild.Fault.HANGS);
                var thread = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < FaultyNetworkChild.GOOD_RUNS; i++) {
                embedder.embed(TEXTS);
            }
            long begin = System.nanoTime();
            var call = thread.submit(() -> embedder.embed(TEXTS));
            while (!call.isDone()) {
                embedder.hangUp();
                Thread.sleep(50);
            }
            assertEquals(TEXTS.size(), call.get().size());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 100);
        }
    }

    @Test
    void allCallsThatWereUnderWayEndOnTheCpu() throws Exception {
        try (var embedder = faulty(FaultyNetworkChild.Fault.DIES);
                var plain = plain();
                var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < FaultyNetworkChild.GOOD_RUNS; i++) {
                embedder.embed(TEXTS);
            }
            var expected = plain.embed(TEXTS);
            var calls = new ArrayList<Callable<List<float[]>>>();
            IntStream.range(0, 8).forEach(_ -> calls.add(() -> embedder.embed(TEXTS)));
            for (var call : threads.invokeAll(calls)) {
                assertArrayEquals(expected.getFirst(), call.get().getFirst(), 1e-5f);
            }
        }
    }

    /// The pack is the runtime that comes with the program, which knows no CUDA.
    @Test
    void aPackWithoutCudaLeavesTheWorkToTheCpu() throws Exception {
        var shelf = emptyShelf();
        shelf.miniLm("minilm");
        shelf.pack(Packs.ONNX_GPU, jarOf(OnnxNatives.resource("onnxruntime")));
        try (var embedder = embedders(shelf, DeviceChoice.AUTO).open("minilm")) {
            assertEquals(GPU, embedder.device());
            assertEquals(384, embedder.embedQuery("lighthouse").length);
            assertEquals(Device.CPU, embedder.device());
            var notice = embedder.notice();
            assertNotNull(notice);
            assertTrue(
                    notice.detail().toString().contains("onnxruntime_providers_cuda"),
                    notice::toString);
        }
    }

    @Test
    void aPackThatIsNoJarLeavesTheWorkToTheCpu() throws Exception {
        var shelf = emptyShelf();
        shelf.miniLm("minilm");
        shelf.pack(Packs.ONNX_GPU, Files.writeString(shelf.shelf().resolve("x"), "no jar"));
        try (var embedder = embedders(shelf, new DeviceChoice.Gpu(0)).open("minilm")) {
            embedder.embed(TEXTS);
            assertEquals(Device.CPU, embedder.device());
            assertNotNull(embedder.notice());
        }
    }

    @Test
    void aGpuThatIsWantedWithoutAPackNamesThePack() throws Exception {
        var shelf = emptyShelf();
        try (var embedder = embedders(shelf, new DeviceChoice.Gpu(1)).open()) {
            embedder.embed(TEXTS);
            assertEquals(
                    new Problem.DeviceFailed(
                            "GPU 1",
                            Detail.of(
                                    Kind.NO_PACK, Packs.ONNX_GPU, shelf.shelf().resolve("packs"))),
                    embedder.notice());
        }
    }

    @Test
    void withoutAPackNothingButTheCpuIsTried() throws Exception {
        var shelf = emptyShelf();
        try (var embedder = embedders(shelf, DeviceChoice.AUTO).open()) {
            assertTrue(embedder instanceof OnnxEmbedder);
        }
    }

    private static LocalEmbedders embedders(ModelFolders shelf, DeviceChoice choice) {
        return new LocalEmbedders(shelf.shelf(), ModelFolders.TEST_CACHE, () -> choice, 2);
    }

    private static ModelFolders emptyShelf() throws IOException {
        var place = Files.createTempDirectory(folder, "shelf");
        return new ModelFolders(place, ModelFolders.TEST_CACHE);
    }

    private static Embedder plain() {
        return new OnnxEmbedder(ModelFolders.TEST_CACHE, 2);
    }

    private static Embedder faulty(FaultyNetworkChild.Fault fault) {
        var flags = List.of("-Xmx64m", "-D" + FaultyNetworkChild.FAULT + "=" + fault);
        var recipe = new ChildJvm.Recipe(FaultyNetworkChild.class, flags);
        var failing =
                new ChildEmbedder(
                        PackagedModel.MINILM, ModelFolders.TEST_CACHE, 2, GPU, (_, _) -> recipe);
        return new FallbackEmbedder(List.of(failing, plain()));
    }

    private static Path jarOf(String resource) throws Exception {
        var url = UnpackedResources.class.getResource("/" + resource);
        return Path.of(new java.net.URI(url.getPath().replaceFirst("!.*", "")));
    }
}

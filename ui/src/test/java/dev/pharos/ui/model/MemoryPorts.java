package dev.pharos.ui.model;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ModelPorts;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// All that the window needs for models, in memory.
public final class MemoryPorts {
    private static final long LOOK_NANOS = 2_000_000;
    private static final long GIGA = 1_000_000_000;
    private static final Device RADEON = new Device(Device.Api.VULKAN, 0, "Radeon RX 6750");

    public final MemoryShelf shelf;
    public final MemoryEmbedding embedding = new MemoryEmbedding();
    public final Map<String, String> keys = new ConcurrentHashMap<>();

    /// What the endpoint answers with.
    public volatile String reply = "Hello from the harbour.";

    /// A search service that finds the same for all words.
    public final MemoryWeb web = new MemoryWeb();

    /// Whether the key store waits for its user.
    public volatile boolean locked;

    public MemoryPorts(Path folder) {
        shelf = new MemoryShelf(folder);
    }

    public ModelPorts ports() {
        return new ModelPorts(
                shelf, trial(), probe(), embedding, embedding, new Endpoints(), new Keys(), web);
    }

    /// Everything runs at three times real time.
    public static ModelTrial trial() {
        return (_, progress) -> {
            progress.checkpoint();
            return new ModelTrial.Outcome(Device.CPU, 6.2, 410);
        };
    }

    /// A machine with a GPU that one runtime can use and the others cannot.
    public static HardwareProbe probe() {
        return () ->
                new Hardware(
                        new Hardware.Cpu(
                                "AMD Ryzen 7 5800X", 8, 16, List.of("AVX2", "FMA", "F16C")),
                        16 * GIGA,
                        9 * GIGA,
                        List.of(new Hardware.Gpu("Radeon RX 6750", "AMD", "24.1.0", 12 * GIGA)),
                        List.of(
                                new Hardware.Runtime(
                                        "whisper.cpp", "1.7.5", List.of(RADEON, Device.CPU), null),
                                new Hardware.Runtime(
                                        "ONNX Runtime",
                                        "1.22.0",
                                        List.of(Device.CPU),
                                        new Why.NoPack("pack/onnxruntime-cuda")),
                                new Hardware.Runtime(
                                        "PyTorch",
                                        "",
                                        List.of(),
                                        new Why.NotHere("pack/pytorch-cpu"))));
    }

    private final class Keys implements Secrets {
        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            while (locked) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            keys.put(name, secret);
        }

        @Override
        public void forget(String name) {
            keys.remove(name);
        }

        @Override
        public Place place() {
            return Place.OWNER_ONLY_FILE;
        }
    }

    private final class Endpoints implements ChatEndpoints {
        @Override
        public List<String> models(ChatProfile profile, Progress progress) throws ProblemException {
            check(profile);
            return List.of("qwen3:4b", "llama3.2:3b", "gemma3:4b");
        }

        @Override
        public Trial test(ChatProfile profile, Progress progress) throws ProblemException {
            check(profile);
            return new Trial(String.valueOf(profile.model()), reply, 320, 1_240);
        }

        private void check(ChatProfile profile) throws ProblemException {
            if (!local(profile) && !profile.remoteAllowed()) {
                throw new ProblemException(new Problem.RemoteNotAllowed(profile.baseUrl()));
            }
            if (profile.baseUrl().endsWith(":9/v1")) {
                throw new ProblemException(
                        new Problem.EndpointFailed(profile.baseUrl(), "Connection refused"));
            }
        }

        @Override
        public LanguageModel open(ChatProfile profile) {
            throw new UnsupportedOperationException("nothing is answered here");
        }

        @Override
        public boolean local(ChatProfile profile) {
            try {
                String host = URI.create(profile.baseUrl()).getHost();
                return "127.0.0.1".equals(host) || "localhost".equals(host);
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }
}

package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.work.ChildJvm;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The embedder that comes with the program, and one for each folder below `embedding` on the
/// shelf, whose name is its id. On the CPU, ONNX runs in this process; PyTorch, and whatever uses a
/// GPU, runs in a process of its own with libraries that the owner has brought as a pack. Where a
/// GPU fails, the CPU takes over and [Embedder#notice] tells it. Any thread.
public final class LocalEmbedders implements Embedders {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEmbedders.class);

    /// Where the models are, on the shelf.
    public static final String FOLDER = "embedding";

    /// Where packs of native libraries are, on the shelf.
    public static final String PACKS = "packs";

    private final Path folder;
    private final Path cache;
    private final Packs packs;
    private final Supplier<DeviceChoice> choice;
    private final int threads;

    /// @param shelf folder of all models; may not exist
    /// @param cache a folder of the program's own
    /// @param choice of a device; asked for each time a model is opened
    /// @param threads how many runs of a model go at once: the number of cores
    public LocalEmbedders(Path shelf, Path cache, Supplier<DeviceChoice> choice, int threads) {
        this.folder = shelf.resolve(FOLDER);
        this.cache = cache;
        this.packs = new Packs(shelf.resolve(PACKS));
        this.choice = choice;
        this.threads = threads;
    }

    @Override
    public EmbeddingModel bundled() {
        return PackagedModel.MINILM.model();
    }

    @Override
    public List<EmbeddingModel> available() {
        var models = new ArrayList<EmbeddingModel>();
        if (Files.isDirectory(folder)) {
            try (var folders = Files.newDirectoryStream(folder, LocalEmbedders::visible)) {
                for (var each : folders) {
                    model(each).map(ModelFolder::model).ifPresent(models::add);
                }
            } catch (IOException | DirectoryIteratorException e) {
                LOG.warn("{} cannot be listed", folder, e);
            }
        }
        models.sort(Comparator.comparing(EmbeddingModel::id));
        models.addFirst(bundled());
        return List.copyOf(models);
    }

    /// The shelf keeps what is not whole yet in folders whose names begin with a dot.
    private static boolean visible(Path each) {
        var name = each.getFileName().toString();
        return Files.isDirectory(each) && !name.startsWith(".") && !ModelFiles.putAside(name);
    }

    @Override
    public boolean has(EmbeddingModel model) {
        if (model.id().equals(bundled().id())) {
            return true;
        }
        try {
            var place = folder.resolve(model.id());
            return folder.equals(place.getParent())
                    && visible(place)
                    && model(place).map(ModelFolder::model).filter(model::agreesWith).isPresent();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// @param choice of a device
    /// @param onnx pack that is here, or null
    /// @param torch likewise
    private record Setting(DeviceChoice choice, @Nullable Path onnx, Packs.@Nullable Torch torch) {}

    @Override
    public Object setting() {
        var chosen = choice.get();
        return new Setting(chosen, packs.onnxGpu().orElse(null), packs.torch(chosen).orElse(null));
    }

    private Optional<ModelFolder> model(Path each) {
        try {
            var model = ModelFolder.read(each, each.getFileName().toString());
            return Optional.of(model)
                    .filter(m -> !m.torchScript() || packs.torch(choice.get()).isPresent());
        } catch (IOException e) {
            LOG.debug("{} is left out", each, e);
            return Optional.empty();
        }
    }

    /// The bundled one.
    public Embedder open() {
        return onnx(PackagedModel.MINILM);
    }

    @Override
    public Placement placement(String model) throws ProblemException {
        try (var embedder = open(model)) {
            boolean cpuInSpiteOfPack =
                    embedder instanceof OnnxEmbedder
                            && choice.get() instanceof DeviceChoice.Auto
                            && packs.onnxGpu().isPresent();
            return new Placement(
                    embedder.device(), cpuInSpiteOfPack ? new Hardware.Why.FasterOnCpu() : null);
        }
    }

    @Override
    public Embedder open(String model) throws ProblemException {
        if (model.equals(bundled().id())) {
            return open();
        }
        try {
            var place = folder.resolve(model);
            if (!Files.isDirectory(place) || !folder.equals(place.getParent())) {
                throw new ProblemException(new Problem.MissingModel(model, folder));
            }
            var found = ModelFolder.read(place, model);
            return found.torchScript() ? torch(found) : onnx(found);
        } catch (InvalidPathException e) {
            throw new ProblemException(new Problem.MissingModel(model, folder), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.ModelUnavailable(model, Detail.of(e)), e);
        }
    }

    /// On a GPU, 8-bit weights are slower than on the CPU: CUDA's provider has no operations for
    /// them.
    private boolean gainsByGpu(ModelSource source) {
        try {
            return source instanceof ModelFolder model && !OnnxFile.roundsByRun(model.file());
        } catch (IOException e) {
            LOG.debug("{}", source, e);
            return false;
        }
    }

    private Embedder onnx(ModelSource source) {
        var plain = new OnnxEmbedder(source, cache, threads);
        var pack = packs.onnxGpu();
        return switch (choice.get()) {
            case DeviceChoice.Cpu _ -> plain;
            case DeviceChoice.Auto _ ->
                    pack.isPresent() && gainsByGpu(source)
                            ? new FallbackEmbedder(List.of(onGpu(source, 0, pack), plain))
                            : plain;
            case DeviceChoice.Gpu(int index) ->
                    new FallbackEmbedder(List.of(onGpu(source, index, pack), plain));
        };
    }

    private Embedder onGpu(ModelSource source, int index, Optional<Path> pack) {
        return child(
                source,
                index,
                (model, place) ->
                        recipe(
                                NetworkChild.Runtime.ONNX,
                                model,
                                index,
                                pack.orElseThrow(() -> noPack(Packs.ONNX_GPU))));
    }

    private Embedder torch(ModelFolder source) throws ProblemException {
        var chosen = choice.get();
        var pack =
                packs.torch(chosen)
                        .orElseThrow(() ->
                                new ProblemException(
                                        new Problem.MissingModel(
                                                Packs.torchName(), packs.folder())));
        var plain = torch(source, -1, pack.path());
        return switch (chosen) {
            case DeviceChoice.Cpu _ -> plain;
            case DeviceChoice.Auto _ ->
                    pack.cuda()
                            ? new FallbackEmbedder(List.of(torch(source, 0, pack.path()), plain))
                            : plain;
            case DeviceChoice.Gpu(int index) ->
                    new FallbackEmbedder(List.of(torch(source, index, pack.path()), plain));
        };
    }

    private Embedder torch(ModelFolder source, int gpu, Path pack) {
        return child(
                source, gpu, (model, _) -> recipe(NetworkChild.Runtime.TORCH, model, gpu, pack));
    }

    private Embedder child(ModelSource source, int gpu, ChildEmbedder.Launch launch) {
        var device = gpu < 0 ? Device.CPU : new Device(Device.Api.CUDA, gpu, "GPU " + gpu);
        return new ChildEmbedder(source, cache, threads, device, launch);
    }

    private ChildJvm.Recipe recipe(
            NetworkChild.Runtime runtime, ModelSource source, int gpu, Path pack)
            throws IOException {
        return new NetworkChild.Task(
                        runtime,
                        source.weights(cache),
                        new OnnxNetwork.Shape(
                                source.model().dimension(), source.reading().pooling()),
                        gpu,
                        pack,
                        cache,
                        threads)
                .recipe();
    }

    private IOException noPack(String name) {
        return new UnusableException(Kind.NO_PACK, name, packs.folder());
    }
}

package dev.pharos.models.embedding;

import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A shelf as an owner would have it, filled from the models and libraries in the tests' class
/// path.
///
/// @param shelf the folder of all models
/// @param cache where resources are unpacked
public record ModelFolders(Path shelf, Path cache) {
    /// Kept from run to run: unpacked, PyTorch has half a gigabyte.
    static final Path TEST_CACHE = Path.of("target", "embedding-cache").toAbsolutePath();

    static final ModelFacts MINILM = new ModelFacts(384, 256, "mean", null, null, null);
    static final ModelFacts BGE =
            new ModelFacts(
                    384,
                    512,
                    "cls",
                    "Represent this sentence for searching relevant passages: ",
                    null,
                    null);

    /// all-MiniLM-L6-v2 with 32-bit weights.
    public Path miniLm(String id) throws IOException {
        return onnx(id, "all-minilm-l6-v2", MINILM);
    }

    /// bge-small-en-v1.5 with 8-bit weights.
    Path bge(String id) throws IOException {
        return onnx(id, "bge-small-en-v1.5-q", BGE);
    }

    private Path onnx(String id, String resource, ModelFacts facts) throws IOException {
        var folder = folder(id, resource, facts);
        Files.copy(resource(resource + ".onnx"), folder.resolve("model.onnx"));
        return folder;
    }

    /// all-MiniLM-L6-v2 as TorchScript.
    public Path torchMiniLm(String id) throws IOException {
        var folder = folder(id, "all-minilm-l6-v2", MINILM);
        TorchMiniLm.write(resource("all-minilm-l6-v2.onnx"), folder.resolve("model.pt"));
        return folder;
    }

    /// PyTorch's libraries, from the test's class path.
    public Path torchPack() throws IOException, URISyntaxException {
        var properties = ModelFolders.class.getResource("/native/lib/pytorch.properties");
        var jar = Path.of(new java.net.URI(properties.getPath().replaceFirst("!.*", "")));
        return pack(jar.getFileName().toString(), jar);
    }

    /// PyTorch's libraries as a folder, by a link to where they are unpacked.
    void torchFolder() throws IOException {
        var resource =
                "pytorch/cpu/%s/%s"
                        .formatted(Packs.torchPlatform(), System.mapLibraryName("torch"));
        var libraries = new UnpackedResources(cache).folder(resource, _ -> true);
        var pack = shelf.resolve(LocalEmbedders.PACKS).resolve("pytorch-native-cpu-2.7.1/libtorch");
        Files.createDirectories(pack);
        Files.createSymbolicLink(pack.resolve("lib"), libraries);
    }

    /// Anything under the name of a pack.
    Path pack(String name, Path content) throws IOException {
        var packs = Files.createDirectories(shelf.resolve(LocalEmbedders.PACKS));
        return Files.copy(content, packs.resolve(name));
    }

    private Path folder(String id, String resource, ModelFacts facts) throws IOException {
        var folder = Files.createDirectories(shelf.resolve(LocalEmbedders.FOLDER).resolve(id));
        Files.copy(resource(resource + "-tokenizer.json"), folder.resolve("tokenizer.json"));
        facts.write(folder);
        return folder;
    }

    private Path resource(String name) throws IOException {
        return new UnpackedResources(cache).file(name);
    }
}

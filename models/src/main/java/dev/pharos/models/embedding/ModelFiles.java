package dev.pharos.models.embedding;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files in a model's folder that it cannot be without: the one rule by which folders are taken
/// for models.
///
/// @param weights ONNX or TorchScript
/// @param tokenizer `tokenizer.json`
public record ModelFiles(Path weights, Path tokenizer) {

    static final String TOKENIZER = "tokenizer.json";

    /// Where weights are looked for, in this order, unless `pharos.json` names them.
    private static final List<String> WEIGHTS =
            List.of("model.onnx", "onnx/model.onnx", "onnx/*.onnx", "*.onnx", "model.pt", "*.pt");

    /// Whether the shelf calls so what had the name of a model when that came.
    public static boolean putAside(String name) {
        return name.matches(".+\\.replaced(-\\d+)?");
    }

    /// Empty where the folder is no model, or `pharos.json` cannot be read.
    public static Optional<ModelFiles> in(Path folder) {
        try {
            var facts = folder.resolve(ModelFacts.FILE);
            var stated = Files.exists(facts) ? ModelFacts.read(facts).weights() : null;
            var tokenizer = folder.resolve(TOKENIZER);
            return Files.isRegularFile(tokenizer)
                    ? Optional.of(new ModelFiles(weights(folder, stated), tokenizer))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Of several files the first by name: always the same one, as vectors carry the folder's name.
    ///
    /// @param stated what `pharos.json` names, or null
    /// @throws IOException if there are none, or what is stated is no name of a file
    static Path weights(Path folder, @Nullable String stated) throws IOException {
        for (String pattern : stated == null ? WEIGHTS : List.of(stated)) {
            var found = matching(folder, pattern);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        throw new UnusableException(Kind.NO_WEIGHTS);
    }

    private static List<Path> matching(Path folder, String pattern) throws IOException {
        try {
            int slash = pattern.lastIndexOf('/') + 1;
            var parent = folder.resolve(pattern.substring(0, slash));
            if (!Files.isDirectory(parent)) {
                return List.of();
            }
            var found = new ArrayList<Path>();
            try (var files = Files.newDirectoryStream(parent, pattern.substring(slash))) {
                files.forEach(found::add);
            }
            found.sort(null);
            return found;
        } catch (IllegalArgumentException | DirectoryIteratorException e) {
            throw new UnusableException(Detail.of(Kind.UNREADABLE, ModelFacts.FILE), e);
        }
    }
}

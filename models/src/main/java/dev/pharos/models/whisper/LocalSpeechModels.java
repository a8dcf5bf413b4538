package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.models.natives.UnpackedResources;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The model files in a folder, `ggml-NAME.bin`, and the demo's own model, which comes with the
/// program and is unpacked when it is asked for. Any thread.
public final class LocalSpeechModels implements SpeechModels {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSpeechModels.class);

    /// How the shelf's ids of these models begin; either name will do.
    private static final String ON_SHELF = "whisper/";

    private static final String DEMO_RESOURCE = "dev/pharos/models/whisper/ggml-demo.bin";

    private final Path folder;
    private final Path cache;

    /// @param folder of model files; may not exist
    /// @param cache a folder of the program's own
    public LocalSpeechModels(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    @Override
    public Path find(String name) throws ProblemException {
        if (name.equals(DEMO) || name.equals(ON_SHELF + DEMO)) {
            return demo();
        }
        if (!name.isBlank()) {
            try {
                String plain = name.startsWith(ON_SHELF) ? name.substring(ON_SHELF.length()) : name;
                Path named = folder.resolve("ggml-" + plain + ".bin");
                if (Files.isRegularFile(named)) {
                    return named;
                }
                Path file = Path.of(name);
                if (Files.exists(file)) {
                    return file;
                }
            } catch (InvalidPathException _) {
                // then it is no file either
            }
        }
        throw new ProblemException(new Problem.MissingModel(name, folder));
    }

    private Path demo() throws ProblemException {
        try {
            return new UnpackedResources(cache).file(DEMO_RESOURCE);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.ModelUnavailable(DEMO, String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public List<String> names() {
        var names = new TreeSet<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "ggml-*.bin")) {
                files.forEach(file -> names.add(ModelFile.nameOf(file)));
            } catch (IOException | DirectoryIteratorException e) {
                LOG.warn("{} cannot be listed", folder, e);
            }
        }
        names.remove(DEMO);
        return Stream.concat(names.stream(), Stream.of(DEMO)).toList();
    }

    @Override
    public Path folder() {
        return folder;
    }
}

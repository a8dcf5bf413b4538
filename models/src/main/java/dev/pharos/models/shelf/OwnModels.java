package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.models.embedding.ModelFiles;
import dev.pharos.models.shelf.Catalogue.Entry;
import dev.pharos.models.whisper.ModelFile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The models of its owner's on a shelf, however they came there.
record OwnModels(Places places, Catalogue catalogue) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnModels.class);

    /// What lies in the folders and is not of the catalogue.
    List<Entry> all() {
        var own = new ArrayList<Entry>();
        for (var kind : List.of(ModelKind.SPEECH, ModelKind.EMBEDDING, ModelKind.RERANKING)) {
            for (Path path : listed(places.folder(kind))) {
                var info = kind == ModelKind.SPEECH ? speech(path) : folder(kind, path);
                if (info != null && catalogue.find(info.id()).isEmpty()) {
                    own.add(new Entry(info, false, List.of()));
                }
            }
        }
        return own;
    }

    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !ModelFiles.putAside(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", folder, e);
            return List.of();
        }
    }

    private static @Nullable ModelInfo speech(Path path) {
        String file = path.getFileName().toString();
        return Files.isRegularFile(path) && file.matches("ggml-.+\\.bin")
                ? Intake.own(ModelKind.SPEECH, ModelFile.nameOf(path), List.of(own(file, path)))
                : null;
    }

    private static @Nullable ModelInfo folder(ModelKind kind, Path path) {
        return ModelFiles.in(path)
                .map(found ->
                        Stream.of(found.weights(), found.tokenizer())
                                .map(file -> own(within(path, file), file))
                                .toList())
                .map(files -> Intake.own(kind, path.getFileName().toString(), files))
                .orElse(null);
    }

    private static String within(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static RemoteFile own(String name, Path path) {
        return new RemoteFile(name, null, path.toFile().length(), null);
    }
}

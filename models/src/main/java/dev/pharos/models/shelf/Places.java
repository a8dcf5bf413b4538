package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.models.embedding.ModelFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Where models lie below the shelf's folder: a Whisper model is `whisper/ggml-NAME.bin`, an
/// embedder the folder `embedding/NAME`, a reranker `reranking/NAME`, a pack a file in `packs`.
/// What is not whole yet lies in `.incoming` beside them, so that a finished model changes its name
/// only and never the disk.
record Places(Path root) {
    static final String INCOMING = ".incoming";
    static final String ADDING = "adding-";
    static final String LOCK = ".lock";

    /// A model of one file has no folder of its own.
    static boolean single(ModelKind kind) {
        return kind == ModelKind.SPEECH || kind == ModelKind.PACK;
    }

    /// The part of an id behind its kind, which names files and folders.
    static String name(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    static String id(ModelKind kind, String name) {
        return switch (kind) {
                    case SPEECH -> "whisper/";
                    case EMBEDDING -> "embedding/";
                    case RERANKING -> "reranking/";
                    case CHAT -> "chat/";
                    case PACK -> "pack/";
                }
                + name;
    }

    Path folder(ModelKind kind) {
        return root.resolve(
                switch (kind) {
                    case SPEECH -> "whisper";
                    case EMBEDDING -> "embedding";
                    case RERANKING -> "reranking";
                    case CHAT -> "chat";
                    case PACK -> "packs";
                });
    }

    /// The folder that a model's files lie in.
    Path home(ModelInfo info) {
        var folder = folder(info.kind());
        return single(info.kind()) ? folder : folder.resolve(name(info.id()));
    }

    /// What the model is taken by: its file, or its folder.
    Path place(ModelInfo info) {
        return single(info.kind()) && !info.files().isEmpty()
                ? home(info).resolve(info.files().getFirst().name())
                : home(info);
    }

    /// What had the name of a model when that came, see [Installed].
    List<Path> putAside(ModelInfo info) throws IOException {
        String name = place(info).getFileName() + ".";
        try (var beside = Files.list(place(info).toAbsolutePath().getParent())) {
            return beside.filter(path -> path.getFileName().toString().startsWith(name))
                    .filter(path -> ModelFiles.putAside(path.getFileName().toString()))
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /// Where a model that its owner brings is copied to first; beside it lies its lock.
    Path adding(ModelKind kind, String name) {
        return incoming(kind, ADDING + name);
    }

    Path incoming(ModelInfo info) {
        return incoming(info.kind(), name(info.id()));
    }

    Path incoming(ModelKind kind, String name) {
        return folder(kind).resolve(INCOMING).resolve(name);
    }

    Path lock(ModelInfo info) {
        return folder(info.kind()).resolve(INCOMING).resolve(name(info.id()) + LOCK);
    }

    Path checks(ModelInfo info) {
        return folder(info.kind()).resolve(".checked").resolve(name(info.id()) + ".json");
    }

    Path fingerprints(ModelInfo info) {
        return folder(info.kind()).resolve(".fingerprints").resolve(name(info.id()) + ".json");
    }
}

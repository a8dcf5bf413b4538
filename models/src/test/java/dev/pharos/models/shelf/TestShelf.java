package dev.pharos.models.shelf;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Shelves with a catalogue of a few small files.
final class TestShelf {
    static final String ID = "reranking/thing";
    static final String FILE = "model.onnx";

    /// Tries often, waits little, and takes a server for silent only after as long as a slow
    /// machine may need.
    static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(60), Duration.ofMillis(1), 8, Duration.ofSeconds(3));

    static final Machine MACHINE = new Machine("linux-x86_64", 16L << 30, () -> 10);

    private TestShelf() {}

    /// One model of one file, at `address` + `/thing`.
    static LocalModelShelf of(Path folder, String address, long bytes, @Nullable String sha256) {
        return of(folder, IMPATIENT, file(address, bytes, sha256));
    }

    static RemoteFile file(@Nullable String address, long bytes, @Nullable String sha256) {
        return new RemoteFile(FILE, address == null ? null : address + "/thing", bytes, sha256);
    }

    static LocalModelShelf of(Path folder, Patience patience, RemoteFile... files) {
        return of(
                folder, patience, DownloadSettings.DEFAULT, entry(ID, ModelKind.RERANKING, files));
    }

    static Entry entry(String id, ModelKind kind, RemoteFile... files) {
        var info =
                new ModelInfo(
                        id, kind, id, List.of(files), 1 << 20, List.of(), "MIT", null, 1, false);
        return new Entry(info, false, List.of());
    }

    static LocalModelShelf of(
            Path folder, Patience patience, DownloadSettings settings, Entry... entries) {
        var fetching = new Fetching(patience, Map.of(), UnaryOperator.identity());
        return of(folder, fetching, settings, entries);
    }

    static LocalModelShelf of(
            Path folder, Fetching fetching, DownloadSettings settings, Entry... entries) {
        return new LocalModelShelf(
                folder,
                folder.resolve("cache"),
                () -> settings,
                () -> Set.of("reranking/used"),
                new LocalModelShelf.Equipment(
                        new Catalogue(List.of(entries)), MACHINE, fetching, Optional.empty()));
    }

    static String sha256(byte[] bytes) {
        try {
            return FileHash.sha256(new ByteArrayInputStream(bytes), _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

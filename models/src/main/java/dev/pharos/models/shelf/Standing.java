package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much of a model is on the disk.
///
/// @param cache that bundled models are unpacked to
record Standing(Places places, Path cache) {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    State of(Entry entry) {
        var info = entry.info();
        if (entry.bundled()) {
            return new State.Present(cache, info.bytes(), true, bundled(info), Proof.AS_IT_CAME);
        }
        if (info.files().isEmpty()) {
            return new State.Absent();
        }
        try {
            var kept = new Fingerprints(places).of(info);
            if (whole(info, kept)) {
                var proof = new Checks(places).of(info, kept);
                return new State.Present(places.place(info), size(info), false, kept, proof);
            }
            long come = Fetching.size(places.incoming(info));
            if (come > 0) {
                return new State.Partial(come);
            }
            return there(info)
                    ? new State.Present(places.place(info), size(info), false, kept, Proof.DAMAGED)
                    : new State.Absent();
        } catch (IOException e) {
            LOG.debug("{}", info.id(), e);
            return new State.Absent();
        }
    }

    static List<Fingerprint> bundled(ModelInfo info) {
        return info.files().stream()
                .map(file ->
                        new Fingerprint(
                                file.name(), file.bytes(), String.valueOf(file.sha256()), true))
                .toList();
    }

    /// Every file is there, and as long as it should be, or as it was when it came.
    boolean whole(ModelInfo info, List<Fingerprint> kept) throws IOException {
        for (var file : info.files()) {
            Path path = places.home(info).resolve(file.name());
            if (!Files.isRegularFile(path)) {
                return false;
            }
            long size = Files.size(path);
            boolean asKept =
                    kept.stream()
                            .anyMatch(one -> one.name().equals(file.name()) && one.bytes() == size);
            if (file.bytes() > 0 && file.bytes() != size && !asKept) {
                return false;
            }
        }
        return true;
    }

    /// Every file is there, however long.
    private boolean there(ModelInfo info) {
        return info.files().stream()
                .allMatch(file -> Files.isRegularFile(places.home(info).resolve(file.name())));
    }

    private long size(ModelInfo info) throws IOException {
        Path place = places.place(info);
        return Files.isDirectory(place) ? Fetching.size(place) : Files.size(place);
    }
}

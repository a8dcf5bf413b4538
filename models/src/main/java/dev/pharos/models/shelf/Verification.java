package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;
import dev.pharos.models.whisper.ModelFile;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads every byte of a model again.
///
/// @param kept what its files were when they came; empty where nobody has seen them come
record Verification(Places places, Entry entry, List<Fingerprint> kept) {

    /// @param progress in bytes
    /// @return what the files are
    /// @throws ProblemException `ModelDamaged`
    /// @throws IOException `NoSuchFileException` where one is missing
    List<Fingerprint> run(Progress progress) throws ProblemException, IOException {
        var files = entry.info().files();
        var names =
                kept.isEmpty()
                        ? files.stream().map(RemoteFile::name).toList()
                        : kept.stream().map(Fingerprint::name).toList();
        if (names.isEmpty()) {
            throw new NoSuchFileException(entry.info().id());
        }
        var checks = new Checks(places);
        var seen = entry.bundled() ? List.<Checks.Seen>of() : checks.seen(entry.info(), names);
        var found = new ArrayList<Fingerprint>();
        long before = 0;
        for (var name : names) {
            var one = read(name, before, progress);
            if (!asItShouldBe(one)) {
                checks.keep(entry.info(), seen, false);
                throw new ProblemException(new Problem.ModelDamaged(entry.info().id(), name));
            }
            found.add(one);
            before += one.bytes();
        }
        checks.keep(entry.info(), seen, true);
        return found;
    }

    /// Where nobody knows its hash, its length can still be wrong.
    private boolean asItShouldBe(Fingerprint one) {
        var expected = expected(one.name());
        return expected != null
                ? expected.equals(one.sha256())
                : entry.info().files().stream()
                        .filter(file -> file.name().equals(one.name()) && file.bytes() > 0)
                        .allMatch(file -> file.bytes() == one.bytes());
    }

    /// Whether all is there and as it was when it came.
    boolean sound(Progress progress) throws IOException {
        try {
            run(progress);
            return true;
        } catch (NoSuchFileException | ProblemException _) {
            return false;
        }
    }

    private Fingerprint read(String name, long before, Progress progress) throws IOException {
        try (var bytes = open(name)) {
            var length = new long[1];
            var sha256 =
                    FileHash.sha256(
                            bytes,
                            done -> {
                                progress.checkpoint();
                                progress.report(before + done, entry.info().bytes());
                                length[0] = done;
                            });
            boolean published =
                    entry.info().files().stream().anyMatch(file -> sha256.equals(file.sha256()));
            return new Fingerprint(name, length[0], sha256, published);
        }
    }

    private InputStream open(String name) throws IOException {
        if (!entry.bundled()) {
            return Files.newInputStream(places.home(entry.info()).resolve(name));
        }
        var resource =
                entry.info().kind() == ModelKind.SPEECH
                        ? ModelFile.class.getResourceAsStream(name)
                        : Verification.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return resource;
    }

    /// What it was when it came, else what is published, else null.
    private @Nullable String expected(String name) {
        var came = kept.stream().filter(file -> file.name().equals(name)).map(Fingerprint::sha256);
        var stated =
                entry.info().files().stream()
                        .filter(file -> file.name().equals(name))
                        .map(RemoteFile::sha256)
                        .filter(Objects::nonNull);
        return Stream.concat(came, stated).findFirst().orElse(null);
    }
}

package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.EmbedderFolder;
import dev.pharos.models.shelf.Brought.Piece;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings models from the disk onto the shelf: copied beside their place, looked at from end to
/// end, recognised, and only then named.
record Intake(Places places, Catalogue catalogue, Fingerprints fingerprints) {

    /// A model as the shelf would list it that its owner brought.
    static ModelInfo own(ModelKind kind, String name, List<RemoteFile> files) {
        return new ModelInfo(
                Places.id(kind, name), kind, name, files, 0, List.of(), null, null, 0, false);
    }

    /// @param here what the shelf has already
    /// @return what it has become
    /// @throws ProblemException as `ModelShelf.add`
    ModelInfo take(Brought brought, List<ModelInfo> here, Progress progress)
            throws ProblemException {
        Path folder = places.folder(brought.kind());
        Path staged = places.adding(brought.kind(), brought.name());
        Path lock = staged.resolveSibling(staged.getFileName() + Places.LOCK);
        try (var _ = ShelfLock.take(lock, progress)) {
            try {
                Trash.delete(staged);
                Files.createDirectories(staged);
                Room.check(staged, brought.bytes());
                var copied = copy(brought, staged, progress);
                brought.check(staged);
                return place(brought, staged, copied, here, progress);
            } finally {
                Trash.delete(staged);
            }
        } catch (AccessDeniedException e) {
            var denied = Path.of(String.valueOf(e.getFile()));
            throw new ProblemException(
                    denied.startsWith(places.root())
                            ? new Problem.FolderNotWritable(folder)
                            : new Problem.AccessDenied(denied),
                    e);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    private static List<Fingerprint> copy(Brought brought, Path staged, Progress progress)
            throws IOException {
        var copied = new ArrayList<Fingerprint>();
        long before = 0;
        for (var piece : brought.pieces()) {
            Path target = staged.resolve(piece.name());
            Files.createDirectories(target.getParent());
            copied.add(copy(piece, target, before, brought.bytes(), progress));
            before += piece.bytes();
        }
        return copied;
    }

    private static Fingerprint copy(
            Piece piece, Path target, long before, long total, Progress progress)
            throws IOException {
        var digest = FileHash.digest();
        long done = 0;
        try (var in = Files.newInputStream(piece.source());
                var out = Files.newOutputStream(target)) {
            var bytes = new byte[FileHash.PIECE];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                progress.checkpoint();
                digest.update(bytes, 0, n);
                out.write(bytes, 0, n);
                done += n;
                progress.report(before + done, total);
            }
        }
        return new Fingerprint(piece.name(), done, FileHash.written(digest), false);
    }

    private ModelInfo place(
            Brought brought,
            Path staged,
            List<Fingerprint> copied,
            List<ModelInfo> here,
            Progress progress)
            throws IOException, ProblemException {
        var twin = here.stream().filter(info -> same(info, copied)).findFirst();
        if (twin.isPresent() && usable(twin.get()) && sound(twin.get(), progress)) {
            return twin.get();
        }
        var known = known(brought, copied);
        var damaged = twin.filter(Intake.this::usable); // what came takes its place
        var info = damaged.or(() -> known).orElseGet(() -> own(brought, copied, here));
        brought.checkUsable(staged, Places.name(info.id()));
        boolean listed = catalogue.find(info.id()).isPresent();
        var files = listed ? published(info, copied) : renamed(info, copied);
        try (var _ = ShelfLock.take(places.lock(info), progress)) {
            Installed.as(
                    places.place(info),
                    Places.single(info.kind()) ? staged.resolve(copied.getFirst().name()) : staged);
            Trash.delete(places.incoming(info));
            fingerprints.came(info, files);
        }
        return info;
    }

    /// Whether the files of a model lie there as they came.
    private boolean sound(ModelInfo info, Progress progress) throws IOException {
        var entry = catalogue.find(info.id()).orElse(new Catalogue.Entry(info, false, List.of()));
        return new Verification(places, entry, fingerprints.of(info)).sound(progress);
    }

    /// Whether an embedder can be opened from the folder: one may have been put there by hand.
    private boolean usable(ModelInfo info) {
        if (info.kind() != ModelKind.EMBEDDING) {
            return true;
        }
        try {
            EmbedderFolder.check(places.home(info), Places.name(info.id()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether a model that is here had the same bytes when it came.
    private boolean same(ModelInfo info, List<Fingerprint> copied) {
        var kept = fingerprints.of(info);
        return kept.size() == copied.size()
                && kept.stream()
                        .allMatch(file ->
                                copied.stream()
                                        .anyMatch(other -> other.sha256().equals(file.sha256())));
    }

    /// The catalogue's entry whose every file has come.
    private Optional<ModelInfo> known(Brought brought, List<Fingerprint> copied) {
        return catalogue.entries().stream()
                .filter(entry -> !entry.bundled())
                .map(Catalogue.Entry::info)
                .filter(info -> info.kind() == brought.kind() && !info.files().isEmpty())
                .filter(info ->
                        info.files().stream()
                                .allMatch(file -> copied.stream().anyMatch(copy -> is(file, copy))))
                .filter(info ->
                        info.files().stream().anyMatch(Intake::stated)
                                || Places.name(info.id()).equals(brought.name()))
                .findFirst();
    }

    private static boolean stated(RemoteFile file) {
        return file.sha256() != null || file.bytes() > 0;
    }

    private static boolean is(RemoteFile file, Fingerprint copy) {
        return file.sha256() != null
                ? file.sha256().equals(copy.sha256())
                : file.name().equals(copy.name())
                        && (file.bytes() == 0 || file.bytes() == copy.bytes());
    }

    private static List<Fingerprint> published(ModelInfo info, List<Fingerprint> copied) {
        var stated = info.files().stream().map(RemoteFile::sha256).toList();
        return copied.stream()
                .map(copy ->
                        new Fingerprint(
                                Places.single(info.kind())
                                        ? info.files().getFirst().name()
                                        : copy.name(),
                                copy.bytes(),
                                copy.sha256(),
                                stated.contains(copy.sha256())))
                .toList();
    }

    private static List<Fingerprint> renamed(ModelInfo info, List<Fingerprint> copied) {
        return Places.single(info.kind())
                ? List.of(
                        new Fingerprint(
                                info.files().getFirst().name(),
                                copied.getFirst().bytes(),
                                copied.getFirst().sha256(),
                                false))
                : copied;
    }

    /// Under a name that neither the catalogue nor the disk has, or that of a folder of its owner's
    /// that cannot be used.
    private ModelInfo own(Brought brought, List<Fingerprint> copied, List<ModelInfo> here) {
        String name = brought.name();
        for (int i = 2; taken(brought.kind(), name, here); i++) {
            name = brought.name() + "-" + i;
        }
        boolean speech = brought.kind() == ModelKind.SPEECH;
        String file = fileOrFolder(brought.kind(), name);
        var files =
                copied.stream()
                        .map(copy ->
                                new RemoteFile(
                                        speech ? file : copy.name(), null, copy.bytes(), null))
                        .toList();
        return own(brought.kind(), name, files);
    }

    private static String fileOrFolder(ModelKind kind, String name) {
        return kind == ModelKind.SPEECH ? "ggml-" + name + ".bin" : name;
    }

    private boolean taken(ModelKind kind, String name, List<ModelInfo> here) {
        String id = Places.id(kind, name);
        return catalogue.find(id).isPresent()
                || here.stream().anyMatch(info -> info.id().equals(id) && usable(info))
                || kind == ModelKind.SPEECH && name.equals(SpeechModels.DEMO)
                || here.stream().noneMatch(info -> info.id().equals(id))
                        && Files.exists(places.folder(kind).resolve(fileOrFolder(kind, name)));
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.library.MirrorPlan.Step;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.WrittenLink;
import dev.pharos.engine.note.WrittenLinks;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.storage.SqliteMirror;
import dev.pharos.engine.storage.SqliteMirror.Pair;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.WholeFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Keeps the notes that are written here and the Markdown files of a folder the same, in both
/// directions: see [Library#mirror]. One call at a time.
final class NoteMirror {
    private static final Logger LOG = LoggerFactory.getLogger(NoteMirror.class);

    private final SqliteMirror rows;
    private final Sources sources;
    private final FileBlobs blobs;
    private final LibraryNotes notes;
    private final Trash trash;

    NoteMirror(
            SqliteMirror rows, Sources sources, FileBlobs blobs, LibraryNotes notes, Trash trash) {
        this.rows = rows;
        this.sources = sources;
        this.blobs = blobs;
        this.notes = notes;
        this.trash = trash;
    }

    Mirrored mirror(Path folder, boolean deleteMost, Progress progress) throws ProblemException {
        try {
            Files.createDirectories(folder);
            var own =
                    sources.all().stream()
                            .filter(source ->
                                    source.kind() == SourceKind.NOTE && !source.path().isAbsolute())
                            .toList();
            var plan = MirrorPlan.of(files(folder, progress), own, rows.pairs(folder));
            if (plan.deletesMost() && !deleteMost) {
                throw new ProblemException(
                        new Problem.MostWouldGo(folder, plan.deletions(), plan.known()));
            }
            return new Run(folder).take(plan.steps(), progress);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    /// Content hashes of all Markdown files by their path below the folder; what is hidden is
    /// passed over.
    private Map<Path, String> files(Path folder, Progress progress) throws ProblemException {
        var found = new HashMap<Path, String>();
        for (Path file : ImportFiles.under(List.of(folder), folder.resolve(".trash")).files()) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".md")) {
                found.put(folder.relativize(file), blobs.hash(file, progress));
            }
        }
        return found;
    }

    /// One mirroring of one folder.
    private final class Run {
        private final Path folder;
        private final List<Path> read = new ArrayList<>();
        private final List<Path> written = new ArrayList<>();
        private final List<Path> merged = new ArrayList<>();
        private final List<Path> keptTwice = new ArrayList<>();
        private final List<Path> trashed = new ArrayList<>();
        private final List<Path> deleted = new ArrayList<>();

        private Run(Path folder) {
            this.folder = folder;
        }

        Mirrored take(List<Step> steps, Progress progress) throws ProblemException, IOException {
            for (int i = 0; i < steps.size(); i++) {
                progress.checkpoint();
                take(steps.get(i));
                progress.report(i + 1, steps.size());
            }
            return new Mirrored(read, written, merged, keptTwice, trashed, deleted);
        }

        private void take(Step step) throws ProblemException, IOException {
            switch (step) {
                case Step.Read(var note, var file, var base) -> read(note, file, base);
                case Step.Create(var file) -> create(file);
                case Step.Write(var note) -> {
                    write(note.id());
                    written.add(note.path());
                }
                case Step.MoveNote(var note, var to) -> {
                    sources.moved(note.id(), to);
                    agree(note.id());
                    read.add(to);
                }
                case Step.Trash(var note) -> {
                    trash.put(List.of(note.id()));
                    rows.forget(folder, note.id());
                    trashed.add(note.path());
                }
                case Step.Delete(var pair) -> {
                    vacate(pair.path());
                    rows.forget(folder, pair.note());
                    deleted.add(pair.path());
                }
                case Step.Vacate(var file) -> vacate(file);
                case Step.Agree(var note) -> agree(note.id());
            }
        }

        private void read(Source note, Path file, String base)
                throws ProblemException, IOException {
            var saved = notes.merge(note.id(), base, text(file));
            attachAll(note.id(), file);
            write(note.id());
            (switch (saved) {
                        case Notes.Saved.Kept _ -> read;
                        case Notes.Saved.Merged _ -> merged;
                        case Notes.Saved.Conflict _ -> keptTwice;
                    })
                    .add(file);
        }

        private void create(Path file) throws ProblemException, IOException {
            var note = notes.createAt(file, text(file));
            attachAll(note.id(), file);
            write(note.id());
            if (!note.source().path().equals(file)) {
                vacate(file);
            }
            read.add(file);
        }

        private String text(Path file) throws IOException, ProblemException {
            var text = TextDecoder.decode(Files.readAllBytes(folder.resolve(file)));
            if (text == null) {
                throw new ProblemException(new Problem.DamagedFile(folder.resolve(file)));
            }
            return text;
        }

        /// Pictures and other files that a note shows, if they lie in the folder.
        private void attachAll(SourceId note, Path file) throws IOException, ProblemException {
            for (WrittenLink link : WrittenLinks.in(text(file))) {
                var shown = shown(link, file);
                if (shown.isPresent() && notes.attachment(note, link.target()).isEmpty()) {
                    notes.attachAs(note, link.target(), Files.readAllBytes(shown.get()));
                }
            }
        }

        private Optional<Path> shown(WrittenLink link, Path file) {
            boolean shows =
                    link.kind() == WrittenLink.Kind.IMAGE || link.kind() == WrittenLink.Kind.EMBED;
            try {
                String target = LinkNames.decoded(link.target());
                for (Path from : List.of(file.resolveSibling(""), Path.of(""))) {
                    Path found = folder.resolve(from).resolve(target).normalize();
                    if (shows
                            && found.startsWith(folder)
                            && !target.toLowerCase(Locale.ROOT).endsWith(".md")
                            && Files.isRegularFile(found)) {
                        return Optional.of(found);
                    }
                }
            } catch (InvalidPathException e) {
                LOG.debug("no file", e);
            }
            return Optional.empty();
        }

        /// Gives a note's file the note's bytes, and what it shows beside it.
        private void write(SourceId id) throws IOException, ProblemException {
            var source = sources.find(id).orElseThrow();
            put(folder.resolve(source.path()), source.contentHash(), true);
            for (var shown : sources.attachments(id).entrySet()) {
                Path beside = source.path().resolveSibling(LinkNames.decoded(shown.getKey()));
                Path file = folder.resolve(beside).normalize();
                if (file.startsWith(folder)) {
                    put(file, shown.getValue(), false);
                }
            }
            agree(id);
        }

        private void put(Path file, String hash, boolean replace)
                throws IOException, ProblemException {
            boolean there = Files.exists(file);
            if (there && (!replace || blobs.hash(file, Progress.NONE).equals(hash))) {
                return;
            }
            var blob = blobs.find(hash);
            if (blob.isEmpty()) {
                LOG.warn("an original is lost: {}", file);
                return;
            }
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            WholeFile.replace(file, out -> Files.copy(blob.get().file(), out));
        }

        private void agree(SourceId id) {
            var source = sources.find(id).orElseThrow();
            rows.save(folder, new Pair(id, source.path(), source.contentHash()));
        }

        /// Removes a file where no note stands any more; its text is in the library.
        private void vacate(Path file) throws IOException {
            if (sources.atPath(file).isEmpty()) {
                Files.deleteIfExists(folder.resolve(file));
            }
        }
    }
}

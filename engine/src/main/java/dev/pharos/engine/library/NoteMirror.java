package dev.pharos.engine.library;

import dev.pharos.engine.library.MirrorPlan.Step;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.note.Note;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Keeps the notes that are written here and the Markdown files of a folder the same, in both
/// directions: see [Library#mirror]. One call waits for the other.
final class NoteMirror {
    private static final Logger LOG = LoggerFactory.getLogger(NoteMirror.class);

    private final SqliteMirror rows;
    private final Sources sources;
    private final FileBlobs blobs;
    private final LibraryNotes notes;
    private final Trash trash;
    private final MirroredFiles files;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    NoteMirror(
            SqliteMirror rows, Sources sources, FileBlobs blobs, LibraryNotes notes, Trash trash) {
        this.rows = rows;
        this.sources = sources;
        this.blobs = blobs;
        this.notes = notes;
        this.trash = trash;
        files = new MirroredFiles(blobs);
    }

    Mirrored mirror(Path folder, boolean deleteMost, Progress progress) throws ProblemException {
        oneAtATime.lock();
        try (var _ = blobs.hold()) {
            var pairs = rows.pairs(folder);
            if (!pairs.isEmpty() && !Files.isDirectory(folder)) {
                throw new ProblemException(new Problem.FolderMissing(folder));
            }
            Files.createDirectories(folder);
            var seen = files.in(folder, progress);
            if (!Files.isDirectory(folder)) {
                throw new ProblemException(new Problem.FolderMissing(folder));
            }
            var plan = MirrorPlan.of(seen.hashes(), own(seen, pairs), readable(seen, pairs));
            if (plan.deletesMost() && !deleteMost) {
                throw new ProblemException(
                        new Problem.MostWouldGo(folder, plan.deletions(), plan.known()));
            }
            return new Run(folder, seen, pairs).take(plan.steps(), progress);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// The notes that are mirrored, but for those whose file nobody can read now.
    private List<Source> own(MirroredFiles.Seen seen, List<Pair> pairs) {
        var waiting =
                pairs.stream()
                        .filter(pair -> seen.unreadable().contains(pair.path()))
                        .map(Pair::note)
                        .collect(Collectors.toSet());
        return sources.all().stream()
                .filter(source -> source.kind() == SourceKind.NOTE)
                .filter(source -> !source.path().isAbsolute())
                .filter(source -> !seen.unreadable().contains(source.path()))
                .filter(source -> !waiting.contains(source.id()))
                .toList();
    }

    private static List<Pair> readable(MirroredFiles.Seen seen, List<Pair> pairs) {
        return pairs.stream().filter(pair -> !seen.unreadable().contains(pair.path())).toList();
    }

    /// One mirroring of one folder. A file that says what the library does not know, be it since a
    /// moment ago, is neither overwritten nor deleted: the next call sees what it says.
    private final class Run {
        private final Path folder;
        private final Map<Path, String> said;

        /// Content hashes of what files say and the library has.
        private final Map<Path, String> safe = new HashMap<>();

        private final List<Path> read = new ArrayList<>();
        private final List<Path> written = new ArrayList<>();
        private final List<Path> merged = new ArrayList<>();
        private final List<Path> keptTwice = new ArrayList<>();
        private final List<Path> trashed = new ArrayList<>();
        private final List<Path> deleted = new ArrayList<>();
        private final List<Path> passedOver;
        private final Set<SourceId> unwritten = new HashSet<>();

        private Run(Path folder, MirroredFiles.Seen seen, List<Pair> pairs) {
            this.folder = folder;
            said = seen.hashes();
            passedOver = new ArrayList<>(seen.unreadable());
            pairs.forEach(pair -> safe.put(pair.path(), pair.contentHash()));
        }

        Mirrored take(List<Step> steps, Progress progress) throws ProblemException, IOException {
            for (int i = 0; i < steps.size(); i++) {
                progress.checkpoint();
                take(steps.get(i));
                progress.report(i + 1, steps.size());
            }
            return new Mirrored(read, written, merged, keptTwice, trashed, deleted, passedOver);
        }

        private void take(Step step) throws ProblemException, IOException {
            switch (step) {
                case Step.Read(var note, var file, var base) -> read(note, file, base);
                case Step.Create(var file) -> create(file);
                case Step.Write(var note) -> {
                    if (write(note.id())) {
                        written.add(note.path());
                    } else {
                        unwritten.add(note.id());
                    }
                }
                case Step.MoveNote(var note, var to) -> move(note, to);
                case Step.Trash(var note) -> trash(note);
                case Step.Delete(var pair) -> {
                    if (vacate(pair.path())) {
                        rows.forget(folder, pair.note());
                        deleted.add(pair.path());
                    }
                }
                case Step.Vacate(var note, var file) -> {
                    if (!unwritten.contains(note.id())) {
                        vacate(file);
                    }
                }
                case Step.Agree(var note) -> agree(note.id());
            }
        }

        /// Some programs delete a file a moment before they write it anew.
        private void trash(Source note) {
            if (Files.isDirectory(folder) && !Files.exists(folder.resolve(note.path()))) {
                trash.put(List.of(note.id()));
                rows.forget(folder, note.id());
                trashed.add(note.path());
            }
        }

        /// Where another note stands already, this one comes beside it, with a file of its own.
        private void move(Source note, Path to) throws ProblemException, IOException {
            String hash = Objects.requireNonNull(said.get(to));
            boolean taken = sources.atPath(to).isPresent();
            sources.moved(note.id(), taken ? notes.free(to.resolveSibling(""), Note.name(to)) : to);
            rows.save(folder, new Pair(note.id(), to, hash));
            safe.put(to, hash);
            if (taken) {
                write(note.id());
            }
            read.add(to);
        }

        /// Where the note stands elsewhere by now, its file is written there when all others were
        /// read.
        private void read(Source note, Path file, String base)
                throws ProblemException, IOException {
            var text = text(file);
            if (text.isEmpty()) {
                return;
            }
            var saved = notes.merge(note.id(), base, text.get());
            attachAll(note.id(), file, text.get());
            if (note.path().equals(file)) {
                write(note.id());
            }
            (switch (saved) {
                        case Notes.Saved.Kept _ -> read;
                        case Notes.Saved.Merged _ -> merged;
                        case Notes.Saved.Conflict _ -> keptTwice;
                    })
                    .add(file);
        }

        private void create(Path file) throws ProblemException, IOException {
            var text = text(file);
            if (text.isEmpty()) {
                return;
            }
            var note = notes.createAt(file, text.get());
            attachAll(note.id(), file, text.get());
            write(note.id());
            if (!note.source().path().equals(file)) {
                vacate(file);
            }
            read.add(file);
        }

        /// What a file says; nothing where that is no text.
        private Optional<NoteStore.Text> text(Path file) throws ProblemException {
            var blob = blobs.keep(folder.resolve(file), Progress.NONE);
            var text = notes.store().text(blob.hash());
            if (text.isEmpty()) {
                passedOver.add(file);
            } else {
                safe.put(file, blob.hash());
            }
            return text.map(markdown -> new NoteStore.Text(markdown, blob));
        }

        /// Pictures and other files that a note shows, if they lie in the folder.
        private void attachAll(SourceId note, Path file, NoteStore.Text text)
                throws ProblemException {
            var own = sources.attachments(note);
            for (WrittenLink link : WrittenLinks.in(text.markdown())) {
                var shown = shown(link, file);
                if (shown.isPresent() && !own.containsKey(link.target())) {
                    notes.attachAs(note, link.target(), shown.get());
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
        ///
        /// @return whether both say the same now
        private boolean write(SourceId id) throws IOException, ProblemException {
            var source = sources.find(id).orElseThrow();
            Path file = folder.resolve(source.path());
            if (Files.exists(file) && !replaceable(source.path(), source.contentHash())) {
                return false;
            }
            put(file, source.contentHash());
            safe.put(source.path(), source.contentHash());
            for (var shown : sources.attachments(id).entrySet()) {
                Path beside = source.path().resolveSibling(LinkNames.decoded(shown.getKey()));
                Path other = folder.resolve(beside).normalize();
                if (other.startsWith(folder) && !Files.exists(other)) {
                    put(other, shown.getValue());
                }
            }
            agree(id);
            return true;
        }

        /// Whether a file says this, or something else that the library has.
        private boolean replaceable(Path file, String by) throws ProblemException {
            String now = blobs.hash(folder.resolve(file), Progress.NONE);
            return now.equals(by) || now.equals(safe.get(file));
        }

        private void put(Path file, String hash) throws IOException, ProblemException {
            if (Files.exists(file) && blobs.hash(file, Progress.NONE).equals(hash)) {
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

        /// Removes a file where no note stands any more; its text is in the library. Where a note
        /// stands whose name differs in case only, many systems have one file for both.
        ///
        /// @return whether none is there now
        private boolean vacate(Path file) throws IOException, ProblemException {
            Path there = folder.resolve(file);
            if (sources.atPath(file).isPresent() || !Files.exists(there)) {
                return true;
            }
            for (Path each : written) {
                if (each.toString().equalsIgnoreCase(file.toString())
                        && Files.isSameFile(folder.resolve(each), there)) {
                    WholeFile.move(there, folder.resolve(each));
                    return true;
                }
            }
            return replaceable(file, "") && Files.deleteIfExists(there);
        }
    }
}

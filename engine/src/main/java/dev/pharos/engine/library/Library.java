package dev.pharos.engine.library;

import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.conversation.Talk;
import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.making.NoteMaking;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.relationship.Relationships;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.timeline.Timeline;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One library, a folder: `pharos.db` (SQLite, the truth), `blobs/` (originals), `index/` (Lucene,
/// a cache). All parts that it hands out are safe for use by several threads and end with
/// [#close()].
public final class Library implements AutoCloseable {
    /// What the caller wants to do. One process at a time may write; any number may read beside it.
    public enum Access {
        READ,
        WRITE
    }

    private final LibraryFolder folder;
    private final LibraryParts parts;

    private Library(LibraryFolder folder, Abilities abilities) {
        this.folder = folder;
        parts = new LibraryParts(folder, abilities);
    }

    /// Opens a library; with `WRITE` a missing one is made, an older one is migrated, an index that
    /// lacks something is completed, and missing vectors begin to be made in the background.
    ///
    /// @throws ProblemException `LibraryInUse`, `LibraryMissing`, `FolderNotWritable`,
    ///   `LibraryTooNew`, `LibraryDamaged`, `DiskFull`, `DiskFailed`
    public static Library open(Path folder, Access access, Abilities abilities)
            throws ProblemException {
        return open(folder, access, abilities, Progress.NONE);
    }

    /// The same. Progress counts the passages and vectors that the index lacked: after it was
    /// deleted that may take minutes.
    ///
    /// @throws CancellationException if cancelled; the next opening goes on
    public static Library open(Path folder, Access access, Abilities abilities, Progress progress)
            throws ProblemException {
        return open(folder, access, abilities, indexing -> indexing.complete(progress));
    }

    /// As [#open] with `WRITE`, but waits for no index: that is completed while the library is in
    /// use, see [#awaitIndex].
    public static Library openAtOnce(Path folder, Abilities abilities) throws ProblemException {
        return open(folder, Access.WRITE, abilities, LibraryIndexing::completeMeanwhile);
    }

    private static Library open(
            Path folder,
            Access access,
            Abilities abilities,
            Consumer<LibraryIndexing> completeIndex)
            throws ProblemException {
        var path = folder.toAbsolutePath().normalize();
        LibraryFolder taken = null;
        Library library = null;
        boolean opened = false;
        try {
            taken = LibraryFolder.take(path, access);
            library = new Library(taken, abilities);
            library.begin(completeIndex);
            opened = true;
            return library;
        } catch (StorageException e) {
            throw ProblemException.of(e);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(DiskSpace.problem(path, e), e);
        } finally {
            if (!opened) {
                abandon(library, taken);
            }
        }
    }

    /// Gives everything free, so that the next try can succeed.
    private static void abandon(@Nullable Library library, @Nullable LibraryFolder folder) {
        if (library != null) {
            try {
                library.parts.indexing.giveUp();
            } finally {
                library.close();
            }
        } else if (folder != null) {
            folder.close();
        }
    }

    private void begin(Consumer<LibraryIndexing> completeIndex) throws IOException {
        if (folder.writable()) {
            parts.blobs.sweep();
            parts.notes.forgetReplaced();
            completeIndex.accept(parts.indexing);
            parts.jobs.recover();
            parts.embedding.start();
        } else if (!parts.indexing.upToDate()) {
            completeIndex.accept(parts.indexing);
        }
    }

    /// Blocks until the index has all that the database had when the library was opened. Progress
    /// counts the passages and vectors that it lacked. Who changes the library does not wait.
    ///
    /// @throws ProblemException what a full disk or the like made of it
    /// @throws CancellationException if cancelled; the work goes on
    public void awaitIndex(Progress progress) throws ProblemException {
        parts.indexing.awaitCompletion(progress);
    }

    /// Whether a search sees all that it could. Beside a process that writes it may lag by seconds.
    public boolean indexComplete() {
        return parts.indexing.upToDate();
    }

    public Path folder() {
        return folder.path();
    }

    public Access access() {
        return folder.access();
    }

    public Sources sources() {
        return parts.sources;
    }

    public Passages passages() {
        return parts.passages;
    }

    public Blobs blobs() {
        return parts.blobs;
    }

    /// Only with `WRITE`.
    public Importer importer() {
        if (!folder.writable()) {
            throw new IllegalStateException("opened for reading");
        }
        return parts.importer;
    }

    public Searcher searcher() {
        return parts.searcher;
    }

    public Answerer answerer() {
        return parts.answerer;
    }

    /// How far the vectors of the model are that is searched with. Ask anew after that has changed.
    public Meaning meaning() {
        return parts.embedding.meaning();
    }

    /// Which model is searched with, and the change to another one.
    public EmbeddingChoice embedding() {
        return parts.embedding;
    }

    /// The long work of this library. It rests until it is started, which needs `WRITE`: who only
    /// wants to import does not begin hours of work.
    public JobQueue jobs() {
        return parts.jobs;
    }

    public Transcripts transcripts() {
        return parts.transcripts;
    }

    public Recordings recordings() {
        return parts.recordings;
    }

    public Notes notes() {
        return parts.notes;
    }

    public Tags tags() {
        return parts.tags;
    }

    public Collections collections() {
        return parts.collections;
    }

    public Highlights highlights() {
        return parts.highlights;
    }

    /// Questions that follow each other, and what was answered.
    public Talk talk() {
        return parts.talk;
    }

    /// Notes that are made from other sources. Only with `WRITE`, but for looking at what was.
    public NoteMaking making() {
        return parts.making;
    }

    /// Notes that are made of many sources at once, by the job queue.
    public Batches batches() {
        return parts.batches;
    }

    /// What belongs together.
    public Relations relations() {
        return parts.relations;
    }

    /// In which way sources have to do with each other, and what their owner says to that.
    public Relationships relationships() {
        return parts.relationships;
    }

    /// What happened, and when.
    public Timeline timeline() {
        return parts.timeline;
    }

    /// What was thrown away. Only with `WRITE`, but for looking at it.
    public Trash trash() {
        return parts.trash;
    }

    /// Writes sources, those in the trash too, into a folder that is of use without Pharos: notes
    /// as Markdown, originals, recordings, and JSON with the rest, from which an import makes the
    /// same library again. Progress counts sources. What fails or is cancelled leaves nothing
    /// behind.
    ///
    /// @param folder empty, or made
    /// @param which all of them, or some
    /// @return how many sources were written
    /// @throws ProblemException `FolderNotEmpty`, `FolderNotWritable`, `DiskFull`
    public int export(Path folder, Predicate<SourceId> which, Progress progress)
            throws ProblemException {
        return parts.export.get().to(folder, which, progress);
    }

    /// Makes the notes that are written here and the Markdown files of a folder the same: a change
    /// on either side comes over, of changes on both sides all that fits together, and else both
    /// texts stay, one as a version of the note. A file that was deleted puts its note into the
    /// trash. Call it now and then; each call does what has changed since the last one. A file
    /// keeps its line ends. Only with `WRITE`; one call waits for the other. Progress counts notes.
    ///
    /// @param folder made if it is missing and never was mirrored; anything but Markdown and what
    ///   that shows is left alone
    /// @param deleteMost whether more than half of the notes or files may go at once
    /// @throws ProblemException `MostWouldGo`, `FolderMissing`, before anything is done;
    ///   `AccessDenied`, `FolderNotWritable`, `DiskFull`
    public Mirrored mirror(Path folder, boolean deleteMost, Progress progress)
            throws ProblemException {
        return parts.mirror.mirror(folder.toAbsolutePath().normalize(), deleteMost, progress);
    }

    /// Records into this library's own folder. Only with `WRITE` and speech among the abilities.
    public Recorder recorder() {
        if (parts.recorder == null) {
            throw new IllegalStateException("opened for reading, or without speech");
        }
        return parts.recorder;
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after sources
    /// were added or changed.
    public Subscription onChange(Runnable listener) {
        return parts.indexing.onChange(listener);
    }

    /// Builds the index again from the database and then throws the old one away; searches use the
    /// old one meanwhile. Vectors are kept, none is computed; those that are being prepared are
    /// indexed too. Progress counts passages and vectors. Cancelling keeps the old index. Only with
    /// `WRITE`.
    public void reindex(Progress progress) throws ProblemException {
        parts.indexing.rebuild(progress);
    }

    /// Looks at everything a library promises: SQLite's integrity check, every blob's presence, the
    /// index's completeness. Changes nothing.
    public LibraryCheck check(Progress progress) {
        return LibraryCheck.of(
                folder,
                parts.sources,
                parts.passages,
                parts.blobs,
                parts.indexing,
                parts.embedding,
                progress);
    }

    /// Stops background work where it can go on, commits, and gives the library free.
    @Override
    public void close() {
        parts.indexing.stopCompletion();
        parts.jobs.close();
        if (parts.recorder != null) {
            parts.recorder.close();
        }
        parts.embedding.close();
        try {
            parts.indexing.close();
        } finally {
            folder.close();
        }
    }
}

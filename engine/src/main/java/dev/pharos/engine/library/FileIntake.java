package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.storage.SqliteNotes;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/// Takes one file in, up to the point where it is saved: is it known already, what does it say,
/// what are its passages. Only what can be read is copied into the library. Safe for use by several
/// threads.
final class FileIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);
    private static final int TRIES = 3;

    /// What a file has become before it is saved.
    sealed interface Read {
        Path file();

        /// @param notice what is worth saying though the file comes in, or null
        /// @param transcription how its words will be recognised, or null where there are none, or
        ///   they are known
        /// @param sameSound content hash of the file that it takes the place of, where the words of
        ///   that are its own as well, or null
        record Ready(
                Path file,
                Blobs.Blob blob,
                Document document,
                List<Sources.Chunk> chunks,
                @Nullable Problem notice,
                @Nullable TranscriptionOptions transcription,
                @Nullable String sameSound)
                implements Read {}

        record Done(ImportResult result) implements Read {
            @Override
            public Path file() {
                return result.path();
            }
        }

        /// A problem that the next file would have as well.
        record Stop(Path file, Problem problem) implements Read {}
    }

    private final RecordingStore store;
    private final Sources sources;
    private final Blobs blobs;
    private final Extractor extractor;
    private final Chunker chunker;
    private final Abilities.@Nullable Speech speech;
    private final Clock clock;
    private final SqliteNotes notes;

    /// @param notes knows which of them were edited here
    FileIntake(
            RecordingStore store,
            LibraryNotes notes,
            Blobs blobs,
            Extractor extractor,
            Chunker chunker,
            Abilities.@Nullable Speech speech,
            Clock clock) {
        this.store = store;
        sources = store.sources();
        this.notes = notes.origins();
        this.blobs = blobs;
        this.extractor = extractor;
        this.chunker = chunker;
        this.speech = speech;
        this.clock = clock;
    }

    /// How recordings shall be transcribed, or null where they cannot be.
    @Nullable TranscriptionOptions transcription() throws ProblemException {
        return speech == null ? null : speech.options().current();
    }

    /// @param bytes where the file can be read, mostly the file itself
    Read read(Path file, Path bytes, Progress progress) {
        try {
            return readChecked(file, bytes, progress);
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.OfFile problem -> new Read.Done(failed(problem));
                case Problem problem -> new Read.Stop(file, problem);
            };
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return switch (Problem.of(LOG, file.toString(), e)) {
                case Problem.Unexpected bug ->
                        new Read.Done(
                                new ImportResult(
                                        file, ImportResult.Status.FAILED, null, null, 0, bug));
                case Problem problem -> new Read.Stop(file, problem);
            };
        }
    }

    /// A file that changes while it is read is read again.
    private Read readChecked(Path file, Path bytes, Progress progress) throws ProblemException {
        for (int i = 0; i < TRIES; i++) {
            String hash = blobs.hash(bytes, progress);
            var known = known(file, hash);
            if (known != null) {
                return new Read.Done(known);
            }
            if (size(bytes) == 0) {
                throw new ProblemException(new Problem.EmptyFile(file));
            }
            var opened = open(file, bytes, progress);
            var blob = blobs.keep(bytes, progress);
            if (blob.hash().equals(hash)) {
                var chunks = chunker.chunks(opened.document(), progress);
                return new Read.Ready(
                        file,
                        blob,
                        opened.document(),
                        chunks,
                        opened.notice(),
                        opened.transcription(),
                        opened.sameSound());
            }
        }
        throw new ProblemException(new Problem.StillChanging(file));
    }

    private record Opened(
            Document document,
            @Nullable Problem notice,
            @Nullable TranscriptionOptions transcription,
            @Nullable String sameSound) {}

    /// What no reader of documents takes may be sound.
    private Opened open(Path file, Path bytes, Progress progress) throws ProblemException {
        try {
            var document = extractor.extract(bytes, file);
            return new Opened(document, notice(document, file), null, null);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.UnsupportedFormat(_, var mediaType)
                    && speech != null
                    && speech.transcription().audio().looksLikeSound(bytes, file)) {
                return listen(file, bytes, mediaType, speech, progress);
            }
            throw e;
        }
    }

    private Opened listen(
            Path file, Path bytes, String mediaType, Abilities.Speech speech, Progress progress)
            throws ProblemException {
        try {
            var audio = speech.transcription().audio();
            var document =
                    RecordingFacts.document(audio.info(bytes, file, progress), file, null, null);
            var before = sources.atPath(file).filter(store::worded);
            if (before.isPresent() && sameSound(before.get(), file, bytes, audio, progress)) {
                return new Opened(document, null, null, before.get().contentHash());
            }
            return new Opened(
                    document,
                    before.isPresent()
                            ? new Problem.WordsSetAside(file)
                            : new Problem.ToBeTranscribed(file),
                    speech.options().current(),
                    null);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NoSound) {
                return new Opened(RecordingFacts.mute(mediaType, file), e.problem(), null, null);
            }
            throw e;
        }
    }

    /// Whether nothing but tags differs.
    private boolean sameSound(
            Source before, Path file, Path bytes, AudioDecoder audio, Progress progress) {
        try {
            var original = blobs.find(before.contentHash());
            return original.isPresent()
                    && audio.fingerprint(original.get().file(), before.path(), progress)
                            .equals(audio.fingerprint(bytes, file, progress));
        } catch (ProblemException e) {
            LOG.info("the sound of {} cannot be compared: {}", file, e.problem());
            return false;
        }
    }

    private static @Nullable Problem notice(Document document, Path file) {
        if (document.text().isBlank()) {
            return new Problem.NoText(file);
        }
        return document.complete() ? null : new Problem.PartlyRead(file);
    }

    /// What to say of a file whose content is in the library, or null.
    @Nullable ImportResult known(Path file, String hash) {
        var edited = notes.originAt(file);
        if (edited.isPresent()) {
            return edited.filter(origin -> origin.contentHash().equals(hash))
                    .map(origin -> same(file, origin, ImportResult.Status.UNCHANGED))
                    .orElse(null);
        }
        var here = sources.atPath(file).filter(source -> source.contentHash().equals(hash));
        if (here.isPresent()) {
            return same(file, here.get(), ImportResult.Status.UNCHANGED);
        }
        var moved = notes.originWith(hash);
        return moved.isPresent()
                ? elsewhere(file, moved.get())
                : sources.withContent(hash).map(other -> elsewhere(file, other)).orElse(null);
    }

    /// The file of a note that was edited here.
    private ImportResult elsewhere(Path file, SqliteNotes.Origin origin) {
        if (exists(origin.path()) || sources.atPath(file).isPresent()) {
            return same(file, origin, ImportResult.Status.DUPLICATE);
        }
        notes.saveOrigin(new SqliteNotes.Origin(origin.note(), file, origin.contentHash()));
        return same(file, origin, ImportResult.Status.UNCHANGED);
    }

    private ImportResult same(Path file, SqliteNotes.Origin origin, ImportResult.Status status) {
        return same(file, sources.find(origin.note()).orElseThrow(), status);
    }

    /// What was written here has no file that could have moved.
    private ImportResult elsewhere(Path file, Source other) {
        boolean here = !other.path().isAbsolute() || notes.origin(other.id()).isPresent();
        if (here || exists(other.path()) || sources.atPath(file).isPresent()) {
            return same(file, other, ImportResult.Status.DUPLICATE);
        }
        sources.moved(other.id(), file);
        return same(file, other, ImportResult.Status.UNCHANGED);
    }

    /// A note stands at another place in an export now.
    void moved(Source note, Path path) {
        var edited = notes.origin(note.id());
        boolean free = sources.atPath(path).isEmpty() && notes.originAt(path).isEmpty();
        if (free && edited.isPresent()) {
            notes.saveOrigin(new SqliteNotes.Origin(note.id(), path, edited.get().contentHash()));
        } else if (free && !note.path().equals(path)) {
            sources.moved(note.id(), path);
        }
    }

    /// Also what lies in an export that exists.
    private static boolean exists(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at.equals(path) || Files.isRegularFile(at);
            }
        }
        return false;
    }

    private ImportResult same(Path file, Source source, ImportResult.Status status) {
        return new ImportResult(file, status, source.id(), source.kind(), source.passages(), null);
    }

    /// The source that a file becomes: a new one, or the next revision of `before`.
    Source source(Read.Ready ready, @Nullable Source before) {
        var document = ready.document();
        return new Source(
                before == null ? new SourceId(UUID.randomUUID()) : before.id(),
                document.kind(),
                document.title(),
                ready.file(),
                before == null ? 1 : before.revision() + 1,
                ready.blob().hash(),
                ready.blob().size(),
                document.mediaType(),
                document.language(),
                document.authors(),
                document.tags(),
                document.created(),
                document.modified() == null ? modified(ready.file()) : document.modified(),
                clock.instant(),
                ready.chunks().size());
    }

    private static @Nullable Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return null;
        }
    }

    private static long size(Path file) throws ProblemException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        }
    }

    static ImportResult failed(Problem.OfFile problem) {
        return new ImportResult(problem.file(), ImportResult.Status.FAILED, null, null, 0, problem);
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Markdown;
import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Takes back what [LibraryExport] has written: each source under its own id, with the tags, dates,
/// words, links, versions and marks that it had, those in the trash into the trash. What is here
/// already stays as it is; a note that was edited in the folder comes as it is there. Called by one
/// import at a time.
final class LibraryReturn {
    private static final int TOGETHER = 64;

    private final RecordingStore store;
    private final FileBlobs blobs;
    private final Chunker chunker;
    private final OwnersMarks marks;
    private final SourcePast past;
    private final Importer.Indexing indexing;
    private final FileIntake intake;

    /// @param intake knows how recordings are to be transcribed that the export says nothing of
    LibraryReturn(
            RecordingStore store,
            FileBlobs blobs,
            Chunker chunker,
            OwnersMarks marks,
            SourcePast past,
            Importer.Indexing indexing,
            FileIntake intake) {
        this.intake = intake;
        this.marks = marks;
        this.past = past;
        this.store = store;
        this.blobs = blobs;
        this.chunker = chunker;
        this.indexing = indexing;
    }

    /// Whether a folder is an export.
    static boolean isExport(Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(ExportedSource.MANIFEST))
                    && manifest(folder).pharosExport() > 0;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static ExportedSource.Manifest manifest(Path folder) throws ProblemException {
        Path manifest = folder.resolve(ExportedSource.MANIFEST);
        try {
            return ExportedSource.JSON.readValue(manifest.toFile(), ExportedSource.Manifest.class);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(manifest), e);
        }
    }

    /// One source that is to be saved.
    ///
    /// @param wanted how it shall be transcribed, or null where it shall not
    /// @param past saves what was before
    private record Ready(
            Sources.Revision revision,
            ExportedSource exported,
            @Nullable TranscriptionOptions wanted,
            Runnable past) {

        ImportResult result(Path folder) throws ProblemException {
            var imported =
                    LibraryReturn.result(
                            folder,
                            exported,
                            ImportResult.Status.IMPORTED,
                            revision.chunks().size());
            return wanted == null ? imported : waiting(imported);
        }
    }

    /// @return what became of each source; told of only once it is saved
    List<ImportResult> from(Path folder, ImportListener listener, Progress progress)
            throws ProblemException {
        var facts = facts(folder);
        var results = new ArrayList<ImportResult>();
        var ready = new ArrayList<Ready>();
        int told = 0;
        for (Path file : facts) {
            progress.checkpoint();
            try {
                var exported = read(file);
                var known = known(folder, exported);
                if (known.isPresent()) {
                    results.add(known.get());
                } else {
                    ready.add(ready(folder, exported));
                    results.add(ready.getLast().result(folder));
                }
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.OfFile problem)) {
                    throw e;
                }
                results.add(FileIntake.failed(problem));
            }
            if (ready.isEmpty() || ready.size() >= TOGETHER || results.size() == facts.size()) {
                save(ready);
                results.subList(told, results.size()).forEach(listener::finished);
                told = results.size();
                progress.report(told, facts.size());
            }
        }
        var ofLibrary = manifest(folder).marks();
        if (ofLibrary != null) {
            marks.takeBack(ofLibrary);
        }
        indexing.finished();
        return results;
    }

    /// What is here already, be it in the trash, stays as it is.
    private Optional<ImportResult> known(Path folder, ExportedSource exported)
            throws ProblemException {
        var here = store.sources().find(SourceId.of(exported.id()));
        if (here.isPresent()) {
            int passages = here.get().passages();
            var unchanged = result(folder, exported, ImportResult.Status.UNCHANGED, passages);
            return Optional.of(
                    store.forgotten(here.get().id())
                            ? queued(here.get(), exported, unchanged)
                            : unchanged);
        }
        Path path = exported.path(inside(folder, exported.file()));
        boolean taken =
                store.trashed(SourceId.of(exported.id()))
                        || !exported.trashed() && store.sources().atPath(path).isPresent();
        return taken
                ? Optional.of(result(folder, exported, ImportResult.Status.DUPLICATE, 0))
                : Optional.empty();
    }

    /// A recording may have lost its job before that found a word.
    private ImportResult queued(Source here, ExportedSource exported, ImportResult unchanged)
            throws ProblemException {
        var options = options(exported);
        if (options == null) {
            return unchanged;
        }
        store.queue(List.of(RecordingStore.Wanted.of(here, options)));
        return waiting(unchanged);
    }

    private static ImportResult waiting(ImportResult result) {
        return new ImportResult(
                result.path(),
                result.status(),
                result.source(),
                result.kind(),
                result.passages(),
                new Problem.ToBeTranscribed(result.path()));
    }

    private @Nullable TranscriptionOptions options(ExportedSource exported)
            throws ProblemException {
        return exported.transcription() != null ? exported.transcription() : intake.transcription();
    }

    private static List<Path> facts(Path folder) throws ProblemException {
        try (var files = Files.list(folder.resolve(ExportedSource.FACTS))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.DamagedFile(folder.resolve(ExportedSource.MANIFEST)), e);
        }
    }

    private static ExportedSource read(Path file) throws ProblemException {
        try {
            return ExportedSource.JSON.readValue(file.toFile(), ExportedSource.class);
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(new Problem.DamagedFile(file), e);
        }
    }

    private static ImportResult result(
            Path folder, ExportedSource exported, ImportResult.Status status, int passages)
            throws ProblemException {
        return new ImportResult(
                inside(folder, exported.file()),
                status,
                SourceId.of(exported.id()),
                exported.kind(),
                passages,
                null);
    }

    /// What another program may have written into the folder leads nowhere else.
    private static Path inside(Path folder, String file) throws ProblemException {
        try {
            Path path = folder.resolve(file).normalize();
            if (path.startsWith(folder.normalize())) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    new Problem.DamagedFile(folder.resolve(ExportedSource.FACTS)), e);
        }
        throw new ProblemException(new Problem.DamagedFile(folder.resolve(ExportedSource.FACTS)));
    }

    /// A recording that waited for its words goes on waiting for them, and one without words for
    /// its first.
    private Ready ready(Path folder, ExportedSource exported) throws ProblemException {
        boolean wordless =
                exported.transcripts().isEmpty()
                        && exported.kind() == SourceKind.RECORDING
                        && RecordingFacts.audible(exported.document());
        var revision = revision(folder, exported);
        return new Ready(
                revision,
                exported,
                wordless && !exported.trashed() ? options(exported) : exported.transcription(),
                past(folder, exported, revision.source()));
    }

    private Runnable past(Path folder, ExportedSource exported, Source now)
            throws ProblemException {
        var before = exported.past();
        return before == null
                ? () -> {}
                : past.takeBack(
                        now,
                        now.contentHash().equals(exported.contentHash()),
                        exported.path(),
                        before,
                        file -> inside(folder, file));
    }

    private Sources.Revision revision(Path folder, ExportedSource exported)
            throws ProblemException {
        Path file = inside(folder, exported.file());
        var blob = blobs.keep(file, Progress.NONE);
        var attachments = new LinkedHashMap<String, String>();
        for (Map.Entry<String, String> each : exported.attachments().entrySet()) {
            Path shown = inside(folder, each.getValue());
            if (Files.isRegularFile(shown)) {
                attachments.put(each.getKey(), blobs.keep(shown, Progress.NONE).hash());
            }
        }
        boolean same = blob.hash().equals(exported.contentHash());
        if (!same && exported.kind() != SourceKind.NOTE) {
            throw new ProblemException(new Problem.DamagedFile(file));
        }
        var document = same ? exported.document() : edited(blob, file);
        var chunks = chunks(document, exported);
        var source = exported.source(document, file, chunks.size());
        return new Sources.Revision(
                same ? source : edited(source, document, blob), document, chunks, attachments);
    }

    private List<Sources.Chunk> chunks(Document document, ExportedSource exported)
            throws ProblemException {
        return exported.transcripts().isEmpty()
                ? chunker.chunks(document, Progress.NONE)
                : SpokenText.of(exported.transcripts().getLast().transcript())
                        .chunks(document, chunker, Progress.NONE);
    }

    private static Document edited(Blobs.Blob blob, Path file) throws ProblemException {
        try {
            String text = TextDecoder.decode(Files.readAllBytes(blob.file()));
            return Markdown.read(Objects.requireNonNullElse(text, ""), file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        }
    }

    private static Source edited(Source source, Document document, Blobs.Blob blob) {
        return new Source(
                source.id(),
                source.kind(),
                source.title(),
                source.path(),
                source.revision(),
                blob.hash(),
                blob.size(),
                document.mediaType(),
                document.language(),
                document.authors(),
                document.tags(),
                source.created(),
                source.modified(),
                source.imported(),
                source.passages());
    }

    private List<Passage> marked(Ready ready) {
        var own = ready.exported().marks();
        var revision = ready.revision();
        return own == null
                ? List.of()
                : marks.takeBack(revision.source().id(), revision.document(), own);
    }

    /// All of them in one transaction, with their words and all that was made of them.
    private void save(List<Ready> ready) throws ProblemException {
        if (ready.isEmpty()) {
            return;
        }
        var wanted = new ArrayList<RecordingStore.Wanted>();
        for (Ready each : ready) {
            if (each.wanted() != null) {
                wanted.add(RecordingStore.Wanted.of(each.revision().source(), each.wanted()));
            }
        }
        var marked = new ArrayList<List<Passage>>();
        var saved =
                store.takeBack(
                        ready.stream().map(Ready::revision).toList(),
                        ready.stream().map(Ready::exported).toList(),
                        wanted,
                        () ->
                                ready.forEach(each -> {
                                    each.past().run();
                                    marked.add(marked(each));
                                }));
        var added = new ArrayList<Passages.Titled>();
        for (int i = 0; i < ready.size(); i++) {
            String title = ready.get(i).revision().source().title();
            var found = new ArrayList<>(saved.get(i).added());
            found.addAll(marked.get(i));
            if (!ready.get(i).exported().trashed()) {
                found.forEach(each -> added.add(new Passages.Titled(title, each)));
            }
        }
        ready.clear();
        indexing.saved(added, List.of());
    }
}

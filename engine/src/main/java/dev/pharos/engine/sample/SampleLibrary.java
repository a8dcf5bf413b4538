package dev.pharos.engine.sample;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Samples in somebody's library: ordinary sources, told from the owner's by a collection that
/// holds them and is known by its id. Whoever takes a source out of that keeps it. All calls block;
/// one at a time.
public final class SampleLibrary {
    private static final UUID ALL = id("samples");

    private final Library library;
    private final Samples samples;

    /// @param library opened for writing
    public SampleLibrary(Library library, Samples samples) {
        this.library = library;
        this.samples = samples;
    }

    /// Whether there are samples in the library.
    public boolean present() {
        try {
            return !here().isEmpty();
        } catch (ProblemException e) {
            throw new IllegalStateException("a collection that is picked by hand", e);
        }
    }

    private List<SourceId> here() throws ProblemException {
        var collections = library.collections();
        return collections.all().stream().anyMatch(each -> each.id().equals(ALL))
                ? collections.sources(ALL)
                : List.of();
    }

    /// Brings the samples in, or those that are missing; one that waits in the trash comes back.
    /// Progress counts files.
    ///
    /// @param language of whoever reads them
    /// @param name of the collection that holds them
    /// @return what to read first, or null where the owner had that already
    /// @throws ProblemException what stops an import
    public @Nullable SourceId add(Locale language, String name, Progress progress)
            throws ProblemException {
        var unpacked = unpack(language);
        library.trash()
                .restore(
                        library.trash().all().stream()
                                .map(Trash.Trashed::source)
                                .filter(source -> source.path().startsWith(unpacked.folder()))
                                .map(source -> source.id())
                                .toList());
        var arrived = new Arrived();
        library.importer().importAll(unpacked.files(), arrived, progress);
        speak(unpacked, arrived);
        highlight(unpacked, arrived);
        collect(unpacked, arrived, name);
        return arrived.byFile.get(unpacked.begin());
    }

    private Samples.Unpacked unpack(Locale language) throws ProblemException {
        try {
            return samples.unpack(language);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(library.folder(), e), e);
        }
    }

    /// What is said in the recordings is known already: nobody has to recognise it.
    private void speak(Samples.Unpacked unpacked, Arrived arrived) throws ProblemException {
        for (Map.Entry<Path, Path> each : unpacked.words().entrySet()) {
            var id = arrived.byFile.get(each.getKey());
            if (id != null && arrived.fresh.contains(id)) {
                forgetJobs(id);
                var words = library.recordings().words(each.getValue());
                library.recordings()
                        .save(
                                library.sources().find(id).orElseThrow(),
                                words,
                                Transcripts.Origin.IMPORTED);
            }
        }
    }

    private void forgetJobs(SourceId recording) {
        var jobs = library.jobs();
        jobs.all().stream()
                .filter(job -> job.kind().equals(Recordings.TRANSCRIBE))
                .filter(job -> job.subject().equals(recording.toString()))
                .forEach(job -> {
                    jobs.cancel(job.id());
                    jobs.remove(job.id());
                });
    }

    private void highlight(Samples.Unpacked unpacked, Arrived arrived) throws ProblemException {
        for (Samples.Marked each : unpacked.highlights()) {
            var id = arrived.byFile.get(each.file());
            if (id != null && arrived.fresh.contains(id)) {
                String text = library.sources().document(id).orElseThrow().text();
                int start = text.replaceAll("\\s", " ").indexOf(each.words());
                if (start >= 0) {
                    library.highlights()
                            .add(
                                    id,
                                    start,
                                    start + each.words().length(),
                                    each.colour(),
                                    each.note());
                }
            }
        }
    }

    private void collect(Samples.Unpacked unpacked, Arrived arrived, String name)
            throws ProblemException {
        var collections = library.collections();
        for (Map.Entry<String, String> each : unpacked.searches().entrySet()) {
            save(each.getKey(), id(each.getKey()), new Content.Search(each.getValue()));
        }
        save(name, ALL, new Content.Picked());
        collections.add(ALL, arrived.byFile.values());
    }

    private void save(String name, UUID id, Content content) throws ProblemException {
        library.collections().save(new SavedCollection(id, name, content, null, null));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("pharos/samples/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /// Puts the samples into the trash, and forgets their collections; a search that has another
    /// name by now is its owner's.
    public Removed remove() throws ProblemException {
        var collections = library.collections();
        var sources = here();
        library.trash().put(sources);
        var changes = new ArrayList<Collections.Change>();
        for (var each : collections.all()) {
            if (each.id().equals(ALL) || each.id().equals(id(each.name()))) {
                changes.add(collections.remove(each.id()));
            }
        }
        return new Removed(sources, changes);
    }

    /// Takes a removal back.
    public void undo(Removed removed) {
        library.trash().restore(removed.sources());
        removed.collections().reversed().forEach(library.collections()::undo);
    }

    /// What a removal has done: all that [#undo] needs.
    public record Removed(List<SourceId> sources, List<Collections.Change> collections) {}

    /// What an import has brought, and what of it is new.
    private static final class Arrived implements ImportListener {
        private final Map<Path, SourceId> byFile = new LinkedHashMap<>();
        private final Set<SourceId> fresh = new LinkedHashSet<>();

        @Override
        public void started(Path file) {}

        @Override
        public void finished(ImportResult result) {
            switch (result.status()) {
                case IMPORTED -> {
                    fresh.add(Objects.requireNonNull(result.source()));
                    byFile.put(result.path(), result.source());
                }
                case UPDATED, UNCHANGED ->
                        byFile.put(result.path(), Objects.requireNonNull(result.source()));
                case DUPLICATE, FAILED -> {}
            }
        }
    }
}

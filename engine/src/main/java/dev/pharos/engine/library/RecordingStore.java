package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Sources.Chunk;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteCheckpoints;
import dev.pharos.engine.storage.SqliteSounds;
import dev.pharos.engine.storage.SqliteTranscripts;
import dev.pharos.engine.storage.SqliteTrash;
import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Jobs;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Saves what belongs together in one transaction: a recording with the job that will transcribe
/// it, a transcript with the text that makes it findable. Any thread.
final class RecordingStore {

    /// A transcription that a new recording shall get.
    ///
    /// @param title of its job
    record Wanted(SourceId source, String title, String options) {

        /// Files that differ in their extension only have one title; their jobs are told apart.
        static Wanted of(Source recording, TranscriptionOptions options) {
            var file = recording.path().getFileName().toString();
            var title = file.startsWith(recording.title() + ".") ? file : recording.title();
            return new Wanted(recording.id(), title, LibraryRecordings.json(options));
        }
    }

    /// A transcript that was saved, and what that has changed of its source's passages.
    ///
    /// @param removed ids
    record Saved(Transcripts.Version version, List<Passages.Titled> added, List<Long> removed) {}

    private final Database database;
    private final Sources sources;
    private final SqliteTranscripts transcripts;
    private final Jobs jobs;
    private final SqliteSounds sounds;
    private final Chunker chunker;

    RecordingStore(
            Database database,
            Sources sources,
            SqliteTranscripts transcripts,
            Jobs jobs,
            Chunker chunker) {
        this.chunker = chunker;
        this.database = database;
        this.sources = sources;
        this.transcripts = transcripts;
        this.jobs = jobs;
        sounds = new SqliteSounds(database);
    }

    Sources sources() {
        return sources;
    }

    Transcripts transcripts() {
        return transcripts;
    }

    SqliteSounds sounds() {
        return sounds;
    }

    Checkpoints checkpoints() {
        return new SqliteCheckpoints(database);
    }

    /// As [Sources#saveAll]; a recording whose transcription waits or runs already needs no other.
    ///
    /// @param sameSound content hashes of the files before, of sources whose words stay
    List<Sources.Rewritten> saveAll(
            List<Sources.Revision> revisions, Map<SourceId, String> sameSound, List<Wanted> wanted)
            throws ProblemException {
        var saved = Optional.<List<Sources.Rewritten>>empty();
        while (saved.isEmpty()) {
            var known = versions(sameSound);
            var worded = new ArrayList<Sources.Revision>();
            for (Sources.Revision each : revisions) {
                worded.add(sameSound.containsKey(each.source().id()) ? worded(each) : each);
            }
            // a correction that came in between belongs to the words that stay
            saved =
                    database.write(_ ->
                            versions(sameSound).equals(known)
                                    ? Optional.of(saveNow(worded, sameSound, wanted))
                                    : Optional.empty());
        }
        return saved.get();
    }

    private Map<SourceId, List<Transcripts.Version>> versions(Map<SourceId, String> sources) {
        return sources.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), transcripts::versions));
    }

    private List<Sources.Rewritten> saveNow(
            List<Sources.Revision> revisions,
            Map<SourceId, String> sameSound,
            List<Wanted> wanted) {
        var saved = sources.saveAll(revisions);
        for (Sources.Revision each : revisions) {
            var before = sameSound.get(each.source().id());
            if (before != null) {
                transcripts.carry(each.source().id(), before);
                sounds.carryWaveform(before, each.source().contentHash());
            }
        }
        queue(wanted);
        return saved;
    }

    /// Nothing for those that have a job already.
    void queue(List<Wanted> wanted) {
        for (Wanted each : wanted) {
            if (unfinished(each.source()).isEmpty()) {
                String subject = each.source().toString();
                jobs.add(Recordings.TRANSCRIBE, subject, each.title(), each.options());
            }
        }
    }

    /// With the words that its source has now.
    private Sources.Revision worded(Sources.Revision silent) throws ProblemException {
        var words = transcripts.find(silent.source().id());
        if (words.isEmpty()) {
            return silent;
        }
        var spoken = SpokenText.of(words.get());
        var document = spoken.in(silent.document());
        return new Sources.Revision(
                spoken(silent.source(), document),
                document,
                spoken.chunks(document, chunker, Progress.NONE),
                silent.attachments());
    }

    /// A new recording with its markers and its job.
    void add(Sources.Revision revision, List<Long> markersMs, Wanted wanted) {
        database.write(_ -> {
            var saved = saveNow(List.of(revision), Map.of(), List.of(wanted));
            sounds.saveMarkers(wanted.source(), markersMs);
            return saved;
        });
    }

    /// Whether a source of this id is in the trash.
    boolean trashed(SourceId id) {
        return new SqliteTrash(database).has(id);
    }

    /// Saves sources that were in a library before, with what was known of them beside their text.
    ///
    /// @param exported of the same ids
    /// @param also saves what else was known of them, in the same transaction
    List<Sources.Rewritten> takeBack(
            List<Sources.Revision> revisions,
            List<ExportedSource> exported,
            List<Wanted> wanted,
            Runnable also) {
        return database.write(_ -> {
            var saved = sources.saveAll(revisions);
            for (ExportedSource each : exported) {
                var source = SourceId.of(each.id());
                each.transcripts().forEach(words -> takeBack(source, each.contentHash(), words));
                sounds.saveMarkers(source, each.markersMs());
            }
            queue(wanted);
            also.run();
            return saved;
        });
    }

    private void takeBack(SourceId source, String sound, ExportedSource.Words words) {
        if (words.made() == null) {
            transcripts.save(source, words.transcript(), words.origin());
        } else {
            transcripts.save(source, sound, words.transcript(), words.origin(), words.made());
        }
    }

    /// Whether somebody has transcribed the sound that a source has.
    boolean worded(Source source) {
        return transcripts.heard(source.id(), 0, 0).isPresent();
    }

    /// Whether a source is sound that nobody has ever transcribed.
    boolean wordless(SourceId source) {
        return transcripts.heard(source, 0, 0).isEmpty()
                && sources.document(source).filter(RecordingFacts::audible).isPresent();
    }

    /// Whether such a source has no job either that will transcribe it.
    boolean forgotten(SourceId source) {
        return wordless(source) && unfinished(source).isEmpty();
    }

    /// The job that will transcribe a source.
    Optional<Job> unfinished(SourceId source) {
        String subject = source.toString();
        return jobs.all().stream().filter(job -> transcribes(job, subject)).findFirst();
    }

    /// Whether a job will transcribe a source.
    static boolean transcribes(Job job, String subject) {
        return job.kind().equals(Recordings.TRANSCRIBE)
                && job.subject().equals(subject)
                && !job.state().over();
    }

    /// Saves a transcript and puts its text in the place of the one before.
    ///
    /// @param heard the source whose sound was transcribed
    /// @return nothing, and nothing is saved, where the source has another sound by now, or is gone
    Optional<Saved> save(
            Source heard,
            Document document,
            List<Chunk> chunks,
            Transcript transcript,
            Transcripts.Origin origin) {
        return database.write(_ -> {
            var found = sources.find(heard.id());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var source = found.get();
            if (!source.contentHash().equals(heard.contentHash())
                    && !transcripts.carried(source.id(), heard.contentHash())) {
                return Optional.empty();
            }
            var version = transcripts.save(source.id(), transcript, origin);
            var rewritten =
                    sources.rewrite(
                            new Sources.Revision(
                                    spoken(source, document),
                                    document,
                                    chunks,
                                    sources.attachments(source.id())));
            var added =
                    rewritten.added().stream()
                            .map(passage -> new Passages.Titled(source.title(), passage))
                            .toList();
            return Optional.of(new Saved(version, added, rewritten.removed()));
        });
    }

    /// Keeps words of a sound that the source no longer has, without any effect on those of the one
    /// that it has now.
    Transcripts.Version saveEarlier(
            Source heard, Transcript transcript, Transcripts.Origin origin) {
        return transcripts.save(heard.id(), heard.contentHash(), transcript, origin);
    }

    private static Source spoken(Source source, Document document) {
        return new Source(
                source.id(),
                source.kind(),
                source.title(),
                source.path(),
                source.revision(),
                source.contentHash(),
                source.size(),
                source.mediaType(),
                document.language(),
                source.authors(),
                source.tags(),
                source.created(),
                source.modified(),
                source.imported(),
                source.passages());
    }
}

package dev.pharos.engine.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Peaks;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.transcription.Recall;
import dev.pharos.engine.transcription.Timecode;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The [Recordings] of a [Library], and what its job queue does with those to be transcribed.
final class LibraryRecordings implements Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryRecordings.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Hears of the passages of a source that have taken the place of others.
    interface Indexing {
        void rewritten(List<Passages.Titled> added, List<Long> removed);
    }

    private record Parts(
            RecordingStore store,
            FileBlobs blobs,
            Chunker chunker,
            Indexing indexing,
            JobQueue jobs,
            Abilities abilities,
            boolean writable) {}

    private final Parts parts;
    private final Sources sources;

    private LibraryRecordings(Parts parts) {
        this.parts = parts;
        sources = parts.store().sources();
    }

    /// @param writable whether what is found out on the way may be kept
    static LibraryRecordings of(
            RecordingStore store,
            FileBlobs blobs,
            Chunker chunker,
            Indexing indexing,
            JobQueue jobs,
            Abilities abilities,
            boolean writable) {
        return new LibraryRecordings(
                new Parts(store, blobs, chunker, indexing, jobs, abilities, writable));
    }

    @Override
    public Job transcribe(SourceId source, TranscriptionOptions options) {
        var recording = sources.find(source).orElseThrow();
        var wanted = RecordingStore.Wanted.of(recording, options);
        return parts.jobs().add(TRANSCRIBE, source.toString(), wanted.title(), wanted.options());
    }

    @Override
    public int wordless() {
        var recordings =
                new SourceFilter(
                        List.of(SourceKind.RECORDING), List.of(), List.of(), List.of(), null, null);
        return (int) sources.matching(recordings).stream().filter(parts.store()::wordless).count();
    }

    /// One job of the queue, from the original to the saved transcript.
    void work(Job job, JobQueue.Report report) throws ProblemException {
        var options = options(job);
        while (!transcribed(job, options, report)) {
            report.checkpoint();
        }
    }

    /// What a job waits for before it can begin.
    @Nullable Problem lacks(Job job) {
        try {
            var folder = speech().transcription().models().folder();
            return options(job).model() == null ? new Problem.NoSpeechModel(folder) : null;
        } catch (ProblemException _) {
            return null; // the job itself says so
        }
    }

    /// Who had chosen no model when the job was made may have chosen one since.
    private TranscriptionOptions options(Job job) throws ProblemException {
        var options = options(job.options());
        return options.model() != null
                ? options
                : new TranscriptionOptions(
                        speech().options().current().model(),
                        options.language(),
                        options.translate(),
                        options.prompt(),
                        options.speakers(),
                        options.threads());
    }

    /// @return false where the source got another sound meanwhile
    private boolean transcribed(Job job, TranscriptionOptions options, JobQueue.Report report)
            throws ProblemException {
        var source =
                sources.find(SourceId.of(job.subject()))
                        .orElseThrow(() ->
                                new ProblemException(new Problem.NoSuchSource(job.subject())));
        String hash = source.contentHash();
        var checkpoints = parts.store().checkpoints();
        var transcript =
                new Transcriber(speech().transcription())
                        .transcribe(
                                new Transcriber.Sound(file(source), source.path(), hash),
                                options,
                                checkpoints,
                                waveform -> parts.store().sounds().saveWaveform(hash, waveform),
                                report);
        var saved = save(source, transcript, Transcripts.Origin.RECOGNISED, report);
        checkpoints.clear(hash);
        if (saved.isPresent() && !transcript.complete()) {
            report.notice(
                    new Problem.DecodedInPart(
                            source.path(), Timecode.brief(transcript.durationMs())));
        } else if (saved.isPresent() && transcript.segments().isEmpty()) {
            report.notice(new Problem.NoSpeech(source.path()));
        }
        return saved.isPresent();
    }

    private Path file(Source source) throws ProblemException {
        return parts.blobs()
                .find(source.contentHash())
                .orElseThrow(() -> new ProblemException(new Problem.FileMissing(source.path())))
                .file();
    }

    @Override
    public Transcripts.Version save(Source heard, Transcript transcript, Transcripts.Origin origin)
            throws ProblemException {
        return keep(
                heard,
                origin == Transcripts.Origin.IMPORTED ? recalled(heard, transcript) : transcript,
                origin);
    }

    private Transcripts.Version keep(Source heard, Transcript words, Transcripts.Origin origin)
            throws ProblemException {
        boolean first = parts.store().wordless(heard.id());
        var saved = save(heard, words, origin, Progress.NONE);
        if (first) {
            cancelWhatLacksAModel(heard.id());
        }
        return saved.isPresent() ? saved.get() : parts.store().saveEarlier(heard, words, origin);
    }

    /// Who brings the first words needs no model any more.
    private void cancelWhatLacksAModel(SourceId source) {
        parts.jobs().all().stream()
                .filter(job -> RecordingStore.transcribes(job, source.toString()))
                .filter(job -> job.state() == Job.State.WAITING && lacks(job) != null)
                .forEach(job -> parts.jobs().cancel(job.id()));
    }

    /// With what a file of words does not tell, and the library knows.
    private Transcript recalled(Source heard, Transcript words) {
        var known =
                sources.find(heard.id())
                        .filter(now -> now.contentHash().equals(heard.contentHash()))
                        .flatMap(now -> parts.store().transcripts().find(now.id()));
        var whole = known.isEmpty() ? words : Recall.of(words, known.get());
        return whole.language().equals(Transcript.UNKNOWN) ? whole.in(heard.language()) : whole;
    }

    @Override
    public Transcript words(Path file) throws ProblemException {
        return TranscriptFormat.of(file).read(file, parts.abilities().extractor());
    }

    @Override
    public Transcripts.Version restore(SourceId source, int number) throws ProblemException {
        var transcripts = parts.store().transcripts();
        var words =
                transcripts
                        .find(source, number)
                        .orElseThrow(() -> new IllegalArgumentException("no version " + number));
        return keep(sources.find(source).orElseThrow(), words, Transcripts.Origin.RESTORED);
    }

    private Optional<Transcripts.Version> save(
            Source source, Transcript transcript, Transcripts.Origin origin, Progress progress)
            throws ProblemException {
        var spoken = SpokenText.of(transcript);
        var document = spoken.in(sources.document(source.id()).orElseThrow());
        var chunks = spoken.chunks(document, parts.chunker(), progress);
        progress.checkpoint();
        var saved = parts.store().save(source, document, chunks, transcript, origin);
        saved.ifPresent(now -> parts.indexing().rewritten(now.added(), now.removed()));
        return saved.map(RecordingStore.Saved::version);
    }

    @Override
    public SourceId add(Recorder.Recorded recorded, Recorder recorder, String title)
            throws ProblemException {
        try (var _ = parts.blobs().hold()) {
            var blob = parts.blobs().adopt(recorded.file(), Progress.NONE);
            var known = sources.withContent(blob.hash());
            var source = known.isPresent() ? known.get().id() : addNew(recorded, blob, title);
            recorder.release(recorded);
            return source;
        }
    }

    private SourceId addNew(Recorder.Recorded recorded, Blobs.Blob blob, String title)
            throws ProblemException {
        var info = speech().transcription().audio().info(blob.file(), recorded.file());
        var note = RecordNote.of(recorded);
        var name = note.title() == null ? title : note.title();
        var document = RecordingFacts.document(info, recorded.file(), name, recorded.started());
        var id = new SourceId(UUID.randomUUID());
        var options = note.options() == null ? speech().options().current() : note.options();
        parts.store()
                .add(
                        new Sources.Revision(
                                source(id, recorded, blob, document),
                                document,
                                List.of(),
                                Map.of()),
                        recorded.markersMs(),
                        new RecordingStore.Wanted(id, document.title(), json(options)));
        parts.indexing().rewritten(List.of(), List.of());
        return id;
    }

    /// The recorder may use a name again, the library may not.
    private static Source source(
            SourceId id, Recorder.Recorded recorded, Blobs.Blob blob, Document document) {
        return new Source(
                id,
                document.kind(),
                document.title(),
                recorded.file().resolveSibling(id + ".wav"),
                1,
                blob.hash(),
                blob.size(),
                document.mediaType(),
                document.language(),
                document.authors(),
                document.tags(),
                document.created(),
                document.modified(),
                recorded.started().plusMillis(recorded.durationMs()),
                0);
    }

    @Override
    public List<Long> markers(SourceId source) {
        return parts.store().sounds().markers(source);
    }

    @Override
    public Waveform waveform(SourceId source, Progress progress) throws ProblemException {
        var recording = sources.find(source).orElseThrow();
        var kept = parts.store().sounds().waveform(recording.contentHash());
        if (kept.isPresent()) {
            return kept.get();
        }
        var heard = heard(recording, progress);
        if (parts.writable()) {
            try {
                parts.store().sounds().saveWaveform(recording.contentHash(), heard);
            } catch (StorageException e) {
                LOG.info("the waveform is drawn anew the next time", e);
            }
        }
        return heard;
    }

    private Waveform heard(Source recording, Progress progress) throws ProblemException {
        var peaks = new Peaks();
        var samples = new float[1 << 14];
        try (var sound = speech().transcription().audio().open(file(recording), recording.path())) {
            for (int n = sound.read(samples); n >= 0; n = sound.read(samples)) {
                peaks.add(samples, n);
                progress.report(peaks.durationMs(), 0);
                progress.checkpoint();
            }
        }
        return peaks.waveform();
    }

    private Abilities.Speech speech() {
        var speech = parts.abilities().speech();
        if (speech == null) {
            throw new IllegalStateException("without speech among the abilities");
        }
        return speech;
    }

    static String json(TranscriptionOptions options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TranscriptionOptions options(String json) {
        try {
            return JSON.readValue(json, TranscriptionOptions.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

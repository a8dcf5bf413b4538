package dev.pharos.engine.library;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.batch.ItemLog;
import dev.pharos.engine.batch.KeptItem;
import dev.pharos.engine.batch.Standing;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteBatches;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Jobs;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The [Batches] of a [Library], and what its job queue does for them.
final class LibraryBatches implements Batches {

    /// What it works with.
    ///
    /// @param kept the jobs of the queue as they are saved
    /// @param speech null where sound is just another unsupported format
    record Parts(
            Database database,
            RecordingStore store,
            Jobs kept,
            JobQueue queue,
            Abilities.@Nullable Speech speech) {}

    private final Parts parts;
    private final NoteJob.Parts making;
    private final SqliteBatches batches;
    private final BatchBoard board;
    private final MakingListeners listeners = new MakingListeners();

    LibraryBatches(Parts parts, NoteJob.Parts making) {
        this.parts = parts;
        this.making = making;
        batches = making.batches();
        board = new BatchBoard(batches, parts.queue(), making.clock());
    }

    @Override
    public Subscription listen(Listener listener) {
        return listeners.add(listener);
    }

    @Override
    public Batch submit(List<SourceId> sources, Batch.Settings settings) throws ProblemException {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a batch needs a source");
        }
        var found = new ArrayList<Source>();
        for (SourceId each : new LinkedHashSet<>(sources)) {
            found.add(
                    making.sources()
                            .find(each)
                            .orElseThrow(() ->
                                    new ProblemException(
                                            new Problem.NoSuchSource(each.toString()))));
        }
        var extents = found.stream().map(this::extent).toList();
        var options = options(settings.spoken());
        var head = new SqliteBatches.Head(new Batch.Id(UUID.randomUUID()), settings, now());
        parts.database()
                .write(_ -> {
                    batches.add(head, queued(head.id(), found, extents, options));
                    return head;
                });
        parts.queue().changed();
        return find(head.id()).orElseThrow();
    }

    private Instant now() {
        return making.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<TranscriptionOptions> options(@Nullable String spoken)
            throws ProblemException {
        if (parts.speech() == null) {
            return Optional.empty();
        }
        var set = parts.speech().options().current();
        return Optional.of(
                spoken == null
                        ? set
                        : new TranscriptionOptions(
                                set.model(),
                                spoken,
                                set.translate(),
                                set.prompt(),
                                set.speakers(),
                                set.threads()));
    }

    /// Notes follow the transcription that they need, wherever that is in the queue.
    private List<KeptItem> queued(
            Batch.Id batch,
            List<Source> sources,
            List<ItemLog.Extent> extents,
            Optional<TranscriptionOptions> options) {
        var all = parts.kept().all();
        var waiting = new HashMap<String, Job>();
        all.stream()
                .filter(job -> job.kind().equals(Recordings.TRANSCRIBE) && !job.state().over())
                .forEach(job -> waiting.put(job.subject(), job));
        var items = new ArrayList<KeptItem>();
        Map<Long, Long> follows = new LinkedHashMap<>();
        for (Source each : sources) {
            var extent = extents.get(items.size());
            var transcription = waiting.get(each.id().toString());
            boolean needed = transcription == null && extent.wordless();
            var own =
                    needed && options.isPresent() && !parts.store().worded(each)
                            ? transcribe(RecordingStore.Wanted.of(each, options.get())).id()
                            : null;
            var job = add(batch, each.id(), each.title());
            if (transcription != null) {
                follows.put(transcription.id(), job.id());
            }
            items.add(
                    new KeptItem(
                            batch,
                            items.size(),
                            each.id(),
                            each.title(),
                            job.id(),
                            own,
                            ItemLog.of(extent)));
        }
        if (!follows.isEmpty()) {
            parts.kept()
                    .order(
                            all.stream()
                                    .map(Job::id)
                                    .flatMap(id ->
                                            follows.containsKey(id)
                                                    ? Stream.of(id, follows.get(id))
                                                    : Stream.of(id))
                                    .toList());
        }
        return items;
    }

    private Job transcribe(RecordingStore.Wanted wanted) {
        return parts.kept()
                .add(
                        Recordings.TRANSCRIBE,
                        wanted.source().toString(),
                        wanted.title(),
                        wanted.options());
    }

    private Job add(Batch.Id batch, SourceId source, String title) {
        return parts.kept()
                .add(MAKE_NOTE, source.toString(), title, "{\"batch\":\"" + batch + "\"}");
    }

    private ItemLog.Extent extent(Source source) {
        var document = making.sources().document(source.id()).orElseThrow();
        String told = document.properties().getOrDefault("durationMs", "");
        return new ItemLog.Extent(
                source.kind() == SourceKind.RECORDING,
                parts.store().wordless(source.id()),
                told.matches("\\d{1,15}") ? Long.parseLong(told) : 0,
                document.text().length());
    }

    @Override
    public Optional<Batch> find(Batch.Id id) {
        return board.find(id);
    }

    @Override
    public List<Batch> all() {
        return board.all();
    }

    private Standing standing() {
        return new Standing(parts.queue().all(), making.clock());
    }

    /// The transcription that a job has done.
    static Optional<ItemLog.Timed> timed(Job job) {
        var began = job.started();
        var ended = job.ended();
        return job.state() == Job.State.DONE && began != null && ended != null
                ? Optional.of(new ItemLog.Timed(MakingStep.TRANSCRIPTION, began, ended))
                : Optional.empty();
    }

    /// One job of the queue. Where the transcription that it waited for has failed, so does this.
    void work(Job job, JobQueue.Report report) throws ProblemException {
        var item = batches.item(job.id()).orElseThrow();
        var settings = batches.find(item.batch()).orElseThrow().settings();
        var transcription =
                standing().transcription(job.subject()).filter(_ -> item.log().extent().wordless());
        var why = transcription.map(Job::problem);
        if (why.isPresent()
                && transcription.get().state() == Job.State.FAILED
                && parts.store().wordless(item.source())) {
            batches.save(item.with(item.log().again().failed(why.get())), null);
            throw new ProblemException(why.get());
        }
        new NoteJob(making, settings, item, report, listeners)
                .run(transcription.flatMap(LibraryBatches::timed).orElse(null));
    }

    @Override
    public List<Long> jobs(Batch.Id id) {
        var standing = standing();
        return batches.items(id).stream()
                .flatMap(item ->
                        Stream.concat(
                                standing
                                        .transcription(item.source().toString())
                                        .filter(_ -> item.log().extent().wordless())
                                        .map(Job::id)
                                        .stream(),
                                Stream.of(item.job())))
                .toList();
    }

    /// Jobs that make the notes of others, by the source that these wait for.
    private Set<String> wantedElsewhere(Set<Long> jobs) {
        var wanted = new HashSet<String>();
        parts.queue().all().stream()
                .filter(job -> job.kind().equals(MAKE_NOTE) && !job.state().over())
                .filter(job -> !jobs.contains(job.id()))
                .forEach(job -> wanted.add(job.subject()));
        return wanted;
    }

    @Override
    public void cancel(Batch.Id id) {
        var items = batches.items(id);
        var jobs = new LinkedHashSet<>(items.stream().map(KeptItem::job).toList());
        var elsewhere = wantedElsewhere(jobs);
        items.stream()
                .filter(each -> !elsewhere.contains(each.source().toString()))
                .map(KeptItem::transcription)
                .filter(Objects::nonNull)
                .forEach(jobs::add);
        batches.cancelled(id, now());
        parts.queue().cancel(jobs);
    }

    @Override
    public void retry(Batch.Id id) throws ProblemException {
        var batch = find(id);
        if (batch.isEmpty()) {
            return;
        }
        var standing = standing();
        var options = options(batch.get().settings().spoken());
        var failed =
                batch.get().items().stream()
                        .filter(LibraryBatches::unfinished)
                        .map(BatchItem::source)
                        .collect(Collectors.toSet());
        var again =
                batches.items(id).stream()
                        .filter(each -> failed.contains(each.source()))
                        .filter(each -> making.sources().find(each.source()).isPresent())
                        .map(each -> each.with(each.log().asked(now())))
                        .toList();
        if (again.isEmpty()) {
            return;
        }
        batches.cancelled(id, null);
        again.forEach(each -> batches.save(each, null));
        var transcriptions = new ArrayList<Long>();
        for (KeptItem each : again) {
            transcribeAgain(each, standing, options).ifPresent(transcriptions::add);
        }
        parts.queue().retry(transcriptions);
        again.stream()
                .filter(each -> parts.kept().find(each.job()).isEmpty())
                .forEach(this::queueAgain);
        parts.queue().retry(again.stream().map(KeptItem::job).toList());
        board.forget(id);
        parts.queue().changed();
    }

    private static boolean unfinished(BatchItem item) {
        return item.state() == Job.State.FAILED || item.state() == Job.State.CANCELLED;
    }

    /// @return the job that is to be tried again; nothing where none is needed, or a new one waits
    private Optional<Long> transcribeAgain(
            KeptItem item, Standing standing, Optional<TranscriptionOptions> options) {
        if (!parts.store().wordless(item.source())) {
            return Optional.empty();
        }
        var known = standing.transcription(item.source().toString());
        if (known.isEmpty() && options.isPresent()) {
            var source = making.sources().find(item.source()).orElseThrow();
            parts.database()
                    .write(_ -> {
                        var job = transcribe(RecordingStore.Wanted.of(source, options.get()));
                        batches.save(item.transcribedBy(job.id()), null);
                        return job;
                    });
        }
        return known.map(Job::id);
    }

    private void queueAgain(KeptItem item) {
        parts.database()
                .write(_ -> {
                    var now = batches.item(item.job()).orElse(item);
                    var job = add(now.batch(), now.source(), now.title());
                    batches.save(now.with(job.id()), null);
                    return job;
                });
    }

    @Override
    public boolean remove(Batch.Id id) {
        var batch = find(id);
        if (batch.isEmpty() || !batch.get().status().over()) {
            return false;
        }
        parts.queue().remove(batches.items(id).stream().map(KeptItem::job).toList());
        batches.remove(id);
        board.forget(id);
        return true;
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteBatches;
import dev.pharos.engine.storage.SqliteNotes;
import dev.pharos.engine.storage.SqliteTrash;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// The [Trash] of a [Library].
final class LibraryTrash implements Trash {

    /// What has to follow when sources go or come back.
    interface Index {
        /// Passages are found no more.
        void gone(List<Long> passages);

        /// Those of some sources are to be found again.
        ///
        /// @param progress hears how many of them are, and cannot stop it
        void back(List<SourceId> sources, LongConsumer progress);
    }

    private final SqliteTrash rows;
    private final SqliteNotes notes;
    private final SqliteBatches batches;
    private final FileBlobs blobs;
    private final RecordingStore recordings;
    private final JobQueue jobs;
    private final Index index;
    private final Clock clock;

    LibraryTrash(
            Database database,
            FileBlobs blobs,
            RecordingStore recordings,
            JobQueue jobs,
            Index index,
            Clock clock) {
        rows = new SqliteTrash(database);
        notes = new SqliteNotes(database);
        batches = new SqliteBatches(database);
        this.blobs = blobs;
        this.recordings = recordings;
        this.jobs = jobs;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public void put(Collection<SourceId> sources, Progress progress) {
        var passages = rows.put(sources, clock.instant(), progress);
        of(sources).stream()
                .filter(job -> !job.state().over())
                .forEach(job -> jobs.cancel(job.id()));
        index.gone(passages);
    }

    private List<Job> of(Collection<SourceId> sources) {
        var subjects = sources.stream().map(SourceId::toString).collect(Collectors.toSet());
        return jobs.all().stream().filter(job -> subjects.contains(job.subject())).toList();
    }

    @Override
    public List<Trashed> all() {
        return rows.all();
    }

    /// What their owner had cancelled before stays cancelled.
    @Override
    public int restore(Collection<SourceId> sources, Progress progress) {
        var trashed =
                rows.all().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.source().id().toString(), Trashed::when));
        long all = 2L * sources.size();
        var back = rows.restore(sources, new Half(progress, all));
        for (Job job : of(back)) {
            var ended = job.ended();
            if (job.state() == Job.State.CANCELLED
                    && ended != null
                    && !ended.isBefore(trashed.getOrDefault(job.subject(), Instant.MAX))
                    && wanted(job)) {
                jobs.retry(job.id());
            }
        }
        index.back(back, found -> progress.report(sources.size() + found, all));
        return back.size();
    }

    /// Who has brought the words meanwhile needs no transcription any more, who has cancelled a
    /// batch none of its notes.
    private boolean wanted(Job job) {
        return job.kind().equals(Recordings.TRANSCRIBE)
                ? recordings.forgotten(SourceId.of(job.subject()))
                : batches.wanted(job.id());
    }

    /// The first half of a piece of work.
    private record Half(Progress whole, long total) implements Progress {
        @Override
        public void report(long done, long ofHalf) {
            whole.report(done, total);
        }

        @Override
        public boolean cancelled() {
            return whole.cancelled();
        }
    }

    @Override
    public int delete(Collection<SourceId> sources) {
        int gone = rows.delete(sources);
        of(sources).stream()
                .filter(job -> job.state().over())
                .forEach(job -> jobs.remove(job.id()));
        notes.forgotten(blobs.remove(rows::unused));
        return gone;
    }
}

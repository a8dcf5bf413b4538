package dev.pharos.engine.library;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.KeptItem;
import dev.pharos.engine.batch.Pace;
import dev.pharos.engine.batch.Standing;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.storage.SqliteBatches;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The batches as they stand, for who looks again and again: of those that are over the items are
/// read once, until one of their jobs is another. Safe for use by several threads.
final class BatchBoard {

    /// From so many of the last steps it is told how long others will take.
    private static final int MEASURED = 20;

    /// A batch that is over, and the jobs that say so.
    private record Over(Batch batch, List<KeptItem> items, List<Optional<Job>> jobs) {}

    private final SqliteBatches batches;
    private final JobQueue queue;
    private final Clock clock;
    private final Map<Batch.Id, Over> over = new HashMap<>();

    BatchBoard(SqliteBatches batches, JobQueue queue, Clock clock) {
        this.batches = batches;
        this.queue = queue;
        this.clock = clock;
    }

    synchronized Optional<Batch> find(Batch.Id id) {
        var look = new Look();
        return batches.find(id).map(look::at);
    }

    /// The newest first.
    synchronized List<Batch> all() {
        var look = new Look();
        return batches.all().stream().map(look::at).toList();
    }

    /// What is kept of it was changed, or it is gone.
    synchronized void forget(Batch.Id id) {
        over.remove(id);
    }

    /// At one moment.
    private final class Look {
        private final List<Job> jobs = queue.all();
        private final Standing standing = new Standing(jobs, clock);
        private final Map<Optional<Boolean>, Pace> paces = new HashMap<>();

        /// The jobs were read before the items, so that these are never older.
        Batch at(SqliteBatches.Head head) {
            var known = over.get(head.id());
            if (known != null && known.jobs().equals(standing.behind(known.items()))) {
                return known.batch();
            }
            var making = head.settings().making();
            var pace = paces.computeIfAbsent(Optional.ofNullable(making.model()), this::pace);
            var items = batches.items(head.id());
            var now =
                    new Batch(
                            head.id(),
                            head.settings(),
                            head.created(),
                            items.stream().map(each -> standing.of(each, making, pace)).toList());
            if (now.status().over()) {
                over.put(head.id(), new Over(now, items, standing.behind(items)));
            }
            return now;
        }

        private Pace pace(Optional<Boolean> model) {
            var measured = new ArrayList<Pace.Measured>();
            batches.finished(model.orElse(null), MEASURED).stream()
                    .flatMap(log -> Pace.of(log).stream())
                    .filter(each -> each.step() != MakingStep.TRANSCRIPTION)
                    .forEach(measured::add);
            jobs.stream()
                    .filter(job -> job.kind().equals(Recordings.TRANSCRIBE))
                    .filter(job -> job.state() == Job.State.DONE && job.total() > 0)
                    .sorted(
                            Comparator.comparing(
                                            Job::ended,
                                            Comparator.nullsFirst(Comparator.naturalOrder()))
                                    .reversed())
                    .limit(MEASURED)
                    .flatMap(job -> measured(job).stream())
                    .forEach(measured::add);
            return new Pace(measured, model.orElse(null));
        }
    }

    private static Optional<Pace.Measured> measured(Job job) {
        return LibraryBatches.timed(job)
                .flatMap(timed ->
                        timed.took()
                                .map(took -> new Pace.Measured(timed.step(), job.total(), took)));
    }
}

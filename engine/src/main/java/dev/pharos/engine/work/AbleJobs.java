package dev.pharos.engine.work;

import dev.pharos.engine.work.Job.State;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The waiting jobs that can begin. Its caller holds the lock of the queue.
///
/// @param changed is run after one of them was given something else to wait for
record AbleJobs(JobBoard board, Map<String, JobQueue.Worker> workers, Runnable changed) {

    /// In their order; of each of the others that are passed it is written down why not.
    Stream<Job> jobs() {
        var all = board.all();
        var open = new UnfinishedJobs(all);
        return all.stream()
                .filter(job -> job.state() == State.WAITING)
                .filter(job -> canBegin(job, open));
    }

    private boolean canBegin(Job job, UnfinishedJobs open) {
        var worker = workers.get(job.kind());
        if (worker == null) {
            return false;
        }
        var lacks = worker.lacks(job, open);
        if (!Objects.equals(lacks, job.problem())) {
            board.saveIfPossible(job.with(State.WAITING, lacks, job.started(), null));
            changed.run();
        }
        return lacks == null;
    }
}

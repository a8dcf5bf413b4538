package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.UnfinishedJobs;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Does the jobs of [Batches#MAKE_NOTE]. For the queue's threads.
///
/// @param batches are asked for with the first job: they need the queue, which needs this
record NoteJobs(Supplier<LibraryBatches> batches) implements JobQueue.Worker {

    @Override
    public void run(Job job, JobQueue.Report report) throws ProblemException {
        batches.get().work(job, report);
    }

    @Override
    public @Nullable Problem lacks(Job job, UnfinishedJobs open) {
        return open.has(Recordings.TRANSCRIBE, job.subject())
                ? new Problem.TranscribedFirst()
                : null;
    }

    /// Each of them belongs to another batch, with settings of its own.
    @Override
    public boolean several() {
        return true;
    }
}

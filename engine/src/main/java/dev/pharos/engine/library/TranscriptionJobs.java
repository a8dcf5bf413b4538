package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.UnfinishedJobs;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Does the jobs of [Recordings#TRANSCRIBE]. For the queue's threads.
///
/// @param recordings are asked for with the first job: they need the queue, which needs this
record TranscriptionJobs(Supplier<LibraryRecordings> recordings) implements JobQueue.Worker {

    @Override
    public void run(Job job, JobQueue.Report report) throws ProblemException {
        recordings.get().work(job, report);
    }

    @Override
    public @Nullable Problem lacks(Job job, UnfinishedJobs open) {
        return recordings.get().lacks(job);
    }
}

package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Subscription;

import java.util.List;
import java.util.Optional;

/// The batches of a library. They outlive the program: the jobs of a batch are done by the job
/// queue of the process that writes to the library, one after the other, and the failure of one
/// stops no other. Safe for use by several threads. What changes needs a library that was opened
/// for writing.
public interface Batches {

    /// The kind of job that makes the notes of one source.
    String MAKE_NOTE = "make-note";

    /// Hears what this process makes, on the thread that makes it, which waits for it.
    interface Listener {
        /// Before anything is made or made again of a source, or of a made note.
        void begins(SourceId source);

        /// @param notices what did not go as wished
        void made(Batch.Id batch, SourceId source, List<Made> made, List<Problem> notices);
    }

    Subscription listen(Listener listener);

    /// Queues the making of notes. A recording without words is transcribed first, by the job that
    /// waits for that already where there is one; its notes come next, before other recordings are
    /// begun. The batch and its jobs are saved together or not at all.
    ///
    /// @param sources recordings, documents, notes; one that is named twice is taken once
    /// @throws IllegalArgumentException where there is none
    /// @throws ProblemException `NoSuchSource`, and then nothing was queued
    Batch submit(List<SourceId> sources, Batch.Settings settings) throws ProblemException;

    /// As it is now.
    Optional<Batch> find(Batch.Id id);

    /// The newest first.
    List<Batch> all();

    /// Ids of the jobs in the queue that it waits for: those of its own, and the last
    /// transcriptions of its sources.
    List<Long> jobs(Batch.Id id);

    /// Cancels all of it that is not over, with the transcriptions that were queued for it alone;
    /// those that an import or somebody else has asked for go on. What was made stays.
    void cancel(Batch.Id id);

    /// Queues what failed or was cancelled once more; what was finished is not made again.
    void retry(Batch.Id id) throws ProblemException;

    /// Forgets a batch that is over, and its jobs; nothing that was made goes.
    ///
    /// @return whether it is gone; not where some of it waits or runs
    boolean remove(Batch.Id id);
}

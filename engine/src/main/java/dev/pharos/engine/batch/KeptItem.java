package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

/// An item of a batch as the library keeps it.
///
/// @param position in its batch, from 0
/// @param source may be gone
/// @param title of that when it was handed over
/// @param job that makes its notes; may be gone from the queue
/// @param transcription the job that was queued for this item alone, or null
public record KeptItem(
        Batch.Id batch,
        int position,
        SourceId source,
        String title,
        long job,
        @Nullable Long transcription,
        ItemLog log) {
    public KeptItem with(ItemLog now) {
        return new KeptItem(batch, position, source, title, job, transcription, now);
    }

    public KeptItem transcribedBy(long newJob) {
        return new KeptItem(batch, position, source, title, job, newJob, log);
    }

    public KeptItem with(long newJob) {
        return new KeptItem(batch, position, source, title, newJob, transcription, log);
    }
}

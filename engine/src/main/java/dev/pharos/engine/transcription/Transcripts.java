package dev.pharos.engine.transcription;

import dev.pharos.engine.library.SourceId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The transcripts of recordings. None is ever overwritten: each save makes a new version, the
/// newest is the current one. Safe for use by several threads.
public interface Transcripts {

    /// A version, without its words.
    ///
    /// @param number 1 for the first
    /// @param origin how it came to be
    /// @param complete as of a [Transcript]
    /// @param sameSound whether its words were said in the sound that the source has now; those of
    ///   an earlier sound, from before the file was imported again, are never taken for its words
    record Version(
            int number,
            Origin origin,
            Instant made,
            String model,
            boolean complete,
            boolean sameSound) {}

    /// How a version came to be.
    enum Origin {
        RECOGNISED,
        EDITED,
        IMPORTED,
        /// An earlier version made the newest again.
        RESTORED
    }

    /// The current one.
    Optional<Transcript> find(SourceId source);

    Optional<Transcript> find(SourceId source, int version);

    /// The current one with only those of its segments that are heard, at least in part, in a
    /// stretch of time: cheap, however long the recording is.
    Optional<Transcript> heard(SourceId source, long fromMs, long toMs);

    /// How long the recordings are that have words, in milliseconds.
    Map<SourceId, Long> lengths();

    /// All that were ever made, those of an earlier sound included, newest first. The current one
    /// is the first of the same sound.
    List<Version> versions(SourceId source);

    /// Adds a version. Only the words and times: the library's own way in is [Recordings], which
    /// also makes them findable.
    Version save(SourceId source, Transcript transcript, Origin origin);
}

package dev.pharos.ui.job;

import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Something that takes long, whatever it is, as it is at this moment. Immutable.
///
/// @param id of this work among all; it keeps it
/// @param title for people, such as the name of a recording
/// @param deeds what may be done with it now
public record LongWork(String id, Kind kind, String title, Stand stand, Set<Deed> deeds) {

    /// What sort of work it is.
    public enum Kind {
        TRANSCRIPTION,
        NOTE,
        IMPORT,
        INDEX,
        MEANING,
        CHANGE,
        DOWNLOAD,
        EXPORT,
        MIRROR,
        SOURCES
    }

    /// What may be done with work.
    public enum Deed {
        CHOOSE_MODEL,
        PAUSE,
        RESUME,
        RETRY,
        CANCEL,
        REMOVE,
        OPEN,
        OPEN_FOLDER,
        EARLIER,
        LATER
    }

    /// How it stands.
    ///
    /// @param stage what is being done or what became of it, in words
    /// @param facts how far, how fast and on what, in words; it changes all the time
    /// @param fraction 0 to 1, or -1 while unknown
    /// @param left how long it still takes, or null while unknown
    /// @param trouble why it failed, or what did not go as wished, in words; or null
    /// @param ended null while it is not over
    public record Stand(
            Job.State state,
            String stage,
            String facts,
            double fraction,
            @Nullable Duration left,
            @Nullable String trouble,
            @Nullable Instant ended) {

        /// It is being worked on.
        public static Stand running(
                String stage, String facts, double fraction, @Nullable Duration left) {
            return new Stand(Job.State.RUNNING, stage, facts, fraction, left, null, null);
        }

        /// It can go on.
        public static Stand paused(String stage, String facts, double fraction) {
            return new Stand(Job.State.PAUSED, stage, facts, fraction, null, null, null);
        }

        /// It has ended well.
        public static Stand done(String stage, Instant ended) {
            return new Stand(Job.State.DONE, stage, "", 1, null, null, ended);
        }

        /// It has ended before it was done, and this is why.
        public static Stand failed(String stage, @Nullable String trouble, Instant ended) {
            return new Stand(Job.State.FAILED, stage, "", 0, null, trouble, ended);
        }

        /// Its user has ended it.
        public static Stand cancelled(String stage, Instant ended) {
            return new Stand(Job.State.CANCELLED, stage, "", 0, null, null, ended);
        }
    }

    public LongWork {
        deeds = Set.copyOf(deeds);
    }

    public Job.State state() {
        return stand.state();
    }

    public boolean over() {
        return state().over();
    }

    public boolean can(Deed deed) {
        return deeds.contains(deed);
    }
}

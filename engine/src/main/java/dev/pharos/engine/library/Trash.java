package dev.pharos.engine.library;

import dev.pharos.engine.work.Progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// What its owner has thrown away and can take back: sources of every kind. While it is here a
/// source is found nowhere else: in no list, search, answer or link. Nothing of it is lost: its
/// versions, transcripts and vectors wait. Safe for use by several threads.
public interface Trash {

    /// A source that was thrown away.
    record Trashed(Source source, Instant when) {}

    /// Throws sources away. Work on them, such as a transcription, is stopped; ids that name no
    /// source are passed over. Progress counts sources.
    ///
    /// @throws CancellationException if cancelled; then all are where they were
    void put(Collection<SourceId> sources, Progress progress);

    /// The same.
    default void put(Collection<SourceId> sources) {
        put(sources, Progress.NONE);
    }

    /// The last one first.
    List<Trashed> all();

    /// The source of this id, if it was thrown away.
    default Optional<Trashed> find(SourceId source) {
        return all().stream().filter(each -> each.source().id().equals(source)).findFirst();
    }

    /// Takes sources back. Where another source has taken the path of one meanwhile, that one gets
    /// a name with a number. Progress counts each twice: once it is back, and once it is found
    /// again.
    ///
    /// @return how many came back
    /// @throws CancellationException if cancelled before all are back; then none is
    int restore(Collection<SourceId> sources, Progress progress);

    /// The same.
    default int restore(Collection<SourceId> sources) {
        return restore(sources, Progress.NONE);
    }

    /// Forgets sources for ever, with their originals as far as nothing else in the library needs
    /// them; while an import runs, those go when the library is next opened. This cannot be taken
    /// back.
    ///
    /// @param sources in the trash; others are passed over
    /// @return how many went
    int delete(Collection<SourceId> sources);
}

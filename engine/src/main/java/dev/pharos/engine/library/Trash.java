package dev.pharos.engine.library;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What its owner has thrown away and can take back: sources of every kind. While it is here a
/// source is found nowhere else: in no list, search, answer or link. Nothing of it is lost: its
/// versions, transcripts and vectors wait. Safe for use by several threads.
public interface Trash {

    /// A source that was thrown away.
    record Trashed(Source source, Instant when) {}

    /// Throws sources away. Work on them, such as a transcription, is stopped; ids that name no
    /// source are passed over.
    void put(Collection<SourceId> sources);

    /// The last one first.
    List<Trashed> all();

    /// Takes sources back. Where another source has taken the path of one meanwhile, that one gets
    /// a name with a number.
    ///
    /// @return how many came back
    int restore(Collection<SourceId> sources);

    /// Forgets sources for ever, with their originals as far as nothing else in the library needs
    /// them; while an import runs, those go when the library is next opened. This cannot be taken
    /// back.
    ///
    /// @param sources in the trash; others are passed over
    /// @return how many went
    int delete(Collection<SourceId> sources);
}

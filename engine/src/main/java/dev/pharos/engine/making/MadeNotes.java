package dev.pharos.engine.making;

import dev.pharos.engine.library.SourceId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which notes of a library were made from which sources. All calls block for milliseconds; safe
/// for use by several threads. What writes needs a library that was opened for writing.
public interface MadeNotes {

    /// How a note was made, be it in the trash; nothing where it was not.
    Optional<MadeNote> find(SourceId note);

    /// The notes that were made from a source and are not in the trash, the last made first.
    List<MadeNote> from(SourceId source);

    /// The source of each note that was made, be it in the trash.
    Map<SourceId, SourceId> origins();

    /// Saves how a note was made; what was known of it before is replaced.
    void save(MadeNote made);
}

package dev.pharos.engine.library;

import dev.pharos.engine.note.Notes;
import dev.pharos.engine.relationship.Relationships;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteLinks;
import dev.pharos.engine.storage.SqliteMadeNotes;
import dev.pharos.engine.storage.SqliteRelationships;
import dev.pharos.engine.transcription.Transcripts;

import java.time.Clock;

/// Makes the [Relationships] of a [Library].
final class LibraryRelationships {
    private LibraryRelationships() {}

    static Relationships of(
            Database database,
            Sources sources,
            Passages passages,
            Transcripts transcripts,
            Notes notes,
            Searcher searcher,
            LibraryEmbedding embedding) {
        return new Relationships(
                new Relationships.Parts(
                        sources,
                        passages,
                        transcripts,
                        embedding.vectors(),
                        searcher,
                        embedding::embedder,
                        new SqliteLinks(database)::all,
                        notes,
                        new SqliteMadeNotes(database),
                        new SqliteRelationships(database),
                        Clock.systemUTC()));
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.making.NoteMaking;
import dev.pharos.engine.making.Surroundings;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.relationship.RelationshipMapping;
import dev.pharos.engine.relationship.Relationships;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteBatches;
import dev.pharos.engine.storage.SqliteMadeNotes;
import dev.pharos.engine.storage.SqliteTrash;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.JobQueue;

import java.time.Clock;
import java.util.Optional;

/// Makes the [NoteMaking] of a [Library], and the batches that use it.
final class LibraryMaking {
    private LibraryMaking() {}

    static NoteMaking of(
            Database database,
            Sources sources,
            Transcripts transcripts,
            Notes notes,
            Tags tags,
            Relations relations,
            JobQueue jobs,
            LibraryEmbedding embedding,
            Abilities abilities) {
        var made = new SqliteMadeNotes(database);
        var surroundings =
                new Surroundings(
                        sources,
                        tags,
                        relations,
                        made,
                        id -> thrownAway(new SqliteTrash(database), id));
        return new NoteMaking(
                new NoteMaking.Parts(
                        sources,
                        transcripts,
                        notes,
                        made,
                        surroundings,
                        new NoteMaking.Needed(
                                embedding::embedder, abilities.chat(), abilities.research()),
                        source ->
                                jobs.all().stream()
                                        .anyMatch(job ->
                                                RecordingStore.transcribes(job, source.toString())),
                        Clock.systemUTC()));
    }

    private static Optional<Source> thrownAway(SqliteTrash trash, SourceId source) {
        return trash.all().stream()
                .map(Trash.Trashed::source)
                .filter(each -> each.id().equals(source))
                .findFirst();
    }

    static LibraryBatches batches(
            Database database,
            LibraryBatches.Parts parts,
            Sources sources,
            NoteMaking making,
            Relationships relationships) {
        var mapping = new RelationshipMapping(sources, making.made(), relationships);
        return new LibraryBatches(
                parts,
                new NoteJob.Parts(
                        new SqliteBatches(database), sources, making, mapping, Clock.systemUTC()));
    }
}

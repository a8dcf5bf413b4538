package dev.pharos.engine.library;

import dev.pharos.engine.graph.Duplicates;
import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Graph.Bond;
import dev.pharos.engine.graph.KeptPlaces;
import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.relationship.KeptRelationships;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteRelationships;

import java.util.List;

/// Makes the [Relations] of a [Library]: by the vectors that are searched, with the picture kept in
/// the library's folder.
final class LibraryRelations {
    private static final String PLACES = "graph.places";

    private LibraryRelations() {}

    static Relations of(
            LibraryFolder folder,
            Database database,
            Sources sources,
            Passages passages,
            Notes notes,
            LibraryEmbedding embedding) {
        var kept = new SqliteRelationships(database);
        return new Relations(
                sources,
                notes.links(),
                embedding.vectors(),
                () -> embedding.embedder().model(),
                new KeptPlaces(folder.path().resolve(PLACES), folder.writable()),
                new Duplicates(sources, passages),
                () -> bonds(kept));
    }

    private static List<Bond> bonds(KeptRelationships kept) {
        return kept.all().stream()
                .map(KeptRelationships.Kept::relationship)
                .filter(each -> each.state() == Relationship.State.ACCEPTED)
                .map(each -> new Bond(each.from(), each.to(), kind(each.type()), each.strength()))
                .toList();
    }

    private static Graph.Kind kind(Relationship.Type type) {
        return switch (type) {
            case CONTINUES -> Graph.Kind.CONTINUES;
            case SIMILAR -> Graph.Kind.RESEMBLES;
            case SUPPORTS -> Graph.Kind.SUPPORTS;
            case CONTRADICTS -> Graph.Kind.CONTRADICTS;
            case MENTIONS -> Graph.Kind.MENTIONS;
        };
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.graph.Duplicates;
import dev.pharos.engine.graph.KeptPlaces;
import dev.pharos.engine.graph.Relations;
import dev.pharos.engine.note.Notes;

/// Makes the [Relations] of a [Library]: by the vectors that are searched, with the picture kept in
/// the library's folder.
final class LibraryRelations {
    private static final String PLACES = "graph.places";

    private LibraryRelations() {}

    static Relations of(
            LibraryFolder folder,
            Sources sources,
            Passages passages,
            Notes notes,
            LibraryEmbedding embedding) {
        return new Relations(
                sources,
                notes.links(),
                embedding.vectors(),
                () -> embedding.embedder().model(),
                new KeptPlaces(folder.path().resolve(PLACES), folder.writable()),
                new Duplicates(sources, passages));
    }
}

package dev.pharos.engine.library;

import java.nio.file.Path;
import java.time.Clock;

/// What the importer of a [Library] is made of.
record ImportParts(
        RecordingStore store,
        FileBlobs blobs,
        Chunker chunker,
        LibraryNotes notes,
        OwnersMarks marks,
        SourcePast past,
        LibraryIndexing indexing) {

    /// @param folder of the library
    Importer importer(Abilities abilities, Path folder) {
        var extractor = abilities.extractor();
        var speech = abilities.speech();
        var intake =
                new FileIntake(store, notes, blobs, extractor, chunker, speech, Clock.systemUTC());
        var back = new LibraryReturn(store, blobs, chunker, marks, past, indexing, intake);
        return new Importer(
                new Importer.Parts(store, blobs, intake, notes, back, indexing, folder));
    }
}

package dev.pharos.engine.library;

import java.util.List;

/// What a look at a library's integrity found.
///
/// @param database SQLite's own findings, empty where it is sound
/// @param missingBlobs hashes of originals that are recorded and not there
/// @param passages in the database
/// @param indexed passages in the word index
/// @param vectors passages with a vector of the current model
/// @param sources in the database
/// @param bytes the library folder takes on disk
public record LibraryCheck(
        List<String> database,
        List<String> missingBlobs,
        int sources,
        int passages,
        int indexed,
        int vectors,
        long bytes) {

    public LibraryCheck {
        database = List.copyOf(database);
        missingBlobs = List.copyOf(missingBlobs);
    }

    public boolean sound() {
        return database.isEmpty() && missingBlobs.isEmpty();
    }
}

package dev.pharos.engine.note;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the mirroring of notes in a folder has done.
///
/// @param read files whose text was taken into the library
/// @param written files that got the text of their note
/// @param merged files that were changed on both sides, and have both changes now
/// @param keptTwice files that were changed on both sides in the same lines: they say what the note
///   says, and what they said is a version of it
/// @param trashed notes whose file was deleted
/// @param deleted files whose note was thrown away
/// @param passedOver files that could not be read, or are no text; nothing was done about them
public record Mirrored(
        List<Path> read,
        List<Path> written,
        List<Path> merged,
        List<Path> keptTwice,
        List<Path> trashed,
        List<Path> deleted,
        List<Path> passedOver) {
    public Mirrored {
        read = List.copyOf(read);
        written = List.copyOf(written);
        merged = List.copyOf(merged);
        keptTwice = List.copyOf(keptTwice);
        trashed = List.copyOf(trashed);
        deleted = List.copyOf(deleted);
        passedOver = List.copyOf(passedOver);
    }

    /// Whether both sides were the same already.
    public boolean isNothing() {
        return Stream.of(read, written, merged, keptTwice, trashed, deleted)
                .allMatch(List::isEmpty);
    }
}

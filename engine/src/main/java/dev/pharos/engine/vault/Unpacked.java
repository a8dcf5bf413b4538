package dev.pharos.engine.vault;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an export has become. Immutable.
///
/// @param failures notes that could not be read
public record Unpacked(List<Entry> entries, List<Failure> failures) {

    /// The property of a note that says which note of the other program it was, so that it is known
    /// again under another title or from another export.
    public static final String ORIGIN = "imported-from";

    public Unpacked {
        entries = List.copyOf(entries);
        failures = List.copyOf(failures);
    }

    /// A note, or a file that belongs to notes.
    ///
    /// @param name where it stands in the export, with `/` between folders
    /// @param file its bytes
    /// @param origin value of [#ORIGIN], or null where the program tells none
    /// @param notice simple name of a [dev.pharos.engine.problem.Problem.OfFile] that is worth
    ///   telling though the note comes in, or null
    public record Entry(
            String name, String file, @Nullable String origin, @Nullable String notice) {}

    /// @param problem simple name of a [dev.pharos.engine.problem.Problem.OfFile]
    public record Failure(String name, String problem) {}
}

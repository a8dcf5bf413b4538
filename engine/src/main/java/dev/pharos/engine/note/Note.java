package dev.pharos.engine.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import java.nio.file.Path;
import java.util.Optional;

/// A note as it was when it was read: a source of kind `NOTE` with its Markdown. Immutable; a save
/// makes a new revision.
///
/// @param source its path is where it was imported from; a note that was written here has a
///   relative one, which stands for the folders of notes and the name that links use
/// @param markdown the whole text, front matter included; lines end in `\n`, whatever the file has
public record Note(Source source, String markdown) {
    static final String ENDING = ".md";

    public SourceId id() {
        return source.id();
    }

    public String title() {
        return source.title();
    }

    /// What a save has to be based on.
    public int revision() {
        return source.revision();
    }

    /// What links call it: its file name without `.md`.
    public String name() {
        return name(source.path());
    }

    /// Where it stands among the notes that were written here, such as `Travel/2026`; empty at
    /// their top. Nothing where it was imported.
    public Optional<Path> folder() {
        return source.path().isAbsolute()
                ? Optional.empty()
                : Optional.of(
                        source.path().getParent() == null
                                ? Path.of("")
                                : source.path().getParent());
    }

    public static String name(Path path) {
        return LinkNames.withoutMarkdown(
                path.getFileName() == null ? "" : path.getFileName().toString());
    }
}

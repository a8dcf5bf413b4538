package dev.pharos.engine.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The links between notes, and to other sources, as they are now: they are followed anew each time
/// they are asked for, so none is ever stale. What is in the trash is not there. Blocks for
/// milliseconds; safe for use by several threads.
public interface NoteLinks {

    /// A link in a note.
    ///
    /// @param to what it leads to, or nothing where that does not exist yet
    record Outgoing(WrittenLink link, Optional<Source> to) {}

    /// A link to a source.
    ///
    /// @param link where it stands in the Markdown of `from`
    /// @param sentence the words around it, without markup
    record Backlink(Source from, WrittenLink link, String sentence) {}

    /// A place where a note names a source and does not link to it.
    ///
    /// @param start UTF-16 offset of the name in the Markdown of `from`
    /// @param end exclusive
    /// @param sentence the words around it
    record Mention(Source from, int start, int end, String sentence) {}

    /// What could stand after `[[`.
    ///
    /// @param name the title, alias or file name that fits what was typed
    /// @param insert what to write between `[[` and `]]`, which leads to this source
    record Suggestion(Source source, String name, String insert) {}

    /// A link between two sources, for a picture of all.
    record Edge(SourceId from, SourceId to) {}

    /// The links in a text that may not be saved yet, in their order.
    ///
    /// @param note that it belongs to
    List<Outgoing> in(SourceId note, String markdown);

    /// What `[[name]]` in a note leads to.
    Optional<SourceId> named(String name, SourceId from);

    /// Who links to a source by one of its names, the newest note first; of one note a hundred
    /// links at most.
    List<Backlink> to(SourceId source);

    /// Who names a source without linking to it; its title of one short word finds nothing.
    ///
    /// @param limit how many notes at most
    List<Mention> mentions(SourceId source, int limit);

    /// What fits best what was typed after `[[`: titles, aliases and file names, in any case, also
    /// with letters left out. Nothing typed gives what was changed last.
    ///
    /// @param from the note that is written
    List<Suggestion> completion(SourceId from, String typed, int limit);

    /// What to write between `[[` and `]]` in a note that does not exist yet, so that it leads to
    /// this source.
    String target(Source source);

    /// The same in a note that stands at a path, or will.
    ///
    /// @param note as of [Note#source()]
    String target(Source source, Path note);

    /// Every link that leads somewhere, each pair once.
    List<Edge> edges();
}

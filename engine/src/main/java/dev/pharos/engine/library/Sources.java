package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The library's sources and the text of their current revisions. Reading is safe from every
/// thread; writing is for one thread at a time.
public interface Sources {

    /// One new revision to be saved: the first of a new source, or the next of an existing one.
    ///
    /// @param source as it shall be from now on; its passage count is set by [Sources#saveAll]
    /// @param chunks its passages in order
    /// @param attachments content hashes of the kept originals that its links lead to, by link
    ///   target as written
    record Revision(
            Source source,
            Document document,
            List<Chunk> chunks,
            Map<String, String> attachments) {}

    /// A passage that has no id yet.
    record Chunk(Place place, String text, String language) {}

    Optional<Source> find(SourceId id);

    /// The source whose id starts with `prefix` (4 characters or more), if it is the only one.
    Optional<Source> findByPrefix(String prefix);

    /// The source that was last imported from this absolute path.
    Optional<Source> atPath(Path path);

    /// The source whose current revision has exactly these bytes.
    Optional<Source> withContent(String contentHash);

    /// What the document of a source says by this name; nothing where it has no such property.
    Optional<String> property(SourceId id, String name);

    /// The sources whose document has a property of this name, by its value.
    Map<String, Source> withProperty(String name);

    /// Newest import first.
    List<Source> all();

    /// The sources that pass the filter, newest import first.
    List<SourceId> matching(SourceFilter filter);

    int count();

    /// Every original that was ever imported or attached, old revisions included.
    List<String> contentHashes();

    /// The text and positions of the current revision.
    Optional<Document> document(SourceId id);

    /// Saves all or, if it throws, none. A revision's passages take the place of those of the
    /// revision before; the old original stays in the [Blobs] and in the record of revisions.
    ///
    /// @return what each revision has changed, in the same order
    List<Rewritten> saveAll(List<Revision> revisions);

    /// What a saving has changed of the passages of a source.
    ///
    /// @param added with their ids, in order
    /// @param removed ids of passages that are gone
    record Rewritten(List<Passage> added, List<Long> removed) {}

    /// Replaces the text and the passages of a current revision, whose original stays the same:
    /// what was said in a recording is known now, or known better. Passages whose words stayed keep
    /// their ids.
    ///
    /// @param revision of a source that is there, with the same number, content and title
    Rewritten rewrite(Revision revision);

    /// The targets of a source's links to attachments, kept or not; of a note also of those to
    /// other files than notes.
    List<String> attachmentTargets(SourceId id);

    /// Records which kept originals the links of a source lead to, instead of those before.
    ///
    /// @param hashesByTarget content hash by link target as written
    void saveAttachments(SourceId id, Map<String, String> hashesByTarget);

    /// Content hash by link target as written, ordered by target.
    Map<String, String> attachments(SourceId id);

    /// The file lies at another path now; nothing else changes.
    void moved(SourceId id, Path path);

    /// Where a source was last read; empty where that never was.
    Optional<ReadingPlace> readingPlace(SourceId id);

    /// Remembers where a source was last read, in place of what was known of that. One that is not
    /// there is passed over.
    void readTo(SourceId id, ReadingPlace place);
}

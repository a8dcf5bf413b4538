package dev.pharos.engine.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The passages of all current revisions. Reading only: they are written with their source (see
/// [Sources#saveAll]). Safe for use by several threads.
public interface Passages {

    /// A passage with the title of its source: what is indexed.
    record Titled(String title, Passage passage) {}

    /// Those of the given ids that exist, in no particular order.
    List<Titled> find(Collection<Long> ids);

    /// Up to `limit` passages with an id above `id`, ordered by id: for walking through all.
    List<Titled> after(long id, int limit);

    /// In their order; highlights are not among them.
    List<Passage> of(SourceId source);

    /// The first [#of] a source.
    Optional<Passage> first(SourceId source);

    /// Those of a source as they are indexed: its own and its highlights.
    List<Titled> indexed(SourceId source);

    /// The first of [#indexed], up to `limit`.
    List<Titled> indexed(SourceId source, int limit);

    /// All ids, ascending.
    long[] ids();

    /// Of [#ids], much cheaper than these.
    IdDigest digest();

    int count();
}

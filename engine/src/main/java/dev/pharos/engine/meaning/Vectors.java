package dev.pharos.engine.meaning;

import dev.pharos.engine.library.IdDigest;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.SourceId;

import java.util.Collection;
import java.util.List;

/// The vectors of a library's passages, kept apart by model. A vector goes when its passage goes.
/// Safe for use by several threads.
public interface Vectors {

    /// A passage's vector.
    record Embedded(long passage, SourceId source, float[] vector) {}

    /// Up to `limit` passages with an id above `passage` that have no vector of this model, ordered
    /// by id.
    List<Passages.Titled> missing(EmbeddingModel model, long passage, int limit);

    /// Those of some passages that are there and have no vector of this model, ordered by id.
    List<Passages.Titled> missing(EmbeddingModel model, Collection<Long> passages);

    /// Saves all, or none if it throws. Passages that are gone meanwhile are passed over.
    ///
    /// @return those that were saved, but for passages in the trash
    List<Embedded> saveAll(EmbeddingModel model, List<Embedded> vectors);

    /// Up to `limit` vectors of passages with an id above `passage`, ordered by id: for walking
    /// through all.
    List<Embedded> after(EmbeddingModel model, long passage, int limit);

    /// Up to `limit` vectors of a source's passages, ordered by id.
    List<Embedded> of(EmbeddingModel model, SourceId source, int limit);

    /// The ids of all passages that have a vector of this model, ascending.
    long[] ids(EmbeddingModel model);

    /// Of [#ids], much cheaper than these.
    IdDigest digest(EmbeddingModel model);

    int count(EmbeddingModel model);
}

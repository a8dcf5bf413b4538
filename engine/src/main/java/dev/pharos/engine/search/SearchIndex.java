package dev.pharos.engine.search;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The two Lucene indexes of a library, words and vectors. A cache of the database: [#complete]
/// brings it in step, from nothing if need be. One thread at a time may change it; any number may
/// search.
public final class SearchIndex implements AutoCloseable {
    private static final int STEP = 1_000;

    private final WordIndex words;
    private final VectorIndex vectors;
    private final EmbeddingModel model;
    private volatile boolean closed;

    /// @param folder made if missing, unless `readOnly`
    public SearchIndex(Path folder, boolean readOnly, EmbeddingModel model) {
        this.model = model;
        words = new WordIndex(folder, readOnly);
        vectors = new VectorIndex(folder, readOnly, model);
    }

    /// True once a rebuilt index has taken the place of this one.
    public boolean closed() {
        return closed;
    }

    /// Whether it takes no more changes, as after a disk had no room for one. It is still searched;
    /// another one has to take its place.
    public boolean broken() {
        return words.broken() || vectors.broken();
    }

    /// Lets another one take its place: takes no more changes itself, forgets those that are not
    /// committed, and goes on being searched.
    public void giveUp() {
        words.giveUp();
        vectors.giveUp();
    }

    WordIndex words() {
        return words;
    }

    VectorIndex vectors() {
        return vectors;
    }

    /// Words of new passages; they are found within a second.
    public void addPassages(List<Titled> passages) {
        words.add(passages);
    }

    /// Forgets all passages of some sources that were added until now.
    public void removeAllOf(Collection<SourceId> sources) {
        words.removeAllOf(sources);
        vectors.removeAllOf(sources);
    }

    /// Forgets passages, with their vectors.
    public void remove(Collection<Long> passages) {
        long[] ids = passages.stream().mapToLong(Long::longValue).toArray();
        words.remove(ids);
        vectors.remove(ids);
    }

    /// Vectors of passages; they are found within a second.
    public void addVectors(List<Vectors.Embedded> embedded) {
        vectors.add(embedded);
    }

    /// Makes all changes durable and visible.
    public void commit() {
        words.forgetRemoved();
        words.commit();
        vectors.commit();
    }

    /// Makes added vectors durable and visible.
    public void commitVectors() {
        vectors.commit();
    }

    public int indexedVectors() {
        return vectors.count();
    }

    public int indexedPassages() {
        return words.count();
    }

    /// Adds what the database has and the index has not, and removes the reverse. The words of a
    /// passage never change, so equal ids mean equal content. Progress counts passages and vectors
    /// looked at.
    public void complete(Passages passages, Vectors stored, Progress progress) {
        long[] wordsWanted = passages.ids();
        long[] vectorsWanted = stored.ids(model);
        long total = wordsWanted.length + (long) vectorsWanted.length;
        words.remove(difference(words.ids(), wordsWanted));
        vectors.remove(difference(vectors.ids(), vectorsWanted));
        long[] missing = difference(wordsWanted, words.ids());
        for (int from = 0; from < missing.length; from += STEP) {
            progress.checkpoint();
            var ids =
                    Arrays.stream(missing, from, Math.min(from + STEP, missing.length))
                            .boxed()
                            .toList();
            words.add(
                    passages.find(ids).stream()
                            .sorted(Comparator.comparingLong(t -> t.passage().id()))
                            .toList());
            progress.report(wordsWanted.length - missing.length + from + ids.size(), total);
        }
        addVectors(
                difference(vectorsWanted, vectors.ids()),
                stored,
                wordsWanted.length,
                total,
                progress);
        commit();
    }

    private void addVectors(
            long[] missing, Vectors stored, long done, long total, Progress progress) {
        int next = 0;
        while (next < missing.length) {
            progress.checkpoint();
            var batch = stored.after(model, missing[next] - 1, STEP);
            if (batch.isEmpty()) {
                return;
            }
            var wanted =
                    batch.stream()
                            .filter(e -> Arrays.binarySearch(missing, e.passage()) >= 0)
                            .toList();
            vectors.add(wanted);
            next = position(missing, batch.getLast().passage() + 1);
            progress.report(done + next, total);
        }
    }

    private static int position(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 1;
    }

    private static long[] difference(long[] of, long[] without) {
        return Arrays.stream(of).filter(id -> Arrays.binarySearch(without, id) < 0).toArray();
    }

    @Override
    public void close() {
        closed = true;
        try (words;
                vectors) {
            // Both are closed, whatever the first one says.
        }
    }
}

package dev.pharos.engine.search;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.work.Progress;

import org.apache.lucene.store.AlreadyClosedException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The Lucene indexes of a library: one of words, and one of vectors for each model in use. A cache
/// of the database: [#complete] brings it in step, from nothing if need be. One thread at a time
/// may change it; any number may search.
public final class SearchIndex implements AutoCloseable {
    private static final int STEP = 1_000;
    private static final int A_COMMIT = 100 * STEP;
    private static final long WORDS_COMMIT_NANOS = 3_000_000_000L;

    private final Path folder;
    private final boolean readOnly;
    private final WordIndex words;
    private final Map<EmbeddingModel, VectorIndex> vectors = new ConcurrentHashMap<>();
    private long wordsCommitted = System.nanoTime() - WORDS_COMMIT_NANOS;
    private volatile boolean closed;

    /// @param folder made if missing, unless `readOnly`
    /// @param models those whose vectors are searched or prepared
    public SearchIndex(Path folder, boolean readOnly, Collection<EmbeddingModel> models) {
        this.folder = folder;
        this.readOnly = readOnly;
        words = new WordIndex(folder, readOnly);
        models.forEach(this::open);
    }

    private VectorIndex open(EmbeddingModel model) {
        return vectors.computeIfAbsent(model, _ -> new VectorIndex(folder, readOnly, model));
    }

    /// Those whose vectors are searched or prepared.
    public Set<EmbeddingModel> models() {
        return Set.copyOf(vectors.keySet());
    }

    /// Takes in the vectors of one more model.
    public void add(EmbeddingModel model, Vectors stored) {
        var index = open(model);
        index.add(stored, index.missing(stored));
        index.commit();
    }

    /// Forgets a model; its vectors stay on the disk, for the next time.
    public void release(EmbeddingModel model) {
        var index = vectors.remove(model);
        if (index != null) {
            index.close();
        }
    }

    /// Where the vectors of released models lie.
    public List<Path> released() {
        var used = vectors.keySet().stream().map(model -> VectorIndex.at(folder, model)).toList();
        return VectorIndex.allIn(folder).stream().filter(path -> !used.contains(path)).toList();
    }

    /// True once a rebuilt index has taken the place of this one.
    public boolean closed() {
        return closed;
    }

    /// Whether it takes no more changes, as after a disk had no room for one. It is still searched;
    /// another one has to take its place.
    public boolean broken() {
        return words.broken() || vectors.values().stream().anyMatch(VectorIndex::broken);
    }

    /// Lets another one take its place: takes no more changes itself, forgets those that are not
    /// committed, and goes on being searched.
    public void giveUp() {
        words.giveUp();
        vectors.values().forEach(VectorIndex::giveUp);
    }

    WordIndex words() {
        return words;
    }

    /// @throws AlreadyClosedException where the model is not in use any more
    VectorIndex vectors(EmbeddingModel model) {
        var index = vectors.get(model);
        if (index == null) {
            throw new AlreadyClosedException(model.id());
        }
        return index;
    }

    /// Words of new passages; they are found within a second.
    public void addPassages(List<Titled> passages) {
        words.add(passages);
    }

    /// Forgets passages, with their vectors.
    public void remove(Collection<Long> passages) {
        long[] ids = passages.stream().mapToLong(Long::longValue).toArray();
        words.remove(ids);
        vectors.values().forEach(index -> index.remove(ids));
    }

    /// Vectors of passages; they are found within a second. Those of a model that is not in use are
    /// passed over.
    public void addVectors(EmbeddingModel model, List<Vectors.Embedded> embedded) {
        var index = vectors.get(model);
        if (index != null) {
            index.add(embedded);
        }
    }

    /// Makes all changes durable and visible.
    public void commit() {
        words.forgetRemoved();
        words.commit();
        commitVectors();
    }

    /// Shows the words of what was added or removed at once, and forgets nothing that has to be
    /// merged away for that: quick in an index of any size.
    public void showWords() {
        words.refresh();
    }

    /// Makes changes of words durable, as quickly.
    public void commitWords() {
        words.commit();
    }

    /// Shows the vectors of a model that were added, at once.
    public void showVectors(EmbeddingModel model) {
        var index = vectors.get(model);
        if (index != null) {
            index.refresh();
        }
    }

    /// Makes added vectors durable and visible.
    public void commitVectors() {
        vectors.values().forEach(VectorIndex::commit);
    }

    /// The vectors of some passages, as far as there are any; they are found at once.
    ///
    /// @param passages ascending
    public void addVectors(Vectors stored, long[] passages) {
        vectors.values()
                .forEach(index -> {
                    index.add(stored, passages);
                    index.refresh();
                });
    }

    /// 0 where the model is not in use.
    public int indexedVectors(EmbeddingModel model) {
        var index = vectors.get(model);
        return index == null ? 0 : index.count();
    }

    public int indexedPassages() {
        return words.count();
    }

    /// One of the steps of a [#completion].
    ///
    /// @param size passages and vectors that it looks at
    public record Step(int size, Runnable work) {}

    /// Removes what the database has no more, and tells how what the index lacks can be added, step
    /// by step: others may change it between two of them. The words of a passage never change, so
    /// equal ids mean equal content.
    public List<Step> completion(Passages passages, Vectors stored) {
        var steps = new ArrayList<Step>();
        boolean all = words.has(passages.digest());
        long[] unsaid = all ? new long[0] : words.keepOnly(passages.ids());
        addSteps(steps, words, unsaid, missing -> addWords(found(passages, missing)));
        vectors.forEach((model, index) -> {
            Consumer<long[]> add =
                    missing -> {
                        if (vectors.get(model) == index) {
                            index.add(stored, missing);
                        }
                    };
            addSteps(steps, index, index.missing(stored), add);
        });
        steps.add(new Step(0, this::commit));
        return steps;
    }

    /// The first words are found at once, also by who only reads, and more of them every few
    /// seconds.
    private void addWords(List<Titled> found) {
        words.add(found);
        if (System.nanoTime() - wordsCommitted > WORDS_COMMIT_NANOS) {
            commit(words);
            wordsCommitted = System.nanoTime();
        }
    }

    /// Now and then all is made durable, so that a kill costs little, and who only reads sees it.
    private static void addSteps(
            List<Step> steps, PassageIndex index, long[] missing, Consumer<long[]> add) {
        for (int from = 0; from < missing.length; from += STEP) {
            int to = Math.min(from + STEP, missing.length);
            var piece = Arrays.copyOfRange(missing, from, to);
            steps.add(new Step(piece.length, () -> add.accept(piece)));
            if (to % A_COMMIT == 0) {
                steps.add(new Step(0, () -> commit(index)));
            }
        }
    }

    private static void commit(PassageIndex index) {
        if (!index.broken()) {
            index.commit();
        }
    }

    private static List<Titled> found(Passages passages, long[] ids) {
        return passages.find(Arrays.stream(ids).boxed().toList()).stream()
                .sorted(Comparator.comparingLong(titled -> titled.passage().id()))
                .toList();
    }

    /// Adds what the database has and the index has not, and removes the reverse. Progress counts
    /// the passages and vectors that are added.
    public void complete(Passages passages, Vectors stored, Progress progress) {
        run(completion(passages, stored), Runnable::run, progress);
    }

    /// Takes steps, each by `way`, until the progress is cancelled.
    public static void run(List<Step> steps, Consumer<Runnable> way, Progress progress) {
        long total = steps.stream().mapToLong(Step::size).sum();
        long done = 0;
        for (Step step : steps) {
            progress.checkpoint();
            way.accept(step.work());
            done += step.size();
            progress.report(done, total);
        }
    }

    @Override
    public void close() {
        closed = true;
        try (words) {
            models().forEach(this::release);
        }
    }
}

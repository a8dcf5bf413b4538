package dev.pharos.engine.search;

import dev.pharos.engine.library.IdDigest;
import dev.pharos.engine.library.SourceId;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// One Lucene index whose documents are passages, known by their id: what the index of words and
/// the index of vectors have in common. A cache: [#missing] tells what the database has and it has
/// not.
///
/// Opened for reading it shows the last commit. I/O failures are [IndexException]s.
abstract class PassageIndex implements AutoCloseable {
    static final String ID = "id";
    static final String SOURCE = "source";

    private static final long STALE_NANOS = 500_000_000L;

    /// Who adds shows it before it is stale, so that hardly a search has to, as long as there are
    /// any.
    private static final long SHOWN_NANOS = 200_000_000L;

    private static final long LATELY_NANOS = 5_000_000_000L;
    private static final int LARGE = 200_000;

    private final TieredMergePolicy merges = new TieredMergePolicy();
    private final Path folder;
    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;

    /// No passage above it was ever added.
    private volatile long highest;

    private volatile long refreshed = System.nanoTime();
    private volatile long searched = refreshed - LATELY_NANOS;

    /// @param format written into each commit; an index of another format is thrown away and begun
    ///   anew
    /// @param searching on which threads
    PassageIndex(
            Path folder,
            boolean readOnly,
            Analyzer analyzer,
            Codec codec,
            String format,
            SearcherFactory searching) {
        this.folder = folder;
        try {
            directory = readOnly ? IndexFolder.existing(folder) : IndexFolder.open(folder);
            if (readOnly) {
                writer = null;
                searchers = new SearcherManager(DirectoryReader.open(directory), searching);
            } else {
                boolean usable = IndexFolder.usable(directory, format);
                writer =
                        new IndexWriter(
                                directory,
                                IndexFolder.config(analyzer, usable, merges).setCodec(codec));
                writer.setLiveCommitData(Map.of(IndexFolder.FORMAT, format).entrySet());
                searchers = new SearcherManager(writer, searching);
                highest = highest(searchers);
            }
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }

    private static long highest(SearcherManager searchers) throws IOException {
        var searcher = searchers.acquire();
        try {
            byte[] value = PointValues.getMaxPackedValue(searcher.getIndexReader(), ID);
            return value == null ? Long.MIN_VALUE : NumericUtils.sortableBytesToLong(value, 0);
        } finally {
            searchers.release(searcher);
        }
    }

    /// The fields that every passage has in every index.
    static Document document(long passage, SourceId source) {
        var document = new Document();
        document.add(new LongField(ID, passage, Field.Store.NO));
        document.add(new KeywordField(SOURCE, source.toString(), Field.Store.NO));
        return document;
    }

    /// Puts documents in the place of those of the same passages, if there are any: whoever
    /// completes the index may have added them already.
    void addDocuments(long[] passages, List<Document> documents) {
        if (LongStream.of(passages).anyMatch(id -> id <= highest)) {
            remove(passages);
        }
        highest = LongStream.of(passages).reduce(highest, Math::max);
        change(to -> to.addDocuments(documents));
        long now = System.nanoTime();
        if (now - searched < LATELY_NANOS && now - refreshed > SHOWN_NANOS) {
            refresh();
        }
    }

    /// Removes passages that the database no longer has.
    void remove(long[] passages) {
        if (passages.length > 0) {
            change(from -> from.deleteDocuments(LongField.newSetQuery(ID, passages)));
        }
    }

    /// Makes term statistics forget what was removed, so that scores do not depend on the history
    /// of the index. In a very large one a few removed passages stay in them, which moves scores by
    /// less than the share that they are.
    void forgetRemoved() {
        change(from -> {
            if (from.hasDeletions()) {
                merges.setForceMergeDeletesPctAllowed(count() < LARGE ? 0 : 5);
                from.forceMergeDeletes();
            }
        });
    }

    /// Makes all changes durable and visible.
    void commit() {
        change(IndexWriter::commit);
        refresh();
    }

    /// Something done to the index.
    @FunctionalInterface
    private interface Change {
        void of(IndexWriter index) throws IOException;
    }

    private void change(Change change) {
        if (writer == null) {
            throw new IllegalStateException("opened for reading");
        }
        try {
            change.of(writer);
        } catch (AlreadyClosedException e) {
            throw e.getCause() instanceof IOException why ? new IndexException(folder, why) : e;
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }

    /// Whether it takes no more changes, as after a disk had no room for one. It is still searched.
    boolean broken() {
        return writer != null && !writer.isOpen();
    }

    /// Takes no more changes, and forgets those that are not committed.
    void giveUp() {
        if (!broken()) {
            change(IndexWriter::rollback);
        }
    }

    /// Makes what was added visible.
    final void refresh() {
        try {
            searchers.maybeRefreshBlocking();
            refreshed = System.nanoTime();
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }

    /// A search does not wait for another thread that shows what was added.
    private void refreshUnlessUnderWay() {
        try {
            if (searchers.maybeRefresh()) {
                refreshed = System.nanoTime();
            }
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }

    /// Something done with a searcher.
    @FunctionalInterface
    interface Work<T> {
        T run(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Work<T> work) {
        searched = System.nanoTime();
        if (writer != null && writer.isOpen() && searched - refreshed > STALE_NANOS) {
            refreshUnlessUnderWay();
        }
        try {
            var searcher = searchers.acquire();
            try {
                return work.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }

    /// Narrows a query to some sources; null lets all pass.
    static Query within(Query query, @Nullable Collection<SourceId> sources) {
        return sources == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(filter(sources), Occur.FILTER)
                        .build();
    }

    static Query filter(Collection<SourceId> sources) {
        var terms = sources.stream().map(id -> new BytesRef(id.toString())).toList();
        return KeywordField.newSetQuery(SOURCE, terms);
    }

    /// The passages behind Lucene's hits, best first.
    static List<Found> found(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
        var found = new ArrayList<Found>(hits.length);
        var leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : hits) {
            var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var ids = leaf.reader().getSortedNumericDocValues(ID);
            if (ids.advanceExact(hit.doc - leaf.docBase)) {
                found.add(new Found(ids.nextValue(), hit.score));
            }
        }
        found.sort(Found.BEST_FIRST);
        return found;
    }

    /// The sources of all passages that a query finds.
    static Set<SourceId> sources(IndexSearcher searcher, Query query) throws IOException {
        var found = new HashSet<SourceId>();
        var weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var docs = scorer.iterator();
            var live = leaf.reader().getLiveDocs();
            var sources = DocValues.getSortedSet(leaf.reader(), SOURCE);
            while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                boolean there = live == null || live.get(docs.docID());
                if (there && sources.advanceExact(docs.docID())) {
                    found.add(SourceId.of(sources.lookupOrd(sources.nextOrd()).utf8ToString()));
                }
            }
        }
        return found;
    }

    int count() {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    /// All passages in the index, ascending.
    private long[] ids() {
        long[] ids = unsorted();
        Arrays.sort(ids);
        return ids;
    }

    private long[] unsorted() {
        return search(searcher -> {
            var all = new long[searcher.getIndexReader().numDocs()];
            int n = 0;
            for (var leaf : searcher.getIndexReader().leaves()) {
                var ids = leaf.reader().getSortedNumericDocValues(ID);
                var live = leaf.reader().getLiveDocs();
                for (int doc = 0; ids != null && doc < leaf.reader().maxDoc(); doc++) {
                    if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
                        all[n++] = ids.nextValue();
                    }
                }
            }
            return all;
        });
    }

    /// Whether its passages are just these.
    boolean has(IdDigest passages) {
        return count() == passages.count() && IdDigest.of(unsorted()).equals(passages);
    }

    /// Removes all other passages, and those that are here twice.
    ///
    /// @param wanted ascending
    /// @return those of them that are not here then, ascending
    long[] keepOnly(long[] wanted) {
        long[] there = ids();
        long[] twice =
                IntStream.range(1, there.length)
                        .filter(i -> there[i] == there[i - 1])
                        .mapToLong(i -> there[i])
                        .distinct()
                        .toArray();
        remove(twice);
        remove(difference(there, wanted));
        return difference(wanted, difference(there, twice));
    }

    private static long[] difference(long[] of, long[] without) {
        return Arrays.stream(of).filter(id -> Arrays.binarySearch(without, id) < 0).toArray();
    }

    @Override
    public void close() {
        try {
            searchers.close();
            if (writer != null) {
                writer.close();
            }
            directory.close();
        } catch (IOException e) {
            throw new IndexException(folder, e);
        }
    }
}

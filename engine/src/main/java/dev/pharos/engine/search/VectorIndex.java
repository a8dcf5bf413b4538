package dev.pharos.engine.search;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.meaning.Vectors.Embedded;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The vectors of one model. Up to [#EXACT_LIMIT] passages every one is compared, so the result is
/// exact. Above that all are compared by vectors that are rounded to a bit a coordinate (RaBitQ,
/// Gao and Long, 2024, as Lucene has it), and the nearest of these by the whole ones. There is no
/// graph: ADR 0032 says why.
final class VectorIndex extends PassageIndex {
    /// Comparing this many vectors takes a few milliseconds.
    static final int EXACT_LIMIT = 20_000;

    private static final String VECTOR = "vector";
    private static final String PREFIX = "vectors-";
    private static final int STEP = 1_000;

    /// How many of the nearest by rounded vectors are compared by the whole ones.
    private static final int CANDIDATES = 1_200;

    /// One bit a coordinate, beside the whole vectors; a query has four.
    private static final Codec CODEC =
            new Lucene104Codec() {
                private final KnnVectorsFormat format =
                        new Lucene104ScalarQuantizedVectorsFormat(
                                ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE);

                @Override
                public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                    return format;
                }
            };

    private final EmbeddingModel model;
    private final ExecutorService beside;

    VectorIndex(Path folder, boolean readOnly, EmbeddingModel model) {
        this(folder, readOnly, model, threads());
    }

    private VectorIndex(
            Path folder, boolean readOnly, EmbeddingModel model, ExecutorService beside) {
        super(
                at(folder, model),
                readOnly,
                Languages.EXACT,
                CODEC,
                "vectors-2 " + model.key(),
                on(beside));
        this.model = model;
        this.beside = beside;
    }

    /// Those that compare beside the thread that searches. They begin now, so that they are as
    /// prompt as who opens the index.
    private static ExecutorService threads() {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var names = Thread.ofPlatform().daemon().name("pharos-vectors-", 1).factory();
        var threads =
                new ThreadPoolExecutor(
                        count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), names);
        threads.prestartAllCoreThreads();
        return threads;
    }

    private static SearcherFactory on(Executor threads) {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
                return new IndexSearcher(reader, threads);
            }
        };
    }

    @Override
    public void close() {
        super.close();
        beside.shutdown();
    }

    /// Where the vectors of a model lie in the folder of all indexes.
    static Path at(Path folder, EmbeddingModel model) {
        return folder.resolve(
                PREFIX + model.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    /// Where vectors of any model lie in the folder of all indexes.
    static List<Path> allIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what the database has no more.
    ///
    /// @return passages whose vector the database has and the index has not, ascending
    long[] missing(Vectors stored) {
        return has(stored.digest(model)) ? new long[0] : keepOnly(stored.ids(model));
    }

    /// Adds those of some passages that the database has.
    ///
    /// @param missing ascending
    void add(Vectors stored, long[] missing) {
        int next = 0;
        while (next < missing.length) {
            var batch = stored.after(model, missing[next] - 1, STEP);
            if (batch.isEmpty()) {
                return;
            }
            add(
                    batch.stream()
                            .filter(e -> Arrays.binarySearch(missing, e.passage()) >= 0)
                            .toList());
            next = position(missing, batch.getLast().passage() + 1);
        }
    }

    private static int position(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 1;
    }

    void add(List<Embedded> vectors) {
        long[] passages = vectors.stream().mapToLong(Embedded::passage).toArray();
        addDocuments(passages, vectors.stream().map(this::document).toList());
    }

    private Document document(Embedded embedded) {
        if (embedded.vector().length != model.dimension()) {
            throw new IllegalArgumentException("vector of length " + embedded.vector().length);
        }
        var document = document(embedded.passage(), embedded.source());
        document.add(
                new KnnFloatVectorField(
                        VECTOR, embedded.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /// The passages nearest to a unit-length vector; a score is the cosine.
    List<Found> nearest(float[] vector, int limit, @Nullable Collection<SourceId> sources) {
        return search(searcher -> {
            boolean exact = searcher.getIndexReader().numDocs() <= EXACT_LIMIT;
            var query = exact ? exact(vector, sources) : rounded(vector, limit, sources);
            var hits = searcher.search(query, limit);
            return found(searcher, hits.scoreDocs).stream()
                    .map(found -> new Found(found.passage(), 2 * found.score() - 1))
                    .toList();
        });
    }

    private static Query exact(float[] vector, @Nullable Collection<SourceId> sources) {
        return new FunctionScoreQuery(
                within(new FieldExistsQuery(VECTOR), sources),
                new FullPrecisionFloatVectorSimilarityValuesSource(vector, VECTOR));
    }

    private static Query rounded(
            float[] vector, int limit, @Nullable Collection<SourceId> sources) {
        var filter = sources == null ? null : filter(sources);
        int candidates = Math.max(CANDIDATES, 2 * limit);
        return RescoreTopNQuery.createFullPrecisionRescorerQuery(
                new KnnFloatVectorQuery(VECTOR, vector, candidates, filter), vector, VECTOR, limit);
    }
}

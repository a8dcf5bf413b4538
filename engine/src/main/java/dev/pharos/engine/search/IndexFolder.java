package dev.pharos.engine.search;

import dev.pharos.engine.work.Courtesy;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.ReadAdvice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The files of a [PassageIndex] on the disk: how they are opened, read and written.
final class IndexFolder {
    private static final double RAM_BUFFER_MB = 24;
    static final String FORMAT = "format";

    private IndexFolder() {}

    /// Rounded vectors are read from one end to the other, so the system may read ahead, which
    /// Lucene asks it not to do: those of a million come from a cold disk in 0.1 s instead of 1.2.
    static Directory open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        if (directory instanceof MMapDirectory mapped) {
            mapped.setReadAdvice((file, context) ->
                    file.endsWith(".veq")
                            ? Optional.of(ReadAdvice.NORMAL)
                            : MMapDirectory.ADVISE_BY_CONTEXT.apply(file, context));
        }
        return directory;
    }

    /// What was last committed there; nothing where there is no index.
    static Directory existing(Path folder) throws IOException {
        try {
            var directory = open(folder);
            if (DirectoryReader.indexExists(directory)) {
                return directory;
            }
        } catch (IOException _) {
            // A folder that cannot even be made is an index with nothing in it.
        }
        var empty = new ByteBuffersDirectory();
        new IndexWriter(empty, new IndexWriterConfig()).close();
        return empty;
    }

    /// Whether it is new or of this format.
    static boolean usable(Directory directory, String format) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            return format.equals(reader.getIndexCommit().getUserData().get(FORMAT));
        } catch (IndexNotFoundException _) {
            return true;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    /// How it is written: merges give way to whoever waits.
    static IndexWriterConfig config(Analyzer analyzer, boolean append, TieredMergePolicy policy) {
        var scheduler = new CourteousMerges();
        scheduler.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig(analyzer)
                .setOpenMode(
                        append
                                ? IndexWriterConfig.OpenMode.CREATE_OR_APPEND
                                : IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setMergePolicy(policy)
                .setMergeScheduler(scheduler)
                .setCommitOnClose(true);
    }

    private static final class CourteousMerges extends ConcurrentMergeScheduler {
        @Override
        protected void doMerge(MergeSource source, OneMerge merge) throws IOException {
            Courtesy.giveWay();
            super.doMerge(source, merge);
        }
    }
}

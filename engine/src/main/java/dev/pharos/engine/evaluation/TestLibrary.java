package dev.pharos.engine.evaluation;

import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A library that holds the documents of a test set, each as a note of Markdown that was imported
/// as every other file is, its title as the heading. Documents that say the same are one note.
public final class TestLibrary {
    private static final int BATCH = 512;
    private static final String PREFIX = "document";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)\\.md");

    private static final Pattern GAP = Pattern.compile("\\s*\\n\\s*\\n\\s*");

    private final CorpusIndex index;
    private final Corpus corpus;

    private TestLibrary(Corpus corpus, CorpusIndex index) {
        this.corpus = corpus;
        this.index = index;
    }

    /// Reads the corpus once.
    public static TestLibrary of(Corpus corpus) throws ProblemException {
        return new TestLibrary(corpus, CorpusIndex.of(corpus));
    }

    /// The same for the same notes, so that a library of this name can be used again.
    public String name() {
        return index.name();
    }

    /// How many documents there are.
    public int count() {
        return index.count();
    }

    /// Imports what is missing; stopped, the next call goes on. Blocks until all can be found by
    /// words. Progress counts different documents.
    ///
    /// @param library for writing, of this set alone
    /// @param folder where the notes are written until they are imported, the same each time
    /// @return how many could not be imported, such as one without a word; they are never found
    /// @throws ProblemException of reading the corpus, and of the import
    /// @throws java.util.concurrent.CancellationException if cancelled
    public int fill(Library library, Path folder, Progress progress) throws ProblemException {
        return new Filling(library, folder, progress).all();
    }

    /// Ids of the documents that each source stands for.
    public Map<SourceId, List<String>> documents(Library library) {
        var documents = new HashMap<SourceId, List<String>>();
        for (var source : library.sources().all()) {
            documents.put(source.id(), index.ids(number(source)));
        }
        return documents;
    }

    private static int number(Source source) {
        var name = NAME.matcher(source.path().getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : -1;
    }

    /// The note of a document. Its words stay as they are.
    static String markdown(TestDocument document) {
        var text = new StringBuilder();
        if (!document.title().isBlank()) {
            text.append("# ").append(oneLine(document.title())).append("\n\n");
        }
        for (String paragraph : GAP.split(document.text().strip())) {
            text.append(oneLine(paragraph)).append("\n\n");
        }
        return text.toString();
    }

    private static String oneLine(String words) {
        return MarkdownText.line(words.replace("\uFEFF", ""));
    }

    /// One import of all that is missing, batch by batch.
    private final class Filling {
        private final Library library;
        private final Path folder;
        private final Progress progress;
        private final Set<Integer> there = new HashSet<>();
        private final List<Path> batch = new ArrayList<>();
        private int number;
        private int done;
        private int failed;

        Filling(Library library, Path folder, Progress progress) {
            this.library = library;
            this.folder = folder;
            this.progress = progress;
            library.sources().all().forEach(source -> there.add(number(source)));
            done = there.size();
        }

        int all() throws ProblemException {
            try {
                Files.createDirectories(folder);
                corpus.each(this::take);
                importBatch();
                try (var left = Files.list(folder)) {
                    for (var file : left.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
                return failed;
            } catch (IOException e) {
                throw new ProblemException(new Problem.FolderNotWritable(folder), e);
            }
        }

        private void take(TestDocument document) throws ProblemException {
            if (index.first(number) && !there.contains(number)) {
                var file = folder.resolve(String.format(Locale.ROOT, "%s%d.md", PREFIX, number));
                try {
                    batch.add(Files.writeString(file, markdown(document)));
                } catch (IOException e) {
                    throw new ProblemException(new Problem.FolderNotWritable(folder), e);
                }
                if (batch.size() == BATCH) {
                    importBatch();
                }
            }
            number++;
        }

        private void importBatch() throws ProblemException {
            if (batch.isEmpty()) {
                return;
            }
            var counted =
                    new Progress() {
                        @Override
                        public void report(long ofBatch, long total) {
                            progress.report(done + ofBatch, index.different());
                        }

                        @Override
                        public boolean cancelled() {
                            return progress.cancelled();
                        }
                    };
            failed += library.importer().importAll(batch, ImportListener.NONE, counted).failed();
            done += batch.size();
            for (var file : batch) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new ProblemException(new Problem.FolderNotWritable(folder), e);
                }
            }
            batch.clear();
        }
    }
}

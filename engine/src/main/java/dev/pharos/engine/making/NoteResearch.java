package dev.pharos.engine.making;

import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.research.Researcher.Inquiry;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks up on the web what a note is about. The search service gets the title, which may be its
/// owner's wording, and the best key phrases as search words, and nothing else: no sentence of the
/// source leaves the machine, nor a title that is the beginning of one. A name of one word that
/// only its file has, such as `report`, is not asked for either, as it brings nothing near.
final class NoteResearch {
    private static final int LONGEST_TITLE = 100;
    private static final int PHRASES = 3;

    private final Research.Lookup lookup;
    private final Embedder embedder;
    private final String file;

    /// @param file the name of the source's
    NoteResearch(Research.Lookup lookup, Embedder embedder, String file) {
        this.lookup = lookup;
        this.embedder = embedder;
        this.file = file;
    }

    /// Blocks until all is read. Where the service fails its owner is told, and the note is made
    /// all the same.
    ///
    /// @param before what was found an earlier time, which stays where nothing can be found now
    /// @throws java.util.concurrent.CancellationException if cancelled
    List<Finding> findings(Summary summary, List<Finding> before, Progress progress) {
        var inquiry = inquiry(summary);
        if (inquiry.words().isEmpty()) {
            return before;
        }
        try {
            return lookup.findings(inquiry, embedder, progress);
        } catch (ProblemException e) {
            progress.checkpoint();
            progress.notice(e.problem());
            return before;
        }
    }

    /// The title, the best phrases together, and the best phrase; where that is one word, with the
    /// next.
    private Inquiry inquiry(Summary summary) {
        String title = String.valueOf(summary.title());
        var phrases = summary.phrases().stream().map(KeyPhrase::text).toList();
        var words = new ArrayList<String>();
        if (!quoted(title, summary) && !named(title)) {
            words.add(Beginning.of(title, LONGEST_TITLE));
        }
        if (!phrases.isEmpty()) {
            words.add(joined(phrases, PHRASES));
            words.add(joined(phrases, phrases.getFirst().contains(" ") ? 1 : 2));
        }
        String about =
                title
                        + ". "
                        + summary.overview().stream()
                                .map(Line::text)
                                .collect(Collectors.joining(" "));
        return new Inquiry(words.stream().distinct().toList(), about, summary.language());
    }

    private static String joined(List<String> phrases, int most) {
        return phrases.stream().limit(most).collect(Collectors.joining(" "));
    }

    /// Whether a title is no more than the name of the file.
    private boolean named(String title) {
        return !title.contains(" ") && (file + ".").startsWith(title + ".");
    }

    private static boolean quoted(String title, Summary summary) {
        String words = title.replaceFirst("…$", "");
        return Stream.of(summary.overview(), summary.points())
                .flatMap(List::stream)
                .anyMatch(line -> line.text().startsWith(words));
    }
}

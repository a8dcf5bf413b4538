package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.evaluation.SourceRanking;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Answers a file of queries and writes the run in TREC's format, one line a document: `query Q0
/// document rank score pharos`. A document is an imported file, named without its extension, and
/// counts by its best passage. White space in a name or an id becomes `_`, because it parts the
/// columns. Queries are plain text: no phrases, prefixes or filters.
final class TrecRun {

    /// A line `id<TAB>query` of the file.
    record Topic(String id, String query) {}

    /// What any reader of runs may take for the end of a column.
    private static final Pattern GAP = Pattern.compile("(?U)[\\s\\p{Cntrl}]+");

    private final Session session;
    private final Path queries;
    private final Path run;
    private final Query.Mode mode;
    private final int documents;

    TrecRun(Session session, Path queries, Path run, Query.Mode mode, int documents) {
        this.session = session;
        this.queries = queries;
        this.run = run;
        this.mode = mode;
        this.documents = documents;
    }

    int write() throws ProblemException {
        var topics = new ArrayList<Topic>();
        if (!read(topics) || !writable()) {
            return ExitCode.PROBLEM;
        }
        var lines = new ArrayList<String>();
        try (var library = session.open(Library.Access.READ);
                var bar = session.bar("progress.queries")) {
            for (var topic : topics) {
                bar.checkpoint();
                var best =
                        SourceRanking.of(
                                library,
                                topic.query(),
                                mode,
                                documents,
                                source -> document(source.path()));
                lines.addAll(lines(topic, best));
                bar.report(lines.size(), (long) topics.size() * documents);
            }
        }
        try {
            Files.write(run, lines);
        } catch (IOException _) {
            session.tell(text("search.runNotWritten", run));
            return ExitCode.PROBLEM;
        }
        session.tell(text("search.runWritten", topics.size(), lines.size(), run));
        return ExitCode.DONE;
    }

    private boolean read(List<Topic> topics) throws ProblemException {
        try {
            for (var line : Files.readAllLines(queries)) {
                int tab = line.indexOf('\t');
                if (line.isBlank()) {
                    continue;
                }
                if (tab < 0 || line.substring(0, tab).isBlank() || line.substring(tab).isBlank()) {
                    session.tell(text("search.badTopic", queries, line));
                    return false;
                }
                topics.add(
                        new Topic(
                                column(line.substring(0, tab).strip()),
                                line.substring(tab).strip()));
            }
            return true;
        } catch (NoSuchFileException _) {
            throw new ProblemException(new Problem.FileMissing(queries));
        } catch (CharacterCodingException _) {
            session.tell(text("search.topicsNotText", queries));
            return false;
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(queries), e);
        }
    }

    private boolean writable() {
        var folder = run.toAbsolutePath().normalize().getParent();
        if (folder != null && Files.isDirectory(folder) && !Files.isDirectory(run)) {
            return true;
        }
        session.tell(text("search.runNotWritten", run));
        return false;
    }

    private List<String> lines(Topic topic, Map<String, Double> best) {
        var lines = new ArrayList<String>();
        for (var entry : best.entrySet()) {
            if (lines.size() == documents) {
                break;
            }
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.6f pharos",
                            topic.id(),
                            entry.getKey(),
                            lines.size() + 1,
                            entry.getValue()));
        }
        return lines;
    }

    private static String document(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return column(dot > 0 ? name.substring(0, dot) : name);
    }

    private static String column(String text) {
        return GAP.matcher(text).replaceAll("_");
    }
}

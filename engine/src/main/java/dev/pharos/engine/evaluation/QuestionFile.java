package dev.pharos.engine.evaluation;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The questions that the owner of a library asks of it, with what should answer them: a table
/// whose first line names the columns (CSV, or with tabs), or a JSON object a line. `question`;
/// `source`, which is a title, the name of a file or an id, several with `|` between them;
/// `answer`, words that should be in what is cited, several likewise. A question without a source
/// and an answer is one that the library cannot answer.
public final class QuestionFile {
    private static final String QUESTION = "question";
    private static final String SOURCE = "source";
    private static final String ANSWER = "answer";

    private final Path file;
    private final Map<String, List<String>> sources = new HashMap<>();
    private final List<TestQuestion> questions = new ArrayList<>();

    private QuestionFile(Path file, List<Source> library) {
        this.file = file;
        for (var source : library) {
            String name = String.valueOf(source.path().getFileName());
            Stream.of(
                            source.title(),
                            name,
                            name.replaceFirst("\\.[^.]+$", ""),
                            source.id().toString())
                    .map(QuestionFile::key)
                    .distinct()
                    .forEach(key ->
                            sources.computeIfAbsent(key, _ -> new ArrayList<>())
                                    .add(source.id().toString()));
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// The ids of the questions are the lines they stand in, those of documents are ids of sources.
    /// Where a name is that of several sources, each of them answers.
    ///
    /// @param library all sources
    /// @throws ProblemException `BadTestSet` with the line, `FileMissing`, `AccessDenied`
    public static List<TestQuestion> read(Path file, List<Source> library) throws ProblemException {
        var read = new QuestionFile(file, library);
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            JsonLines.read(file, read::line);
        } else {
            read.table();
        }
        BeirFolder.nonEmpty(file, read.questions.size());
        return read.questions;
    }

    private void line(JsonLines.Line line) throws ProblemException {
        add(line.number(), line.words(QUESTION), line.all(SOURCE), line.all(ANSWER));
    }

    private void table() throws ProblemException {
        try {
            String text = Files.readString(file).replaceFirst("^\uFEFF", "");
            var format =
                    CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(delimiter(text.lines().findFirst().orElse("")))
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .setIgnoreHeaderCase(true)
                            .setAllowMissingColumnNames(true)
                            .setTrim(true)
                            .get();
            rows(CSVParser.parse(text, format));
        } catch (CharacterCodingException e) {
            throw bad(0, Detail.of(Detail.Kind.NO_UTF8), e);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        } catch (IllegalArgumentException e) {
            throw bad(1, Detail.of(Detail.Kind.NO_COLUMN, QUESTION), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        }
    }

    private static char delimiter(String first) {
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }

    private void rows(CSVParser table) throws ProblemException {
        if (!table.getHeaderNames().stream().map(QuestionFile::key).toList().contains(QUESTION)) {
            throw bad(1, Detail.of(Detail.Kind.NO_COLUMN, QUESTION), null);
        }
        try {
            for (var row : table) {
                if (Arrays.stream(row.values()).anyMatch(cell -> !cell.isBlank())) {
                    long line = table.getCurrentLineNumber();
                    add(line, cell(row, QUESTION), cells(row, SOURCE), cells(row, ANSWER));
                }
            }
        } catch (UncheckedIOException e) {
            throw bad(table.getCurrentLineNumber(), Detail.of(Detail.Kind.OPEN_QUOTE), e);
        }
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static List<String> cells(CSVRecord row, String column) {
        return List.of(cell(row, column).split("\\|", -1));
    }

    private void add(long line, String question, List<String> named, List<String> answers)
            throws ProblemException {
        if (question.isBlank()) {
            throw bad(line, Detail.of(Detail.Kind.NO_MEMBER, QUESTION), null);
        }
        var gains = new HashMap<String, Integer>();
        for (String name : named) {
            var meant = sources.getOrDefault(key(name), List.of());
            if (meant.isEmpty() && !name.isBlank()) {
                throw bad(line, Detail.of(Detail.Kind.NO_SUCH_SOURCE, name.strip()), null);
            }
            meant.forEach(id -> gains.put(id, 1));
        }
        var words = answers.stream().filter(answer -> !answer.isBlank()).toList();
        questions.add(new TestQuestion(Long.toString(line), question.strip(), gains, words));
    }

    private ProblemException bad(long line, Detail detail, @Nullable Throwable cause) {
        var problem = new Problem.BadTestSet(file, line, detail);
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}

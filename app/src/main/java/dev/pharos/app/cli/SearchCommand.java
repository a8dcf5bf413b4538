package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.SearchResult;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos search`: one query for a person or a program, or a file of queries for an evaluation.
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    private static final int HITS = 10;

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUERY", descriptionKey = "QUERY", arity = "0..*")
    List<String> words = List.of();

    @Option(names = "--mode", paramLabel = "MODE")
    Query.Mode mode = Query.Mode.HYBRID;

    @Option(names = "-k", paramLabel = "N", converter = Count.class)
    int limit = HITS;

    @Option(names = "--explain")
    boolean explain;

    @Option(names = "--queries", paramLabel = "FILE")
    @Nullable Path queries;

    @Option(names = "--run", paramLabel = "OUT")
    @Nullable Path run;

    /// A number from 1 up; one beyond every library means all.
    static final class Count implements ITypeConverter<Integer> {
        private static final BigInteger ALL = BigInteger.valueOf(Integer.MAX_VALUE);

        @Override
        public Integer convert(String number) {
            if (!number.matches("0*[1-9][0-9]*")) {
                throw new TypeConversionException(text("usage.limit", number));
            }
            return new BigInteger(number).min(ALL).intValue();
        }
    }

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        checkUsage();
        if (queries != null && run != null) {
            return new TrecRun(session, queries, run, mode, limit).write();
        }
        try (var library = session.open(Library.Access.READ)) {
            int hits = Math.min(limit, most(library));
            var result = library.searcher().search(new Query(String.join(" ", words), mode, hits));
            if (session.json()) {
                session.printJson(FoundOutput.Found.of(result, explain));
            } else {
                show(library, result);
            }
            session.tellIfBehind(library);
        }
        return ExitCode.DONE;
    }

    /// How many hits there can be, at least 1.
    static int most(Library library) {
        return Math.max(1, library.meaning().state().total());
    }

    private void checkUsage() {
        var command = Objects.requireNonNull(spec);
        if ((queries == null) != (run == null)) {
            throw Session.wrongUsage(command, "usage.queriesAndRun");
        }
        boolean blank = String.join("", words).isBlank();
        if (queries == null && blank) {
            throw Session.wrongUsage(command, "usage.noQuery");
        }
        if (queries != null && !blank) {
            throw Session.wrongUsage(command, "usage.queryTwice");
        }
    }

    private void show(Library library, SearchResult result) {
        if (result.didYouMean() != null) {
            session.tell(text("search.didYouMean", result.didYouMean()));
        }
        if (result.hits().isEmpty()) {
            session.tell(text("search.nothing"));
        }
        var texts = new AnswerText(library.sources(), session.terminal());
        result.hits().forEach(hit -> show(texts, hit));
        if (result.wordsOnly() != null) {
            session.tell(ProblemText.of(result.wordsOnly()));
        } else if (!result.meaningComplete() && mode != Query.Mode.KEYWORD) {
            session.tell(text("search.incomplete"));
        }
    }

    private void show(AnswerText texts, Hit hit) {
        texts.lines(hit).forEach(session::print);
        var source = hit.source();
        session.print(
                text(
                        "search.from",
                        source.id().toString().substring(0, ListCommand.SHORT_ID),
                        source.path().toString()));
        if (explain) {
            var shares = hit.shares();
            session.print(
                    text(
                            "search.explained",
                            hit.score(),
                            shares.words(),
                            shares.meaning(),
                            shares.whole(),
                            shares.beside()));
        }
        session.print("");
    }
}

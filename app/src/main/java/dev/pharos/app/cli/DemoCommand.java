package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/// `pharos demo`: the whole road from files to cited answers, on bundled samples and in a
/// throw-away library. Ends with [ExitCode#PROBLEM] if an expected answer or the expected refusal
/// does not come.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final int HITS = 2;

    private final Session session;
    private final List<String> failures = new ArrayList<>();
    private long stepBegan;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        long begin = System.nanoTime();
        stepBegan = begin;
        var folder = Files.createTempDirectory("pharos-demo");
        try {
            Samples.unpack(folder.resolve("samples"));
            try (var library =
                    session.wiring().open(folder.resolve("library"), Library.Access.WRITE)) {
                step(text("demo.library", folder));
                run(library, folder.resolve("samples"));
            }
        } finally {
            remove(folder);
        }
        failures.forEach(session::tell);
        if (failures.isEmpty()) {
            session.print(text("demo.done", seconds(begin)));
            session.print("");
            session.print(text("demo.next"));
        }
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEM;
    }

    private void run(Library library, Path samples) throws ProblemException, IOException {
        try (var bar = session.bar("progress.files")) {
            var summary = library.importer().importAll(List.of(samples), failed(), bar);
            bar.close();
            step(text("demo.imported", summary.files(), summary.passages()));
        }
        try (var bar = session.bar("progress.meaning")) {
            library.meaning().await(bar);
        }
        step(text("demo.understood"));
        var texts = new AnswerText(library.sources(), session.terminal());
        var query = new Query(text("demo.query"), Query.Mode.HYBRID, HITS);
        var hits = library.searcher().search(query).hits();
        step(text("demo.searched", query.text()));
        hits.forEach(hit -> texts.lines(hit).forEach(this::indented));
        for (var question : Samples.questions()) {
            try (var bar = session.bar("progress.answer")) {
                var answer = library.answerer().answer(question.question(), _ -> {}, bar);
                bar.close();
                session.print("");
                step(text("demo.asked", question.question()));
                texts.lines(answer).forEach(this::indented);
                if (!proves(answer, question)) {
                    failures.add(text("demo.wrong", question.question()));
                }
            }
        }
        session.print("");
    }

    private ImportListener failed() {
        return new ImportListener() {
            @Override
            public void started(Path file) {}

            @Override
            public void finished(ImportResult result) {
                if (result.problem() != null) {
                    failures.add(text("demo.failed", ProblemText.of(result.problem())));
                }
            }
        };
    }

    private static boolean proves(Answer answer, Samples.Question expected) {
        if (expected.source() == null) {
            return !answer.supported();
        }
        return answer.supported()
                && answer.citations().stream().anyMatch(citation -> proves(citation, expected));
    }

    private static boolean proves(Citation citation, Samples.Question expected) {
        return citation.title().equals(expected.source())
                && (expected.page() == null || expected.page().equals(citation.place().page()))
                && citation.quote().replaceAll("\\s+", " ").contains(expected.words());
    }

    private void step(String done) {
        session.print(text("demo.step", seconds(stepBegan), done));
        stepBegan = System.nanoTime();
    }

    private void indented(String line) {
        session.print(line.isEmpty() ? "" : "        " + line);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void remove(Path throwAway) throws IOException {
        try (var files = Files.walk(throwAway)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

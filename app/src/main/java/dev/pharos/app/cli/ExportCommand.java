package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pharos export --all FOLDER`: everything that the library has, as files that are of use without
/// Pharos, and from which `pharos import` makes the library again.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--all", paramLabel = "FOLDER", required = true)
    Path folder = Path.of("");

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var library = session.open(Library.Access.READ);
                var bar = session.bar("progress.export")) {
            int sources = library.export(folder.toAbsolutePath(), _ -> true, bar);
            if (session.json()) {
                session.printJson(new NoteOutput.Count(sources));
            } else {
                session.print(text("export.done", sources, folder.toString()));
            }
        }
        return ExitCode.DONE;
    }
}

package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pharos mirror FOLDER`: notes as Markdown files that other programs can change, once.
@Command(name = "mirror")
final class MirrorCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FOLDER", descriptionKey = "FOLDER")
    Path folder = Path.of("");

    @Option(names = "--delete-most")
    boolean deleteMost;

    MirrorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var library = session.open(Library.Access.WRITE);
                var bar = session.bar("progress.mirror")) {
            var done = library.mirror(folder, deleteMost, bar);
            for (Path file : done.keptTwice()) {
                session.tell(text("mirror.keptTwice", file.toString()));
            }
            for (Path file : done.passedOver()) {
                session.tell(text("mirror.passedOver", file.toString()));
            }
            if (session.json()) {
                session.printJson(NoteOutput.Mirror.of(done));
            } else {
                session.print(
                        text(
                                "mirror.done",
                                done.read().size(),
                                done.written().size(),
                                done.merged().size() + done.keptTwice().size(),
                                done.trashed().size(),
                                done.deleted().size()));
            }
        }
        return ExitCode.DONE;
    }
}

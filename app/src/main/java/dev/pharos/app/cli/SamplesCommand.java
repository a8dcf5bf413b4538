package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.sample.SampleLibrary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.concurrent.Callable;

/// `pharos samples`: brings the samples into the library, or puts them into the trash.
@Command(name = "samples")
final class SamplesCommand implements Callable<Integer> {

    record Sampled(int sources) {}

    private final Session session;

    @Option(names = "--remove")
    boolean remove;

    SamplesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var library = session.open(Library.Access.WRITE)) {
            var samples = new SampleLibrary(library, session.wiring().samples());
            int before = library.sources().count();
            if (remove) {
                samples.remove();
            } else {
                try (var bar = session.bar("progress.files")) {
                    samples.add(Locale.getDefault(), text("sample.name"), bar);
                }
                try (var bar = session.bar("progress.meaning")) {
                    library.meaning().await(bar);
                }
            }
            var done = new Sampled(Math.abs(library.sources().count() - before));
            if (session.json()) {
                session.printJson(done);
            } else {
                session.print(text(remove ? "sample.removed" : "sample.added", done.sources()));
            }
        }
        return ExitCode.DONE;
    }
}

package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.welcome.StartSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/// `pharos demo`: the whole road from files to cited answers, on bundled samples and in a
/// throw-away library. Ends with [ExitCode#PROBLEM] if an expected answer or the expected refusal
/// does not come. The launcher lets it open the window as well, unseen, for its archive of classes.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final int HITS = 2;

    /// The sample's voice is synthesized: the only kind that the bundled model understands.
    private static final TranscriptionOptions SPEECH =
            new TranscriptionOptions(SpeechModels.DEMO, "en", false, null, false, 0);

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    private final Session session;
    private final List<String> failures = new ArrayList<>();
    private long stepBegan;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException, InterruptedException {
        long begin = System.nanoTime();
        stepBegan = begin;
        var folder = Files.createTempDirectory("pharos-demo");
        try {
            Samples.unpack(folder.resolve("samples"));
            try (var library =
                    session.wiring()
                            .open(
                                    folder.resolve("library"),
                                    Library.Access.WRITE,
                                    Abilities.Chat.NONE,
                                    () -> SPEECH,
                                    Progress.NONE)) {
                step(text("demo.library", folder));
                run(library, folder.resolve("samples"));
                if (rehearse) {
                    rehearse(library, folder);
                }
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

    /// With settings of its own, those of the first steps taken.
    private void rehearse(Library library, Path aside)
            throws ProblemException, InterruptedException {
        var cache = session.wiring().folders().cache();
        try (var wiring = new Wiring(new Folders(aside, aside, cache))) {
            wiring.settings().write(StartSettings.FEATURE, new StartSettings(null, true));
            wiring.rehearseWindow(library);
        }
    }

    private void run(Library library, Path samples) throws ProblemException, IOException {
        try (var bar = session.bar("progress.files")) {
            var summary = library.importer().importAll(List.of(samples), failed(), bar);
            bar.close();
            step(text("demo.imported", summary.files(), summary.passages()));
        }
        transcribe(library);
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

    private void transcribe(Library library) throws ProblemException {
        var waiting = JobWork.waiting(library.jobs());
        for (var job : new JobWork(session, library).run(waiting, SPEECH)) {
            if (job.problem() != null && job.state() != Job.State.DONE) {
                failures.add(text("demo.failed", ProblemText.of(job.problem())));
            }
            step(text("demo.transcribed", job.title()));
        }
        for (var source : library.sources().all()) {
            library.transcripts()
                    .find(source.id())
                    .ifPresent(transcript ->
                            transcript.segments().forEach(segment -> indented(line(segment))));
        }
    }

    private static String line(Segment segment) {
        return text("demo.said", TimeText.of(segment.startMs()), segment.text());
    }

    private ImportListener failed() {
        return new ImportListener() {
            @Override
            public void started(Path file) {}

            @Override
            public void finished(ImportResult result) {
                if (result.problem() != null
                        && !(result.problem() instanceof Problem.ToBeTranscribed)) {
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
                && (expected.second() == null || expected.second().equals(second(citation)))
                && citation.quote().replaceAll("\\s+", " ").contains(expected.words());
    }

    private static @Nullable Integer second(Citation citation) {
        var startMs = citation.place().startMs();
        return startMs == null ? null : (int) (startMs / 1000);
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

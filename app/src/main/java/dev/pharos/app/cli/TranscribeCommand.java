package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.FileTranscriber;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos transcribe FILE…`: what is said in files of sound, without a library. What is recognised
/// of a file is kept while it works, so that the same command goes on where it was stopped.
@Command(name = "transcribe")
final class TranscribeCommand implements Callable<Integer> {
    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "1..*")
    List<Path> files = List.of();

    @Mixin SpeechChoice speech = new SpeechChoice();

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable TranscriptFormat format;

    @Option(names = "--out", paramLabel = "FILE|DIR")
    TranscriptOutput.@Nullable Place out;

    @Option(names = "--force")
    boolean force;

    @Option(names = "--times")
    boolean times;

    TranscribeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        var command = Objects.requireNonNull(spec);
        speech.check(command);
        var shape = TranscriptOutput.format(format, session.json(), out, files.size());
        if (shape == null) {
            throw Session.wrongUsage(
                    command, "usage.outFormat", Objects.requireNonNull(out).path());
        }
        if (out == null && !TranscriptOutput.fitsTerminal(shape, files.size())) {
            throw Session.wrongUsage(command, "usage.transcribeOut", shape.id());
        }
        if (out != null && out.fileFor(files.size())) {
            throw Session.wrongUsage(command, "usage.outIsFile", out.path());
        }
        if (out != null && out.against(shape, files.size())) {
            throw Session.wrongUsage(command, "usage.formats", out.path(), shape.id());
        }
        var output = new TranscriptOutput(session, shape, out, files.size() > 1, force, times);
        var options = speech.over(session.wiring());
        int failed = 0;
        var transcriber = session.wiring().fileTranscriber();
        for (var file : files) {
            if (!transcribe(file, transcriber, options, output)) {
                failed++;
            }
        }
        if (failed == 0) {
            return ExitCode.DONE;
        }
        return files.size() == 1 ? ExitCode.PROBLEM : ExitCode.SOME_FAILED;
    }

    /// @return whether there is a transcript; a problem that only this file has is told
    private boolean transcribe(
            Path file,
            FileTranscriber transcriber,
            TranscriptionOptions options,
            TranscriptOutput output)
            throws ProblemException, IOException {
        if (!output.reserve(file)) {
            return false;
        }
        try (var bar = new SpeechBar(session)) {
            return transcriber.transcribe(
                    file,
                    options,
                    bar,
                    transcript -> {
                        bar.close();
                        tellOf(file, transcript);
                        return output.write(file, transcript, transcriber.kept());
                    });
        } catch (ProblemException e) {
            var problem = e.problem();
            if (problem instanceof Problem.OfFile || problem instanceof Problem.RecogniserDied) {
                session.tell(ProblemText.of(problem));
                return false;
            }
            throw e;
        }
    }

    private void tellOf(Path file, Transcript transcript) {
        if (transcript.segments().isEmpty()) {
            session.tell(ProblemText.of(new Problem.NoSpeech(file)));
        }
        if (!transcript.complete()) {
            session.tell(text("transcribe.partial", file, TimeText.of(transcript.durationMs())));
        }
    }
}

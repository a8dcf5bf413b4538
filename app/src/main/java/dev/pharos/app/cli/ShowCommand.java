package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `pharos show ID`: what is known of one source, then its text; of a recording what is said in it,
/// with times.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private static final int SHORTEST_PREFIX = 4;
    private static final TranscriptFormat.Shown WITH_TIMES = new TranscriptFormat.Shown(true, true);

    private final Session session;

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    String id = "";

    @Option(names = "--versions")
    boolean versions;

    @Option(names = "--transcript", paramLabel = "N")
    @Nullable Integer version;

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        try (var library = session.open(Library.Access.READ)) {
            var source = source(library, id);
            if (versions) {
                new VersionLines(session, library).show(source);
                return ExitCode.DONE;
            }
            var document = library.sources().document(source.id()).orElseThrow();
            var transcript =
                    version == null
                            ? library.transcripts().find(source.id())
                            : library.transcripts().find(source.id(), version);
            if (version != null && transcript.isEmpty()) {
                session.tell(text("show.noVersion", source.title(), version.toString()));
                return ExitCode.PROBLEM;
            }
            if (session.json()) {
                transcript.ifPresent(words -> tellOfPart(source, words));
                session.printJson(
                        new SourceOutput.Shown(
                                SourceOutput.Listed.of(source),
                                SourceOutput.ShownText.of(document),
                                transcript.map(SpeechOutput::transcript).orElse(null)));
                return ExitCode.DONE;
            }
            facts(source);
            session.print("");
            if (transcript.isPresent()) {
                show(source, transcript.get());
            } else {
                session.print(document.text());
                if (source.kind() == SourceKind.RECORDING) {
                    session.tell(wordless(source, library));
                }
            }
        }
        return ExitCode.DONE;
    }

    private void show(Source source, Transcript transcript) throws IOException {
        TranscriptFormat.TXT.write(transcript, source.title(), WITH_TIMES, session.out());
        tellOf(source, transcript);
    }

    /// @param id the beginning of an id, or the path of what was imported from there
    /// @throws ProblemException `NoSuchSource` where no single source has an id that begins so
    static Source source(Library library, String id) throws ProblemException {
        var found =
                id.length() < SHORTEST_PREFIX
                        ? Optional.<Source>empty()
                        : library.sources().findByPrefix(id);
        return found.or(() -> at(library, id))
                .orElseThrow(() -> new ProblemException(new Problem.NoSuchSource(id)));
    }

    private static Optional<Source> at(Library library, String path) {
        try {
            return library.sources().atPath(Path.of(path).toAbsolutePath().normalize());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private void tellOf(Source source, Transcript transcript) {
        if (transcript.segments().isEmpty()) {
            session.tell(ProblemText.of(new Problem.NoSpeech(source.path())));
        }
        tellOfPart(source, transcript);
    }

    private void tellOfPart(Source source, Transcript transcript) {
        if (!transcript.complete()) {
            var end = TimeText.of(transcript.durationMs());
            session.tell(text("transcribe.partial", source.path(), end));
        }
    }

    /// Why a recording has no words: what became of its newest job.
    private String wordless(Source source, Library library) {
        var newest =
                library.jobs().all().stream()
                        .filter(JobLines::transcribes)
                        .filter(job -> job.subject().equals(source.id().toString()))
                        .max(Comparator.comparingLong(Job::id));
        var id = source.id().toString().substring(0, SHORTEST_PREFIX * 2);
        if (newest.isEmpty()) {
            return mute(source, library)
                    ? ProblemText.of(new Problem.NoSound(source.path()))
                    : text("show.noJob", source.path(), id);
        }
        var job = newest.get();
        return switch (new JobLines(session, library).state(job)) {
            case WAITING -> ProblemText.of(new Problem.ToBeTranscribed(source.path()));
            case RUNNING -> text("show.running", source.path());
            case PAUSED -> text("show.paused", source.path(), Long.toString(job.id()));
            case DONE, CANCELLED -> text("show.noJob", source.path(), id);
            case FAILED ->
                    job.problem() == null
                            ? text("show.noJob", source.path(), id)
                            : ProblemText.of(job.problem());
        };
    }

    /// A video without sound is kept, and never queued.
    private boolean mute(Source source, Library library) {
        var original = library.blobs().find(source.contentHash());
        try {
            if (original.isPresent()) {
                session.wiring().audio().info(original.get().file(), source.path());
            }
            return false;
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.NoSound;
        }
    }

    private void facts(Source source) {
        session.print(source.title());
        fact("show.id", source.id());
        fact("show.kind", source.kind().id());
        fact("show.path", source.path());
        if (!source.authors().isEmpty()) {
            fact("show.authors", String.join(", ", source.authors()));
        }
        if (!source.tags().isEmpty()) {
            fact("show.tags", String.join(", ", source.tags().stream().sorted().toList()));
        }
        if (source.created() != null) {
            fact("show.created", source.created());
        }
        if (source.modified() != null) {
            fact("show.modified", source.modified());
        }
        fact("show.imported", source.imported());
        fact("show.language", source.language());
        session.print(text("show.size", source.revision(), source.passages(), source.size()));
    }

    private void fact(String key, Object value) {
        session.print(text(key, value.toString()));
    }
}

package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
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

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        try (var library = session.open(Library.Access.READ)) {
            var unknown = new Problem.NoSuchSource(id);
            if (id.length() < SHORTEST_PREFIX) {
                throw new ProblemException(unknown);
            }
            var source =
                    library.sources()
                            .findByPrefix(id)
                            .orElseThrow(() -> new ProblemException(unknown));
            var document =
                    library.sources()
                            .document(source.id())
                            .orElseThrow(() -> new ProblemException(unknown));
            var transcript = library.transcripts().find(source.id());
            if (session.json()) {
                session.printJson(
                        new JsonOutput.Shown(
                                JsonOutput.Listed.of(source),
                                JsonOutput.ShownText.of(document),
                                transcript.map(JsonOutput::transcript).orElse(null)));
                return ExitCode.DONE;
            }
            facts(source);
            session.print("");
            if (transcript.isPresent()) {
                TranscriptFormat.TXT.write(
                        transcript.get(), source.title(), WITH_TIMES, session.out());
            } else {
                session.print(document.text());
            }
            wordless(source, transcript.orElse(null))
                    .ifPresent(problem -> session.tell(ProblemText.of(problem)));
        }
        return ExitCode.DONE;
    }

    /// Why a recording has no words.
    private static Optional<Problem> wordless(Source source, @Nullable Transcript transcript) {
        if (transcript != null) {
            return transcript.segments().isEmpty()
                    ? Optional.of(new Problem.NoSpeech(source.path()))
                    : Optional.empty();
        }
        return source.kind() == SourceKind.RECORDING
                ? Optional.of(new Problem.ToBeTranscribed(source.path()))
                : Optional.empty();
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

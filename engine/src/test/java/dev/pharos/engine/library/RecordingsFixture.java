package dev.pharos.engine.library;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.transcription.ScriptedSpeech;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A library that hears what scripts let it hear, opened for writing before each test.
@Timeout(300)
abstract class RecordingsFixture {
    static final TranscriptionOptions CHOSEN =
            new TranscriptionOptions("scripted", "auto", false, null, false, 0);

    @TempDir Path temp;
    final ScriptedSpeech speech = new ScriptedSpeech();
    TranscriptionOptions options = CHOSEN;
    Library library;

    /// A machine without a microphone.
    private static final class NoInput implements Microphone {
        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) throws ProblemException {
            throw new ProblemException(new Problem.NoMicrophone());
        }
    }

    @BeforeEach
    void open() throws Exception {
        library = open(Access.WRITE, true);
    }

    @AfterEach
    void close() {
        library.close();
    }

    Library open(Access access, boolean hears) throws ProblemException {
        return Library.open(
                temp.resolve("library"),
                access,
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE,
                        hears
                                ? new Abilities.Speech(speech.parts(), new NoInput(), () -> options)
                                : null));
    }

    void reopen() throws ProblemException {
        library.close();
        library = open(Access.WRITE, true);
    }

    ImportResult importFile(Path file) throws ProblemException {
        var results = new ArrayList<ImportResult>();
        library.importer()
                .importAll(
                        List.of(file),
                        new ImportListener() {
                            @Override
                            public void started(Path started) {}

                            @Override
                            public void finished(ImportResult result) {
                                results.add(result);
                            }
                        },
                        Progress.NONE);
        return results.getFirst();
    }

    SourceId imported(SpeechScript script) throws Exception {
        var source = importFile(script.write(temp.resolve("talk.mp3"))).source();
        return Objects.requireNonNull(source);
    }

    void work() throws ProblemException {
        library.jobs().start();
        library.jobs().await(library.jobs().all().stream().map(Job::id).toList(), Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    List<Job.State> states() {
        return library.jobs().all().stream().map(Job::state).toList();
    }

    List<String> found(String query) throws ProblemException {
        return library.searcher().search(new Query(query, Query.Mode.KEYWORD, 10)).hits().stream()
                .map(hit ->
                        hit.source().title()
                                + " "
                                + hit.place().startMs()
                                + "-"
                                + hit.place().endMs())
                .toList();
    }
}

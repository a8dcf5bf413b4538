package dev.pharos.engine.library;

import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.transcription.ScriptedSpeech;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A library that hears: its recogniser says what a script tells it, and there is no microphone.
@Timeout(300)
abstract class RecordingsFixture extends LibraryFixture {
    static final TranscriptionOptions CHOSEN =
            new TranscriptionOptions("scripted", "auto", false, null, false, 0);

    final ScriptedSpeech speech = new ScriptedSpeech();
    TranscriptionOptions options = CHOSEN;

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

    @Override
    Abilities abilities() {
        var deaf = deaf();
        return new Abilities(
                deaf.extractor(),
                deaf.embedders(),
                deaf.chat(),
                new Abilities.Speech(speech.parts(), new NoInput(), () -> options),
                deaf.research());
    }

    /// For documents only.
    Abilities deaf() {
        return super.abilities();
    }

    ImportResult importFile(Path file) throws ProblemException {
        return results(file).getFirst();
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

    /// What the database of a killed program says: the last job runs.
    ///
    /// @param log what its item says of it, SQL
    void kill(String log) throws ProblemException {
        library.close();
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute(
                            "UPDATE job SET state = 'RUNNING', ended = NULL WHERE id ="
                                    + " (SELECT max(id) FROM job)");
                    return statement.execute(
                            "UPDATE batch_item SET ended = NULL, log = "
                                    + log
                                    + " WHERE job ="
                                    + " (SELECT max(id) FROM job)");
                }
            });
        }
        library = open(Access.WRITE);
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

package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.transcription.ScriptedSpeech;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What becomes of the words of a recording as others take their place.
@Timeout(300)
final class TranscriptHistoryTest {
    private static final TranscriptionOptions CHOSEN =
            new TranscriptionOptions("scripted", "auto", false, null, false, 0);

    @TempDir Path temp;
    private Library library;

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
        var speech = new ScriptedSpeech();
        library =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new PlainText(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE,
                                new Abilities.Speech(speech.parts(), new NoInput(), () -> CHOSEN)));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Source imported(SpeechScript script, String... flags) throws Exception {
        var file = script.write(temp.resolve("talk.mp3"), flags);
        library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
        return library.sources().all().getFirst();
    }

    private Source transcribed(String words) throws Exception {
        var source = imported(new SpeechScript().say(words));
        work();
        return library.sources().find(source.id()).orElseThrow();
    }

    private void work() throws ProblemException {
        library.jobs().start();
        library.jobs().await(library.jobs().all().stream().map(Job::id).toList(), Progress.NONE);
    }

    private Transcript words(Source source) {
        return library.transcripts().find(source.id()).orElseThrow();
    }

    private void correct(Source source, String text) throws ProblemException {
        library.recordings()
                .save(source, TranscriptEdit.text(words(source), 0, text), Origin.EDITED);
    }

    private int found(String query) throws ProblemException {
        return library.searcher().search(new Query(query, Query.Mode.KEYWORD, 10)).hits().size();
    }

    private List<Origin> origins(Source source) {
        return library.transcripts().versions(source.id()).stream().map(Version::origin).toList();
    }

    @Test
    void anEarlierVersionBecomesTheNewestAgain() throws Exception {
        var source = transcribed("The ferry leaves.");
        correct(source, "The zeppelin leaves.");

        var restored = library.recordings().restore(source.id(), 1);

        assertEquals(3, restored.number());
        assertEquals(
                List.of("The ferry leaves."),
                words(source).segments().stream().map(Segment::text).toList());
        assertEquals(List.of(1, 0), List.of(found("ferry"), found("zeppelin")));
        assertEquals(List.of(Origin.RECOGNISED, Origin.EDITED, Origin.RECOGNISED), origins(source));
    }

    @Test
    void correctionsOfAnEarlierSoundStayWithItAndAreNotTheWordsOfTheNewOne() throws Exception {
        var before = transcribed("The ferry leaves.");
        var corrected = TranscriptEdit.text(words(before), 0, "The zeppelin leaves.");
        var now = transcribed("The bread is warm.");

        var late = library.recordings().save(before, corrected, Origin.EDITED);

        assertEquals(List.of(false, true, false), sameSound(now));
        assertEquals(3, late.number());
        assertEquals(List.of(1, 0), List.of(found("bread"), found("zeppelin")));
        library.recordings().restore(now.id(), 3);
        assertEquals(List.of(0, 1), List.of(found("bread"), found("zeppelin")));
    }

    private List<Boolean> sameSound(Source source) {
        return library.transcripts().versions(source.id()).stream()
                .map(Version::sameSound)
                .toList();
    }
}

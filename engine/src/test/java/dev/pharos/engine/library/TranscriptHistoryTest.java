package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What becomes of the words of a recording as others take their place.
final class TranscriptHistoryTest extends RecordingsFixture {
    private Source source(SpeechScript script, String... flags) throws Exception {
        var file = script.write(temp.resolve("talk.mp3"), flags);
        library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
        return library.sources().all().getFirst();
    }

    private Source transcribed(String words) throws Exception {
        var source = source(new SpeechScript().say(words));
        work();
        return library.sources().find(source.id()).orElseThrow();
    }

    private Transcript words(Source source) {
        return library.transcripts().find(source.id()).orElseThrow();
    }

    private void correct(Source source, String text) throws ProblemException {
        library.recordings()
                .save(source, TranscriptEdit.text(words(source), 0, text), Origin.EDITED);
    }

    private int hits(String query) throws ProblemException {
        return found(query).size();
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
        assertEquals(List.of(1, 0), List.of(hits("ferry"), hits("zeppelin")));
        assertEquals(List.of(Origin.RESTORED, Origin.EDITED, Origin.RECOGNISED), origins(source));
    }

    @Test
    void whatIsDoneToTheWordsLeavesAWantedTranscriptionWaiting() throws Exception {
        var source = transcribed("The ferry leaves.");
        options = new TranscriptionOptions(null, "auto", false, null, false, 0);
        library.recordings().transcribe(source.id(), options);

        correct(source, "The zeppelin leaves.");
        library.recordings().restore(source.id(), 1);
        library.recordings().save(source, words(source), Origin.IMPORTED);

        assertEquals(List.of(Job.State.DONE, Job.State.WAITING), states());
    }

    @Test
    void correctionsOfAnEarlierSoundStayWithItAndAreNotTheWordsOfTheNewOne() throws Exception {
        var before = transcribed("The ferry leaves.");
        var corrected = TranscriptEdit.text(words(before), 0, "The zeppelin leaves.");
        var now = transcribed("The bread is warm.");

        var late = library.recordings().save(before, corrected, Origin.EDITED);

        assertEquals(List.of(false, true, false), sameSound(now));
        assertEquals(3, late.number());
        assertEquals(List.of(1, 0), List.of(hits("bread"), hits("zeppelin")));
        library.recordings().restore(now.id(), 3);
        assertEquals(List.of(0, 1), List.of(hits("bread"), hits("zeppelin")));
    }

    @Test
    void importedWordsKeepTheLanguageAndTheVoicesThatTheirFileHasNoPlaceFor() throws Exception {
        var source = transcribed("The ferry leaves.");
        library.recordings()
                .save(source, TranscriptEdit.speakerOf(words(source), 0, "Anna"), Origin.EDITED);
        var read =
                new Transcript(
                        Transcript.UNKNOWN,
                        900,
                        "",
                        "",
                        List.of(new Segment(1, 900, null, "Anna: The zeppelin leaves.", List.of())),
                        true);

        library.recordings().save(source, read, Origin.IMPORTED);

        assertEquals("en", words(source).language());
        assertEquals(
                List.of(new Segment(1, 900, "Anna", "The zeppelin leaves.", List.of())),
                words(source).segments());
    }

    @Test
    void aFileOfWhichOnlyTheTagsChangedKeepsItsCorrections() throws Exception {
        var before = transcribed("The ferry leaves.");
        correct(before, "The zeppelin leaves.");
        var corrected = words(before);

        var now = source(new SpeechScript().say("The ferry leaves."), "tagged");

        assertEquals(List.of(2, 1), List.of(now.revision(), now.passages()));
        assertEquals(corrected, words(now));
        assertEquals(List.of(true, true), sameSound(now));
        assertEquals(List.of(0, 1), List.of(hits("ferry"), hits("zeppelin")));
        assertEquals(1, library.jobs().all().size());
        assertEquals(0, library.recordings().wordless());
        correct(before, "The balloon leaves.");
        assertEquals(List.of(0, 1), List.of(hits("zeppelin"), hits("balloon")));
    }

    @Test
    void whereTheSoundChangedTheImportTellsThatTheWordsWereSetAside() throws Exception {
        transcribed("The ferry leaves.");
        var told = new ArrayList<Problem>();
        var file = new SpeechScript().say("The bread is warm.").write(temp.resolve("talk.mp3"));

        library.importer()
                .importAll(
                        List.of(file),
                        new ImportListener() {
                            @Override
                            public void started(Path started) {}

                            @Override
                            public void finished(ImportResult result) {
                                told.add(Objects.requireNonNull(result.problem()));
                            }
                        },
                        Progress.NONE);

        assertEquals(List.of(new Problem.WordsSetAside(file)), told);
        assertEquals(1, library.recordings().wordless());
    }

    private List<Boolean> sameSound(Source source) {
        return library.transcripts().versions(source.id()).stream()
                .map(Version::sameSound)
                .toList();
    }
}

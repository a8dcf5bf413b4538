package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.transcription.Diarizer.Turn;
import dev.pharos.engine.work.JobQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

final class TranscriberTest {
    private static final TranscriptionOptions OPTIONS =
            new TranscriptionOptions("scripted", "auto", false, null, false, 0);
    private static final TranscriptionOptions SPEAKERS =
            new TranscriptionOptions("scripted", "auto", false, null, true, 0);

    /// A frame of sound: what the cutting can shift a word by at most.
    private static final long FRAME_MS = 32;

    @TempDir Path temp;
    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final List<Waveform> waveforms = new ArrayList<>();
    private final Told told = new Told();

    private static final class Told implements JobQueue.Report {
        private final List<String> stages = new ArrayList<>();
        private final List<Long> done = new ArrayList<>();
        private long total;
        private volatile boolean cancelled;

        @Override
        public void stage(String stage) {
            stages.add(stage);
        }

        @Override
        public void device(String device) {}

        @Override
        public void report(long now, long of) {
            done.add(now);
            total = of;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private Transcript transcribe(
            Path file,
            TranscriptionOptions options,
            Checkpoints checkpoints,
            JobQueue.Report report)
            throws ProblemException {
        return new Transcriber(speech.parts())
                .transcribe(
                        new Transcriber.Sound(file, file, "hash"),
                        options,
                        checkpoints,
                        waveforms::add,
                        report);
    }

    private Transcript transcribe(
            SpeechScript script, TranscriptionOptions options, String... flags) throws Exception {
        var file = script.write(temp.resolve("sound"), flags);
        return transcribe(file, options, Checkpoints.NONE, told);
    }

    private static List<Word> words(Transcript transcript) {
        return transcript.segments().stream().flatMap(s -> s.words().stream()).toList();
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static void assertHeardWhenSaid(SpeechScript script, Transcript transcript) {
        var heard = words(transcript);
        assertEquals(texts(script.words()), texts(heard));
        for (int i = 0; i < heard.size(); i++) {
            Word said = script.words().get(i);
            String where = said + " was heard as " + heard.get(i);
            assertTrue(Math.abs(said.startMs() - heard.get(i).startMs()) <= FRAME_MS, where);
            assertTrue(Math.abs(said.endMs() - heard.get(i).endMs()) <= FRAME_MS, where);
        }
    }

    @Test
    void halfAnHourKeepsItsTimesTrueFromStartToEnd() throws Exception {
        var script = new SpeechScript().say("first words").silence(25_000);
        script.ramble(900, new Random(1)).silence(120_000).ramble(900, new Random(2));
        script.silence(300_000).say("last words").silence(40_000);
        assertTrue(script.lengthMs() > 30 * 60_000, script.lengthMs() + " ms");

        var transcript = transcribe(script, OPTIONS);

        assertHeardWhenSaid(script, transcript);
        assertEquals(script.lengthMs(), transcript.durationMs());
        assertTrue(transcript.complete());
    }

    @Test
    void silenceIsNotRecognised() throws Exception {
        var script = new SpeechScript();
        for (int i = 0; i < 20; i++) {
            script.say("some words" + i).silence(20_000);
        }

        assertHeardWhenSaid(script, transcribe(script, OPTIONS));

        assertEquals(1, speech.recognised().size(), "25 s of sound are left of 7 minutes");
    }

    @Test
    void aSegmentIsCutWhereSilenceWasLeftOut() throws Exception {
        var script = new SpeechScript().say("before").silence(9_000).say("after");

        assertEquals(
                List.of("before", "after"),
                transcribe(script, OPTIONS).segments().stream().map(Segment::text).toList());
    }

    @Test
    void whereNobodySpeaksTheTranscriptIsEmpty() throws Exception {
        var transcript = transcribe(new SpeechScript().silence(70_000), OPTIONS);

        assertEquals(new Transcript("und", 70_000, "scripted", "", List.of(), true), transcript);
        assertEquals(List.of(), speech.recognised());
    }

    @Test
    void progressIsInMillisecondsOfSoundAndNeverGoesBack() throws Exception {
        var script = new SpeechScript().ramble(300, new Random(3));

        transcribe(script, OPTIONS);

        assertEquals(told.done.stream().sorted().toList(), told.done);
        assertEquals(script.lengthMs(), told.done.getLast());
        assertEquals(script.lengthMs(), told.total);
        assertEquals(List.of("listening"), told.stages);
    }

    @Test
    void aTruncatedFileGivesWhatIsThereAndSaysSo() throws Exception {
        var script = new SpeechScript().say("only a part");

        var transcript = transcribe(script, OPTIONS, "truncated", "unstated");

        assertHeardWhenSaid(script, transcript);
        assertFalse(transcript.complete());
    }

    @Test
    void killedAtAnyMomentItGoesOnAndEndsTheSame() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var script = new SpeechScript().ramble(600, random);
        var file = script.write(temp.resolve("sound"));
        var whole = transcribe(file, OPTIONS, Checkpoints.NONE, told);
        int windows = speech.recognised().size();
        var checkpoints = new InMemoryCheckpoints();

        for (int kill = 0; kill < 20; kill++) {
            var report = new Told();
            int at = speech.recognised().size() + random.nextInt(2);
            speech.beforeRecognition = count -> report.cancelled = count >= at;
            try {
                assertEquals(whole, transcribe(file, OPTIONS, checkpoints, report), "seed " + seed);
            } catch (CancellationException _) {
                assertEquals(0, speech.opened(), "seed " + seed);
            }
        }
        speech.beforeRecognition = _ -> {};

        assertEquals(whole, transcribe(file, OPTIONS, checkpoints, new Told()), "seed " + seed);
        var again = speech.recognised().subList(windows, speech.recognised().size());
        assertEquals(windows, again.size(), "no window was recognised twice, seed " + seed);
        assertEquals(windows, new HashSet<>(again).size(), "seed " + seed);
    }

    @Test
    void otherOptionsUseNoOldWindows() throws Exception {
        var file = new SpeechScript().say("some words").write(temp.resolve("sound"));
        var checkpoints = new InMemoryCheckpoints();
        transcribe(file, OPTIONS, checkpoints, told);

        transcribe(
                file,
                new TranscriptionOptions("scripted", "auto", true, null, false, 0),
                checkpoints,
                told);

        assertEquals(2, checkpoints.count());
    }

    @Test
    void theLanguageIsThatOfTheFirstWindowWithEnoughSpeechForAll() throws Exception {
        var script = new SpeechScript().say("hm").silence(40_000).ramble(200, new Random(4));
        speech.beforeRecognition =
                count -> speech.language = List.of("la", "de", "fr", "it").get(Math.min(3, count));

        assertEquals("de", transcribe(script, OPTIONS).language());
    }

    @Test
    void aVoiceThatChangesCutsTheSegment() throws Exception {
        speech.turns = List.of(new Turn(0, 850, 0), new Turn(850, 1_600, 1));

        var segments = transcribe(new SpeechScript().say("how are you? fine"), SPEAKERS).segments();

        assertEquals(
                List.of("1: how are", "2: you? fine"),
                segments.stream().map(s -> s.speaker() + ": " + s.text()).toList());
    }

    @Test
    void aDiarizerThatFailsLeavesTheWords() throws Exception {
        speech.diarizerFails = new IllegalStateException("cannot tell");
        var script = new SpeechScript().say("how are you? fine");

        var transcript = transcribe(script, SPEAKERS);

        assertHeardWhenSaid(script, transcript);
        assertEquals(List.of(), transcript.speakers());
    }

    @Test
    void whatTheRecogniserDiesOfEndsTheDecodingToo() throws Exception {
        speech.beforeRecognition =
                _ -> {
                    throw new IllegalStateException("died");
                };
        var script = new SpeechScript().ramble(300, new Random(5));

        assertThrows(IllegalStateException.class, () -> transcribe(script, OPTIONS));
        assertEquals(0, speech.opened());
    }

    @Test
    void whereTheRecogniserBreaksDownIsToldByTheTimeOfTheRecording() {
        var script = new SpeechScript().say("first").silence(60_000).say("second");
        speech.diesAt = 1;

        var e = assertThrows(ProblemException.class, () -> transcribe(script, OPTIONS));

        var died = assertInstanceOf(Problem.RecogniserDied.class, e.problem());
        assertEquals(script.words().getLast().startMs(), died.atMs(), 1_000);
    }

    @Test
    void aMissingFileIsAProblemOfItsName() {
        var nowhere = temp.resolve("nowhere");
        var e =
                assertThrows(
                        ProblemException.class,
                        () -> transcribe(nowhere, OPTIONS, Checkpoints.NONE, told));
        assertEquals(new Problem.FileMissing(nowhere), e.problem());
    }

    @Test
    void withoutAModelNothingBegins() {
        var e =
                assertThrows(
                        ProblemException.class,
                        () ->
                                transcribe(
                                        new SpeechScript().say("words"),
                                        TranscriptionOptions.DEFAULT));
        assertEquals(new Problem.NoSpeechModel(Path.of("models")), e.problem());
    }

    @Test
    void theWaveformIsGatheredOnTheWay() throws Exception {
        transcribe(new SpeechScript().silence(1_000).say("loud"), OPTIONS);

        var waveform = waveforms.getFirst();
        assertEquals(28, waveform.peaks().length);
        assertEquals(0, waveform.at(19));
    }
}

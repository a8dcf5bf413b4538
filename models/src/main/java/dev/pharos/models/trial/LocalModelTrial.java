package dev.pharos.models.trial;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.whisper.WhisperSpeechToText;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Lets a speech model hear twelve seconds of synthesized speech, and an embedder read sentences,
/// again and again for some seconds, through the same ports as the real work. Any thread.
///
/// @param models those for speech, by their names; on the shelf `whisper/` comes before them
/// @param embedders by theirs; on the shelf `embedding/` comes before them
public record LocalModelTrial(
        ModelShelf shelf, SpeechModels models, SpeechToText speech, Embedders embedders)
        implements ModelTrial {

    private static final Duration MEASURED = Duration.ofSeconds(5);

    /// A model that has worked so long and is not done is of no use on this machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Read, not shown.
    private static final String SENTENCE =
            "In the last week of October the small museum by the harbour opened its new rooms, and more"
                    + " people came than anybody had hoped for.";

    private static final int TOGETHER = 32;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOK_NANOS = 50 * NANOS_PER_MILLI;

    @Override
    public Outcome run(String id, Progress progress) throws ProblemException {
        var info = shelf.find(id).info();
        String name = id.substring(id.indexOf('/') + 1);
        var limited = new Limited(progress, PATIENCE);
        try {
            return switch (info.kind()) {
                case SPEECH -> speech(name, limited);
                case EMBEDDING -> embedding(name, limited);
                case RERANKING, CHAT, PACK ->
                        throw new ProblemException(
                                new Problem.ModelUnavailable(
                                        info.title(), Detail.of(Detail.Kind.NOT_TRIED)));
            };
        } catch (CancellationException e) {
            progress.checkpoint();
            throw new ProblemException(new Problem.ModelTooSlow(info.title(), PATIENCE), e);
        }
    }

    private Outcome speech(String name, Limited progress) throws ProblemException {
        var clip = SpokenClip.read();
        var options =
                new SpeechToText.Options(models.find(name), SpeechToText.AUTO, false, null, 0);
        long load = progress.timed(() -> speech.recognise(new float[0], options, progress));
        var device = new String[1];
        double rate =
                rate(
                        () ->
                                device[0] =
                                        speech.recognise(clip.samples(), options, progress)
                                                .device(),
                        progress);
        return new Outcome(
                WhisperSpeechToText.device(String.valueOf(device[0])),
                rate * clip.seconds(),
                load / NANOS_PER_MILLI,
                progress.notice());
    }

    private Outcome embedding(String name, Limited progress) throws ProblemException {
        var one = List.of(SENTENCE);
        var many = Collections.nCopies(TOGETHER, SENTENCE);
        var over = new AtomicBoolean();
        try (var embedder = embedders.open(name)) {
            Thread.ofVirtual().start(() -> watch(embedder, progress, over));
            long load = progress.timed(() -> embed(embedder, one, progress));
            double rate = rate(() -> embed(embedder, many, progress), progress);
            if (embedder.notice() instanceof Problem failed) {
                progress.notice(failed);
            }
            return new Outcome(
                    embedder.device(), rate * TOGETHER, load / NANOS_PER_MILLI, progress.notice());
        } finally {
            over.set(true);
        }
    }

    private static void embed(Embedder embedder, List<String> texts, Limited progress)
            throws ProblemException {
        progress.report(0, 1);
        try {
            embedder.embed(texts);
        } catch (ProblemException e) {
            progress.checkpoint(); // it may have been hung up on
            throw e;
        }
    }

    /// An embedder polls nothing: who waits for another process in vain is hung up on.
    private static void watch(Embedder embedder, Limited progress, AtomicBoolean over) {
        while (!over.get()) {
            if (progress.cancelled()) {
                embedder.hangUp();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// How often it goes in a second. The first time warms up, and counts only where it took as
    /// long as all was to take.
    private static double rate(Limited.Work work, Limited progress) throws ProblemException {
        long first = progress.timed(work);
        if (first >= MEASURED.toNanos()) {
            return 1e9 / first;
        }
        long worked = 0;
        int times = 0;
        do {
            progress.checkpoint();
            worked += progress.timed(work);
            times++;
            progress.tell(worked, MEASURED);
        } while (worked < MEASURED.toNanos());
        return times * 1e9 / worked;
    }
}

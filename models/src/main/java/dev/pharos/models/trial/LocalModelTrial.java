package dev.pharos.models.trial;

import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.whisper.WhisperSpeechToText;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;

/// Lets a speech model hear twelve seconds of synthesized speech, and an embedder read sentences,
/// again and again for some seconds, through the same ports as the real work. Any thread.
///
/// @param models those for speech, by their names; on the shelf `whisper/` comes before them
/// @param embedders by theirs; on the shelf `embedding/` comes before them
public record LocalModelTrial(
        ModelShelf shelf, SpeechModels models, SpeechToText speech, Embedders embedders)
        implements ModelTrial {

    private static final Duration MEASURED = Duration.ofSeconds(5);

    /// A model that is not done with the first piece by then is of no use on this machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TOGETHER = 32;

    /// What is done again and again.
    @FunctionalInterface
    private interface Work {
        void once() throws ProblemException;
    }

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
                                new Problem.ModelUnavailable(info.title(), text("notTried")));
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
        long begin = System.nanoTime();
        speech.recognise(new float[0], options, progress);
        long loadMs = since(begin) / 1_000_000;
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
                loadMs);
    }

    private Outcome embedding(String name, Limited progress) throws ProblemException {
        var one = List.of(text("sentence"));
        var many = Collections.nCopies(TOGETHER, text("sentence"));
        long begin = System.nanoTime();
        try (var embedder = embedders.open(name)) {
            embedder.embed(one);
            long loadMs = since(begin) / 1_000_000;
            double rate = rate(() -> embedder.embed(many), progress);
            return new Outcome(embedder.device(), rate * TOGETHER, loadMs);
        }
    }

    /// How often it goes in a second. The first time warms up, and counts only where it took as
    /// long as all was to take.
    private static double rate(Work work, Limited progress) throws ProblemException {
        long begin = System.nanoTime();
        work.once();
        long first = since(begin);
        if (first >= MEASURED.toNanos()) {
            return 1e9 / first;
        }
        long start = System.nanoTime();
        int times = 0;
        do {
            progress.checkpoint();
            work.once();
            times++;
            progress.tell(since(start), MEASURED);
        } while (since(start) < MEASURED.toNanos());
        return times * 1e9 / since(start);
    }

    private static long since(long begin) {
        return System.nanoTime() - begin;
    }

    private static String text(String key) {
        var texts = ResourceBundle.getBundle(LocalModelTrial.class.getName());
        return new MessageFormat(texts.getString(key)).format(null);
    }
}

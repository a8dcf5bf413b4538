package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// The ports of speech for tests of other things. Its sound is a text file: `SOUND 60000` (the
/// length in ms, then perhaps `truncated` or `unstated`) and a line `start end word` for each word.
/// Decoded, a word is samples that all have the word's own value, the rest is silence; so whoever
/// is given samples can tell the words and when they are heard.
public final class ScriptedSpeech
        implements AudioDecoder, VoiceActivity, SpeechToText, SpeechModels, Diarizer {
    private static final int FRAME = 512;
    private static final int PER_MS = RATE / 1_000;
    private static final float STEP = 1 / 4_096f;
    private static final int IN_A_SEGMENT = 8;
    private static final int BREATH = RATE / 2;

    private final List<String> vocabulary = new ArrayList<>();
    private final List<Integer> recognised = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger opened = new AtomicInteger();

    /// Called with the number of windows that were recognised before, when the next one is to be.
    public volatile IntConsumer beforeRecognition = _ -> {};

    public volatile String language = "en";
    public volatile List<Turn> turns = List.of();
    public volatile @Nullable RuntimeException diarizerFails;

    public Transcriber.Parts parts() {
        return new Transcriber.Parts(this, this, this, this, this);
    }

    /// Checksums of the windows in the order in which they were recognised.
    public List<Integer> recognised() {
        return List.copyOf(recognised);
    }

    /// Streams that are not closed yet.
    public int opened() {
        return opened.get();
    }

    private record Script(int lengthMs, boolean stated, boolean whole, List<Word> words) {}

    private static Script script(Path file, Path name) throws ProblemException {
        try {
            var lines = Files.readAllLines(file);
            var words = new ArrayList<Word>();
            for (String line : lines.subList(1, lines.size())) {
                var parts = line.split(" ", 3);
                words.add(
                        new Word(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1]), 1));
            }
            var head = lines.getFirst();
            return new Script(
                    Integer.parseInt(head.split(" ")[1]),
                    !head.contains("unstated"),
                    !head.contains("truncated"),
                    words);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileMissing(name), e);
        }
    }

    @Override
    public boolean looksLikeSound(Path file, Path name) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5)).equals("SOUND");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public AudioInfo info(Path file, Path name) throws ProblemException {
        var script = script(file, name);
        if (script.lengthMs() == 0) {
            throw new ProblemException(new Problem.NoSound(name));
        }
        return new AudioInfo(
                "audio/x-script",
                "script",
                script.stated() ? (long) script.lengthMs() : null,
                RATE,
                1,
                null,
                null,
                false);
    }

    @Override
    public AudioStream open(Path file, Path name) throws ProblemException {
        var script = script(file, name);
        opened.incrementAndGet();
        return new AudioStream() {
            private long at;
            private boolean closed;

            @Override
            public int read(float[] samples) {
                long end = (long) script.lengthMs() * PER_MS;
                int n = (int) Math.min(samples.length, end - at);
                for (int i = 0; i < n; i++) {
                    samples[i] = 0;
                }
                for (Word word : script.words()) {
                    long from = Math.max(at, word.startMs() * PER_MS);
                    long to = Math.min(at + n, word.endMs() * PER_MS);
                    float value = from < to ? value(word.text()) : 0;
                    for (long i = from; i < to; i++) {
                        samples[(int) (i - at)] = value;
                    }
                }
                at += n;
                return n == 0 ? -1 : n;
            }

            @Override
            public boolean complete() {
                return script.whole();
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    opened.decrementAndGet();
                }
            }
        };
    }

    private synchronized float value(String word) {
        int known = vocabulary.indexOf(word);
        if (known < 0) {
            vocabulary.add(word);
            known = vocabulary.size() - 1;
        }
        return (known + 1) * STEP;
    }

    private synchronized String word(float value) {
        return vocabulary.get(Math.round(value / STEP) - 1);
    }

    @Override
    public Detector begin() {
        return new Detector() {
            @Override
            public int frame() {
                return FRAME;
            }

            @Override
            public float speech(float[] samples, int offset) {
                int loud = 0;
                for (int i = offset; i < offset + FRAME; i++) {
                    loud += samples[i] != 0 ? 1 : 0;
                }
                return loud / (float) FRAME;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Recognised recognise(float[] samples, Options options, Progress progress) {
        beforeRecognition.accept(recognised.size());
        progress.report(samples.length / 2, samples.length);
        progress.checkpoint();
        recognised.add(SpeechWindow.checksum(samples));
        var words = words(samples);
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size()
                    || i - from >= IN_A_SEGMENT
                    || words.get(i).startMs() - words.get(i - 1).endMs() > BREATH / PER_MS) {
                segments.add(segment(words.subList(from, i)));
                from = i;
            }
        }
        return new Recognised(
                options.language().equals(AUTO) ? language : options.language(), "CPU", segments);
    }

    private static Segment segment(List<Word> words) {
        return new Segment(
                words.getFirst().startMs(),
                words.getLast().endMs(),
                null,
                String.join(" ", words.stream().map(Word::text).toList()),
                words);
    }

    private List<Word> words(float[] samples) {
        var words = new ArrayList<Word>();
        int start = 0;
        for (int i = 1; i <= samples.length; i++) {
            if (i == samples.length || samples[i] != samples[start]) {
                if (samples[start] != 0) {
                    words.add(new Word(word(samples[start]), start / PER_MS, i / PER_MS, 0.9f));
                }
                start = i;
            }
        }
        return words;
    }

    @Override
    public List<Turn> turns(AudioStream sound, List<Span> speech, Progress progress) {
        if (diarizerFails != null) {
            throw diarizerFails;
        }
        return turns;
    }

    @Override
    public Model check(Path model, Progress progress) {
        return new Model(model, "scripted", true, 10, 30_000);
    }

    @Override
    public Path find(String name) {
        return Path.of(name);
    }

    @Override
    public List<String> names() {
        return List.of("scripted");
    }

    @Override
    public Path folder() {
        return Path.of("models");
    }

    @Override
    public void close() {}
}

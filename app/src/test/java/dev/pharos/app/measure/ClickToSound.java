package dev.pharos.app.measure;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;
import dev.pharos.models.audio.FfmpegAudioDecoder;
import dev.pharos.models.audio.FfmpegPlayer;
import dev.pharos.ui.transcription.Playback;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How long after a click on a word its sound begins: from the call that the click makes, through
/// the same workers as in the window, to the first samples that the output is given. That output
/// takes as much as a real one takes at once, and then no more, so that what plays goes on playing
/// until the next click.
final class ClickToSound implements Measurement {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int GAP_MS = 300;
    private static final int CLICKS = 50;
    private static final long LISTENED_MS = 300;
    private static final double GOAL_MS = 200;
    private static final List<String> FORMATS = List.of("wav", "mp3", "flac", "m4a");

    @Override
    public String title() {
        return "14. From a click to sound";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var sound = bench.folder().resolve("hour.wav");
        LongSound.write(sound, Clip.bundled(), LENGTH.toMillis(), GAP_MS, 3);
        var figures = new ArrayList<Figure>();
        for (var format : FORMATS) {
            var file = as(format, sound);
            if (file == null) {
                figures.add(Figure.of("not measured: " + format, "needs ffmpeg on the path"));
            } else {
                var sample = Sample.of(clicks(bench, file));
                Bench.tell("%s: %.0f ms".formatted(format, sample.median()));
                figures.add(
                        Figure.atMost(
                                GOAL_MS, format + ", median ms", Math.round(sample.median())));
                figures.add(
                        Figure.atMost(
                                GOAL_MS,
                                format + ", worst ms",
                                Math.round(sample.percentile(100))));
            }
        }
        return figures;
    }

    private static @Nullable Path as(String format, Path sound) throws Exception {
        var file = sound.resolveSibling("hour." + format);
        if (file.equals(sound)) {
            return sound;
        }
        try {
            var ffmpeg =
                    new ProcessBuilder(
                                    "ffmpeg",
                                    "-v",
                                    "error",
                                    "-nostdin",
                                    "-y",
                                    "-i",
                                    sound.toString(),
                                    file.toString())
                            .inheritIO()
                            .start();
            return ffmpeg.waitFor() == 0 && Files.exists(file) ? file : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static List<Double> clicks(Bench bench, Path file) throws Exception {
        var output = new SwallowingOutput();
        try (ExecutorService window = Executors.newSingleThreadExecutor();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
                var decoder = new FfmpegAudioDecoder(bench.cache());
                var player = new FfmpegPlayer(decoder, output)) {
            decoder.version(); // as in the window, which makes it ready while a transcript opens
            var playback = new Playback(player, new Background(workers, window));
            window.submit(() -> playback.load(new Playback.Sound(file, file, LENGTH.toMillis())))
                    .get();
            var random = new Random(5);
            var took = new ArrayList<Double>();
            for (int i = 0; i < CLICKS; i++) {
                long to = random.nextLong(LENGTH.toMillis() - 10_000);
                long begin = System.nanoTime();
                window.submit(() -> playback.playFrom(to)).get();
                took.add((output.first() - begin) / 1e6);
                Thread.sleep(LISTENED_MS);
            }
            window.submit(playback::pause).get();
            return took;
        }
    }
}

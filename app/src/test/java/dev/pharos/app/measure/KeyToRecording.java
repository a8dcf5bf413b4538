package dev.pharos.app.measure;

import dev.pharos.engine.recording.Recorder;
import dev.pharos.models.audio.JavaSoundMicrophone;
import dev.pharos.ui.work.Background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;

/// How soon after the key a recording has its first sound in its file: from the call that the key
/// makes, through a worker as in the window, to the first kilobyte. In turns with that line of the
/// system opened by itself until it has heard as much.
final class KeyToRecording implements Measurement {
    private static final int TIMES = 20;
    private static final int ENOUGH = 1_000;
    private static final double GOAL_MS = 300;
    private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);

    @Override
    public String title() {
        return "16. From the key to a recording";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var microphone = new JavaSoundMicrophone();
        if (microphone.inputs().isEmpty()) {
            return List.of(Figure.of("not measured", "needs a microphone"));
        }
        var folder = bench.empty("key-to-recording");
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (ExecutorService workers = Executors.newCachedThreadPool();
                var recorder = new Recorder(microphone, folder)) {
            var background = new Background(workers, Runnable::run);
            for (int i = 0; i < TIMES; i++) {
                ours.add(recording(background, recorder, folder));
                bare.add(line());
            }
        }
        var all = Sample.of(ours);
        return List.of(
                Figure.atMost(GOAL_MS, "the first one, ms", Math.round(ours.getFirst())),
                Figure.atMost(GOAL_MS, "median ms", Math.round(all.median())),
                Figure.atMost(GOAL_MS, "worst ms", Math.round(all.percentile(100))),
                Figure.of("the line by itself, median ms", "%.0f", Sample.of(bare).median()),
                Figure.of(
                        "beside that, median ms", "%.0f", all.median() - Sample.of(bare).median()));
    }

    private static double recording(Background background, Recorder recorder, Path folder)
            throws Exception {
        long begin = System.nanoTime();
        background
                .<Boolean>job(
                        _ -> {
                            recorder.start(null);
                            return true;
                        },
                        _ -> {})
                .start();
        while (longest(folder) < ENOUGH) {
            Thread.sleep(1);
        }
        double took = (System.nanoTime() - begin) / 1e6;
        recorder.release(recorder.stop());
        return took;
    }

    private static long longest(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".wav"))
                    .mapToLong(each -> each.toFile().length())
                    .max()
                    .orElse(0);
        } catch (IOException _) {
            return 0; // it is just being made
        }
    }

    private static double line() throws Exception {
        long begin = System.nanoTime();
        try (var line = AudioSystem.getTargetDataLine(FORMAT)) {
            line.open(FORMAT, (int) FORMAT.getSampleRate() * FORMAT.getFrameSize());
            line.start();
            while (line.available() < ENOUGH) {
                Thread.sleep(1);
            }
            return (System.nanoTime() - begin) / 1e6;
        }
    }
}

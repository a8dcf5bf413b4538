package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/// Kills processes that record at random moments and looks at what is left. As a program:
/// `RecordingKills COUNT [SEED]` prints a line for each kill and the worst of them.
final class RecordingKills {
    private static final int RATE = RecordingChild.RATE;

    private RecordingKills() {}

    /// What a kill cost.
    ///
    /// @param heardMs what the microphone had delivered
    /// @param lostMs what of that is not in the recovered file
    /// @param equal all that is in it is what was delivered
    /// @param alone while it lived, nobody else was offered its recording
    /// @param marked all markers are there that were set a second before, where they were set
    record Kill(long heardMs, long lostMs, boolean equal, boolean alone, boolean marked) {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        long worst = 0;
        for (int i = 0; i < count; i++) {
            var folder = Files.createTempDirectory("recording-kills");
            var kill = kill(folder, random.nextLong(300, 8_000));
            System.out.println(kill);
            worst = Math.max(worst, kill.lostMs());
        }
        System.out.println("most lost: " + worst + " ms");
    }

    /// @param afterMs of sound; the process has just delivered that when it is killed, or a little
    ///   more
    /// @param more arguments of [RecordingChild]
    static Kill kill(Path folder, long afterMs, String... more)
            throws IOException, InterruptedException, ProblemException {
        var child = child(folder, more);
        long heard = 0;
        boolean alone;
        try (var recorder = new Recorder(new SpokenMicrophone(), folder);
                var lines = child.inputReader()) {
            while (heard * 1000 / RATE < afterMs) {
                heard = Long.parseLong(lines.readLine());
            }
            alone = recorder.unfinished().isEmpty();
            // Unlike the process itself, its handle leaves open what the child has still said.
            child.toHandle().destroyForcibly();
            child.waitFor();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                heard = Long.parseLong(line);
            }
            var recovered = recorder.recover(recorder.unfinished().getFirst());
            var samples = Tones.read(recovered.file());
            recorder.release(recovered);
            return new Kill(
                    heard * 1000 / RATE,
                    (heard - samples.length) * 1000 / RATE,
                    Arrays.equals(Tones.noise(0, samples.length), samples),
                    alone,
                    marked(heard * 1000 / RATE, recovered.markersMs()));
        }
    }

    private static boolean marked(long heardMs, List<Long> markersMs) {
        var due = LongStream.rangeClosed(1, heardMs / 1000 - 1).mapToObj(s -> s * 1000).toList();
        return markersMs.containsAll(due) && markersMs.size() <= due.size() + 1;
    }

    private static Process child(Path folder, String... more) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        RecordingChild.class.getName(),
                        folder.toString());
        builder.command().addAll(List.of(more));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}

package dev.pharos.models.audio;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioStream;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sound for tests: data beside the checkout, files that the bundled ffmpeg makes, and comparing.
final class Sounds {

    private Sounds() {}

    /// A folder below `shared`, beside the checkout; skips the test without it.
    static Path shared(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared").resolve(name);
            if (Files.exists(folder)) {
                return folder;
            }
        }
        Assumptions.abort("shared/" + name + " is not beside this checkout");
        throw new AssertionError();
    }

    static List<Path> files(Path folder, String glob) throws IOException {
        var files = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /// What ffmpeg was asked to write; the last argument is the file.
    static Path make(FfmpegProgram ffmpeg, Path file, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("-v", "error", "-y"));
        all.addAll(List.of(arguments));
        all.add(MediaProbe.address(file));
        var process = ffmpeg.start("ffmpeg", all);
        var complaints = Complaints.of(process);
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(complaints.lines().toString());
        }
        return file;
    }

    static float[] decoded(AudioDecoder decoder, Path file) throws ProblemException {
        try (var stream = decoder.open(file, file)) {
            return all(stream);
        }
    }

    static float[] all(AudioStream stream) throws ProblemException {
        var part = new float[10_000];
        var all = new float[1 << 16];
        int count = 0;
        for (int n = stream.read(part); n >= 0; n = stream.read(part)) {
            if (count + n > all.length) {
                all = Arrays.copyOf(all, 2 * all.length);
            }
            System.arraycopy(part, 0, all, count, n);
            count += n;
        }
        return Arrays.copyOf(all, count);
    }

    /// The best correlation of two sounds when one is moved by at most 100 ms.
    static double correlation(float[] a, float[] b) {
        return correlation(a, b, AudioDecoder.RATE / 10);
    }

    /// @param most by how many samples one may be moved
    static double correlation(float[] a, float[] b, int most) {
        double best = 0;
        for (int shift = -most; shift <= most; shift++) {
            double ab = 0;
            double aa = 0;
            double bb = 0;
            int from = Math.max(0, -shift);
            int to = Math.min(a.length, b.length - shift);
            for (int i = from; i < to; i++) {
                ab += a[i] * b[i + shift];
                aa += a[i] * a[i];
                bb += b[i + shift] * b[i + shift];
            }
            best = Math.max(best, ab / Math.sqrt(aa * bb));
        }
        return best;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

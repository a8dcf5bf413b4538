package dev.pharos.app.measure;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Decodes each file of the collection of formats, and compares it with the WAV file of the same
/// recording: the correlation at the best shift of up to a tenth of a second, which some encoders
/// put before the sound.
final class SpeechFormats implements Measurement {
    private static final int MOST_SHIFT = AudioDecoder.RATE / 10;

    @Override
    public String title() {
        return "11. Formats";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.shared("audio/formats");
        if (folder.isEmpty()) {
            return List.of(Bench.lacking("audio/formats"));
        }
        var figures = new ArrayList<Figure>();
        try (var wiring = bench.wiring();
                var files = Files.list(folder.get())) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var reference =
                        folder.get()
                                .resolve(
                                        name.startsWith("LDC93S1")
                                                ? "LDC93S1.wav"
                                                : "sample_10s_audio-wav.wav");
                double likeness =
                        correlation(
                                decoded(wiring.audio(), file), decoded(wiring.audio(), reference));
                figures.add(Figure.atLeast(0.9, name + ", correlation", likeness));
            }
        }
        return figures;
    }

    private static float[] decoded(AudioDecoder audio, Path file)
            throws ProblemException, IOException {
        var samples = new float[AudioDecoder.RATE * 30];
        int count = 0;
        try (var stream = audio.open(file, file.getFileName())) {
            var piece = new float[AudioDecoder.RATE];
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                System.arraycopy(piece, 0, samples, count, read);
                count += read;
            }
            if (!stream.complete()) {
                throw new IOException(file + " was decoded in part");
            }
        }
        return java.util.Arrays.copyOf(samples, count);
    }

    private static double correlation(float[] one, float[] other) {
        double best = -1;
        for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
            double both = 0;
            double first = 0;
            double second = 0;
            for (int i = Math.max(0, -shift); i < Math.min(one.length, other.length - shift); i++) {
                both += one[i] * other[i + shift];
                first += one[i] * one[i];
                second += other[i + shift] * other[i + shift];
            }
            best = Math.max(best, both / Math.sqrt(first * second));
        }
        return best;
    }
}

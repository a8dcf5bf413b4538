package dev.pharos.app.speech;

import dev.pharos.app.speech.Clip.Spoken;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A long WAV file of clips with gaps between them, whose word times add up. The same seed gives
/// the same bytes.
public record LongSound(Path file, long durationMs, List<Spoken> words) {

    /// @param gapMs silence between two clips is between half of this and one and a half times
    public static LongSound write(
            Path file, List<Clip> clips, long durationMs, int gapMs, long seed) throws IOException {
        var raw = file.resolveSibling(file.getFileName() + ".raw");
        var random = new Random(seed);
        var words = new ArrayList<Spoken>();
        long bytes = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(raw))) {
            long end = 2 * durationMs * Clip.RATE / 1000;
            while (bytes < end) {
                var clip = clips.get(random.nextInt(clips.size()));
                if (bytes + clip.samples().length <= end) {
                    long at = bytes / 2 * 1000 / Clip.RATE;
                    clip.words().forEach(word -> words.add(word.later(at)));
                    out.write(clip.samples());
                    bytes += clip.samples().length;
                }
                long gap = 2L * Clip.RATE * (gapMs / 2 + random.nextInt(gapMs + 1)) / 1000 / 2 * 2;
                bytes += silence(out, Math.min(gap, end - bytes));
            }
        }
        try (var in = Files.newInputStream(raw)) {
            wav(in, bytes, file);
        }
        Files.delete(raw);
        return new LongSound(file, durationMs, words);
    }

    private static long silence(OutputStream out, long bytes) throws IOException {
        var none = new byte[8192];
        for (long left = bytes; left > 0; left -= none.length) {
            out.write(none, 0, (int) Math.min(left, none.length));
        }
        return bytes;
    }

    /// Writes 16-bit mono samples as a WAV file.
    public static void wav(InputStream samples, long bytes, Path file) throws IOException {
        AudioSystem.write(
                new AudioInputStream(samples, Clip.FORMAT, bytes / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }

    /// The words that begin in a stretch of time.
    public List<Spoken> words(long fromMs, long toMs) {
        return between(words, fromMs, toMs);
    }

    public static List<Spoken> between(List<Spoken> words, long fromMs, long toMs) {
        return words.stream()
                .filter(word -> word.startMs() >= fromMs && word.startMs() < toMs)
                .toList();
    }
}

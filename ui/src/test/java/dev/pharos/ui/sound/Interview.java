package dev.pharos.ui.sound;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A talk with a lighthouse keeper, as sound and as words.
public final class Interview {
    private static final int RATE = 8_000;
    private static final Set<String> DOUBTFUL =
            Set.of("Cordouan,", "parabolic", "rapeseed", "paraffin,", "Gironde", "clockwork");
    private static final List<String> SAID =
            List.of(
                    "0 Thank you for having me up here. How many steps did we just climb?",
                    "1 Three hundred and one, if you count the iron ones at the top.",
                    "1 My father counted them every evening for thirty years.",
                    "0 And the light itself, has it changed much since his time?",
                    "1 The lens is the same. It was cut in Paris in 1884, and it came by sea from"
                            + " Cordouan, at the mouth of the Gironde river.",
                    "1 Before that they had parabolic mirrors, and they burned rapeseed oil.",
                    "1 Four hundred litres in a year, all of it carried up these stairs.",
                    "0 I read that the lens floats on mercury.",
                    "1 It does. Several tonnes of glass, and you can turn it with one finger.",
                    "1 A clockwork drove it. Somebody had to wind the weight every two hours.",
                    "0 Through the whole night?",
                    "1 Through the whole night. There was a bell that rang when the weight was low,"
                            + " so that nobody could sleep for long.",
                    "1 Then came paraffin, then gas, and in 1952 the cable from the mainland.",
                    "0 What do you miss most?",
                    "1 The smell, I think. Hot brass and oil. And the sound of the clockwork when the"
                            + " wind was still.",
                    "0 Were there storms when you were afraid?",
                    "1 In the winter of 1987 the tower moved. You could see it in a glass of water.",
                    "1 We sat on the stairs and waited, and in the morning two panes were gone.",
                    "0 But the light was on.",
                    "1 The light was on. It has to be on. That is the whole idea.");

    private Interview() {}

    public static Transcript transcript() {
        return repeated(1);
    }

    /// The same talk, so many times over.
    public static Transcript repeated(int times) {
        var segments = new ArrayList<Segment>();
        long at = 400;
        for (int i = 0; i < times * SAID.size(); i++) {
            String line = SAID.get(i % SAID.size());
            var segment = segment(line.charAt(0) == '0' ? "Anna" : "1", line.substring(2), at);
            segments.add(segment);
            at = segment.endMs() + 700;
        }
        return new Transcript("en", at, "base.en", "CPU", segments, true);
    }

    private static Segment segment(String speaker, String text, long startMs) {
        var words = new ArrayList<Word>();
        long at = startMs;
        for (String word : text.split(" ")) {
            long length = 140 + 45L * word.length();
            words.add(new Word(word, at, at + length, DOUBTFUL.contains(word) ? 0.31f : 0.94f));
            at += length + (word.endsWith(".") ? 350 : word.endsWith(",") ? 200 : 30);
        }
        return new Segment(startMs, words.getLast().endMs(), speaker, text, words);
    }

    /// Sound that is as loud as somebody speaks, word by word: 16-bit mono WAV.
    public static Path wav(Path file, Transcript transcript) throws IOException {
        var sound = new byte[(int) (transcript.durationMs() * RATE / 1000) * 2];
        for (var segment : transcript.segments()) {
            for (var word : segment.words()) {
                double loud = 0.25 + (Math.abs(word.text().hashCode()) % 60) / 100.0;
                int from = (int) (word.startMs() * RATE / 1000);
                int to = (int) (word.endMs() * RATE / 1000);
                for (int i = from; i < to && i * 2 + 1 < sound.length; i++) {
                    double swell = Math.sin(Math.PI * (i - from) / (to - from));
                    short sample = (short) (Math.sin(i * 0.4) * swell * loud * Short.MAX_VALUE);
                    sound[i * 2] = (byte) sample;
                    sound[i * 2 + 1] = (byte) (sample >> 8);
                }
            }
        }
        var out = new ByteArrayOutputStream();
        out.write(header(sound.length));
        out.write(sound);
        Files.write(file, out.toByteArray());
        return file;
    }

    private static byte[] header(int bytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .array();
    }
}

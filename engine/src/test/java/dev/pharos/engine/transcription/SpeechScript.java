package dev.pharos.engine.transcription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes sound that [ScriptedSpeech] understands, and keeps the true times of its words.
public final class SpeechScript {
    private final List<Word> words = new ArrayList<>();
    private long now;

    /// Nobody speaks for a while.
    public SpeechScript silence(long ms) {
        now += ms;
        return this;
    }

    /// Says words of 300 ms with breaths of 100 ms between them.
    public SpeechScript say(String sentence) {
        for (String word : sentence.split(" ")) {
            words.add(new Word(word, now, now + 300, 1));
            now += 400;
        }
        return this;
    }

    /// Says `count` words, each of them new, with pauses of all lengths.
    public SpeechScript ramble(int count, Random random) {
        for (int i = 0; i < count; i++) {
            say("word" + words.size());
            silence(random.nextInt(6) == 0 ? random.nextInt(4_000) : random.nextInt(300));
        }
        return this;
    }

    public List<Word> words() {
        return List.copyOf(words);
    }

    public long lengthMs() {
        return now;
    }

    public Path write(Path file, String... flags) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("SOUND " + now + " " + String.join(" ", flags));
        words.forEach(word -> lines.add(word.startMs() + " " + word.endMs() + " " + word.text()));
        return Files.write(file, lines);
    }
}

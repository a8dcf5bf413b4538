package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.SpeechToText.Recognised;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// [Checkpoints] for tests.
public final class InMemoryCheckpoints implements Checkpoints {
    private record Key(String key, int window) {}

    private final Map<Key, Recognised> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Recognised> find(String key, int window) {
        return Optional.ofNullable(kept.get(new Key(key, window)));
    }

    @Override
    public void save(String key, int window, Recognised recognised) {
        kept.put(new Key(key, window), recognised);
    }

    @Override
    public void clear(String sound) {
        kept.keySet().removeIf(each -> each.key().startsWith(sound));
    }

    public int count() {
        return kept.size();
    }
}

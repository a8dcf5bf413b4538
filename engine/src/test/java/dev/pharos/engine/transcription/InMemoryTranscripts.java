package dev.pharos.engine.transcription;

import dev.pharos.engine.library.SourceId;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Transcripts] for tests.
public final class InMemoryTranscripts implements Transcripts {
    private record Kept(Version version, Transcript transcript) {}

    private final Map<SourceId, List<Kept>> kept = new HashMap<>();
    private final Clock clock;

    public InMemoryTranscripts(Clock clock) {
        this.clock = clock;
    }

    private synchronized List<Kept> of(SourceId source) {
        return List.copyOf(kept.getOrDefault(source, List.of()));
    }

    @Override
    public Optional<Transcript> find(SourceId source) {
        var all = of(source);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().transcript());
    }

    @Override
    public Optional<Transcript> find(SourceId source, int version) {
        return of(source).stream()
                .filter(each -> each.version().number() == version)
                .map(Kept::transcript)
                .findFirst();
    }

    @Override
    public Optional<Transcript> heard(SourceId source, long fromMs, long toMs) {
        return find(source)
                .map(all ->
                        all.with(
                                all.segments().stream()
                                        .filter(s -> s.endMs() >= fromMs && s.startMs() < toMs)
                                        .toList()));
    }

    @Override
    public synchronized Map<SourceId, Long> lengths() {
        var lengths = new HashMap<SourceId, Long>();
        kept.forEach((id, all) -> lengths.put(id, all.getLast().transcript().durationMs()));
        return lengths;
    }

    @Override
    public List<Version> versions(SourceId source) {
        return of(source).reversed().stream().map(Kept::version).toList();
    }

    @Override
    public synchronized Version save(SourceId source, Transcript transcript, Origin origin) {
        var all = kept.computeIfAbsent(source, _ -> new ArrayList<>());
        var version =
                new Version(
                        all.size() + 1,
                        origin,
                        clock.instant(),
                        transcript.model(),
                        transcript.complete(),
                        true);
        all.add(new Kept(version, transcript));
        return version;
    }
}

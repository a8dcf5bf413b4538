package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Transcripts.Version;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What every implementation of [Transcripts] keeps, empty at first, at [#CLOCK].
public abstract class TranscriptsContract {
    protected static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-05-01T12:00:00.123Z"), ZoneOffset.UTC);

    private static final Transcript HEARD =
            new Transcript(
                    "en",
                    9_000,
                    "base.en",
                    "CPU",
                    List.of(
                            new Segment(
                                    0,
                                    1_000,
                                    "Анна",
                                    "Hello there.",
                                    List.of(
                                            new Word("Hello", 0, 400, 0.25f),
                                            new Word("there.", 400, 1_000, 1))),
                            new Segment(2_000, 2_000, null, "", List.of())),
                    false);

    protected abstract Transcripts transcripts();

    /// A source that has no transcript.
    protected abstract SourceId source();

    @Test
    void aTranscriptComesBackAsItWas() {
        var source = source();
        var version = transcripts().save(source, HEARD, Origin.RECOGNISED);

        assertEquals(
                new Version(1, Origin.RECOGNISED, CLOCK.instant(), "base.en", false, true),
                version);
        assertEquals(Optional.of(HEARD), transcripts().find(source));
        assertEquals(Optional.of(9_000L), Optional.ofNullable(transcripts().lengths().get(source)));
    }

    @Test
    void anEditIsANewVersionAndTheOldOneStays() {
        var source = source();
        var edited = HEARD.with(HEARD.segments().subList(0, 1));
        var first = transcripts().save(source, HEARD, Origin.RECOGNISED);
        var second = transcripts().save(source, edited, Origin.EDITED);

        assertEquals(List.of(second, first), transcripts().versions(source));
        assertEquals(Optional.of(edited), transcripts().find(source));
        assertEquals(Optional.of(HEARD), transcripts().find(source, 1));
    }

    @Test
    void eachOfManyEditsComesBackAsItWas() {
        var source = source();
        var versions = new ArrayList<Transcript>();
        versions.add(HEARD.with(Collections.nCopies(100, "word").stream().map(said()).toList()));
        for (int edit = 1; edit < 100; edit++) {
            var last = versions.getLast();
            int at = edit * 37 % (last.segments().size() - 1);
            versions.add(
                    switch (edit % 3) {
                        case 0 -> TranscriptEdit.join(last, at);
                        case 1 -> TranscriptEdit.text(last, at, "other " + edit);
                        default -> TranscriptEdit.text(last, at, "");
                    });
        }
        versions.forEach(version -> transcripts().save(source, version, Origin.EDITED));

        var kept =
                IntStream.rangeClosed(1, versions.size())
                        .mapToObj(number -> transcripts().find(source, number).orElseThrow())
                        .toList();

        assertEquals(versions, kept);
    }

    /// Segments of two words, one a second.
    private static Function<String, Segment> said() {
        var count = new AtomicInteger();
        return text -> {
            long start = 1_000L * count.getAndIncrement();
            var words =
                    List.of(
                            new Word(text, start, start + 300, 1),
                            new Word("more", start + 400, start + 900, 1));
            return new Segment(start, start + 1_000, null, text + " more", words);
        };
    }

    @Test
    void aStretchOfTimeGivesTheSegmentsThatAreHeardInIt() {
        var source = source();
        transcripts().save(source, HEARD, Origin.RECOGNISED);
        transcripts().save(source, HEARD.with(HEARD.segments().reversed()), Origin.EDITED);

        assertEquals(
                Optional.of(HEARD.with(HEARD.segments().subList(0, 1))),
                transcripts().heard(source, 900, 2_000));
        assertEquals(
                Optional.of(HEARD.with(HEARD.segments().subList(1, 2))),
                transcripts().heard(source, 1_500, 3_000));
    }

    @Test
    void aRecordingWithoutTranscriptHasNone() {
        var source = source();
        transcripts().save(source(), HEARD, Origin.IMPORTED);

        assertEquals(Optional.empty(), transcripts().find(source));
        assertEquals(List.of(), transcripts().versions(source));
        assertEquals(Optional.empty(), transcripts().find(source, 1));
    }
}

package dev.pharos.engine.summary;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.summary.Material.Sentence;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes [Material] of a source's text. For one thread, once.
final class Reading {
    private static final long LONGEST_MS = 30_000;
    private static final int TELLING = 6;
    private static final int OFTEN = 2;
    private static final Set<String> TOLD_APART = Set.of("en", "de", "ru", "und");

    private static final Pattern STOP =
            Pattern.compile(
                    "(?<=\\p{L}{4}[.?!…])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<= (?:1[5-9]|20)\\d\\d[.?!…])\\s+(?=\\p{Lu}\\p{Ll})"
                            + "|(?<=\\p{L}[.?!…])\\s+(?=[\\[({*]\\p{L}[^\\])}*]{0,30}[\\])}*]\\s+\\p{Lu})");

    /// `Anna:`, `Dr. Anna Berg (chair):` at the beginning of a paragraph.
    private static final Pattern LABEL =
            Pattern.compile("(?<name>\\p{Lu}[\\p{L}\\p{M}\\p{Nd} .,'’()/-]{0,60}?):\\s+(?=\\S)");

    private final Document document;
    private final Outline outline;
    private final @Nullable Transcript transcript;
    private final @Nullable SpokenText spoken;
    private final List<Sentence> sentences = new ArrayList<>();
    private int segment;

    Reading(Document document, @Nullable Transcript transcript) {
        this.document = document;
        this.outline = Outline.of(document);
        this.transcript = transcript;
        this.spoken = SpokenText.of(Optional.ofNullable(transcript), document).orElse(null);
    }

    Material material(@Nullable LocalDate date) {
        var speech = spoken;
        boolean said = document.kind() == SourceKind.RECORDING;
        if (speech != null && transcript != null) {
            var spans = new ArrayList<Sentences.Span>();
            for (var place : speech.sentences(document.language(), LONGEST_MS)) {
                spans.add(new Sentences.Span(place.startOffset(), place.endOffset()));
            }
            whole(spans).forEach(span -> heard(speech, transcript, span));
        } else {
            said |= written();
        }
        return new Material(
                document.title(), document.kind(), document.language(), date, said, sentences);
    }

    /// Sentences end behind whole words too that end like an abbreviation, such as `Jahr.`.
    private List<Sentences.Span> whole(List<Sentences.Span> spans) {
        var whole = new ArrayList<Sentences.Span>();
        for (var span : spans) {
            int from = span.start();
            var stops = STOP.matcher(document.text()).useTransparentBounds(true);
            stops.region(span.start(), span.end());
            while (stops.find()) {
                whole.add(Sentences.trimmed(document.text(), from, stops.start()));
                from = stops.end();
            }
            whole.add(Sentences.trimmed(document.text(), from, span.end()));
        }
        return whole;
    }

    private void heard(SpokenText speech, Transcript said, Sentences.Span span) {
        var timed = speech.timed(outline.place(span.start(), span.end()));
        Long start = timed.startMs();
        Long end = timed.endMs();
        if (start == null || end == null) {
            return;
        }
        var segments = said.segments();
        while (segment + 1 < segments.size() && segments.get(segment).endMs() <= start) {
            segment++;
        }
        var speaker = segments.get(segment).speaker();
        int from = Math.max(span.start(), behindName(speaker, span.start()));
        if (from < span.end()) {
            var place = speech.timed(outline.place(from, span.end()));
            add(place, speaker, certainty(segments, start, end));
        }
    }

    /// A paragraph begins with the name of its voice.
    private int behindName(@Nullable String speaker, int offset) {
        int paragraph = document.text().lastIndexOf("\n\n", offset);
        int begin = paragraph < 0 ? 0 : paragraph + 2;
        if (speaker == null || !document.text().startsWith(speaker + ": ", begin)) {
            return begin;
        }
        return begin + speaker.length() + 2;
    }

    /// Of the words that begin between two moments.
    private double certainty(List<Segment> segments, long startMs, long endMs) {
        double sum = 0;
        int count = 0;
        for (int i = segment; i < segments.size() && segments.get(i).startMs() < endMs; i++) {
            for (var word : segments.get(i).words()) {
                if (word.startMs() >= startMs && word.startMs() < endMs) {
                    sum += word.confidence();
                    count++;
                }
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /// @return whether its paragraphs begin with the names of those who speak
    private boolean written() {
        boolean minutes = labelled();
        for (var entry : outline.entries()) {
            var block = entry.block();
            if (!sentencesStandIn(block)) {
                continue;
            }
            int from = block.start();
            @Nullable String speaker = null;
            if (minutes) {
                var label = label(block);
                speaker = label == null ? null : label.name();
                from = label == null ? from : label.end();
            }
            var spans = Sentences.in(document.text(), from, block.end(), document.language());
            for (var span : whole(spans)) {
                add(outline.place(span.start(), span.end()), speaker, 1);
            }
        }
        return minutes;
    }

    private static boolean sentencesStandIn(Block block) {
        return switch (block.kind()) {
            case PARAGRAPH, LIST_ITEM, QUOTE -> true;
            case HEADING, CODE, TABLE_ROW -> false;
        };
    }

    private record Label(String name, int end) {}

    private @Nullable Label label(Block block) {
        var label = LABEL.matcher(document.text()).region(block.start(), block.end());
        return label.lookingAt() ? new Label(label.group("name").strip(), label.end()) : null;
    }

    /// Whether this is a talk: most paragraphs begin with a name, and at least two names come
    /// again.
    private boolean labelled() {
        Map<String, Integer> names = new HashMap<>();
        int blocks = 0;
        int with = 0;
        for (var entry : outline.entries()) {
            if (sentencesStandIn(entry.block())) {
                blocks++;
                var label = label(entry.block());
                if (label != null) {
                    with++;
                    names.merge(label.name(), 1, Integer::sum);
                }
            }
        }
        return 2 * with > blocks
                && names.values().stream().filter(count -> count >= OFTEN).count() >= 2;
    }

    private void add(Place place, @Nullable String speaker, double certainty) {
        String text = document.text().substring(place.startOffset(), place.endOffset());
        var words = Anchor.of(document.text(), place.startOffset(), place.endOffset());
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(new Sentence(text, language(text), speaker, place, words, certainty));
        }
    }

    /// That of the whole, unless a sentence of some length is in another one that is well known.
    private String language(String text) {
        if (Fluency.words(text) < TELLING || !TOLD_APART.contains(document.language())) {
            return document.language();
        }
        return switch (Tongue.of(text)) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case RUSSIAN -> "ru";
            case OTHER -> document.language();
        };
    }
}

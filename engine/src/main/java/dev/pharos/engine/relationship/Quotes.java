package dev.pharos.engine.relationship;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.relationship.Reason.Quote;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where sentences stand in their sources. For one search, one thread.
final class Quotes {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Sources sources;
    private final Transcripts transcripts;
    private final Map<SourceId, Optional<Opened>> opened = new HashMap<>();

    private record Opened(Document document, Outline outline, @Nullable SpokenText spoken) {
        Place place(int start, int end) {
            var place = outline.place(start, end);
            return spoken == null ? place : spoken.timed(place);
        }
    }

    Quotes(Sources sources, Transcripts transcripts) {
        this.sources = sources;
        this.transcripts = transcripts;
    }

    /// Words of a passage as its author's own: nothing where they stand in a heading, in code, in a
    /// table or in what is quoted from others.
    ///
    /// @param start of the sentence, in the passage's text
    Optional<Quote> of(Passage passage, int start, String words) {
        int within = Math.max(0, passage.text().indexOf(words, start));
        int at = passage.place().startOffset() + within;
        return of(passage.source(), at, at + words.length())
                .filter(quote -> quote.words().equals(words));
    }

    /// The date that a source bears; null where that is only when it came into the library.
    @Nullable Instant dated(SourceId source) {
        return sources.find(source).map(Quotes::dated).orElse(null);
    }

    static @Nullable Instant dated(Source source) {
        var date = source.created();
        return date == null || Duration.between(date, source.imported()).abs().compareTo(A_DAY) < 0
                ? null
                : date;
    }

    /// The same of any words of a source.
    Optional<Quote> of(SourceId source, int start, int end) {
        return opened.computeIfAbsent(source, this::open)
                .filter(each -> end <= each.document().text().length() && own(each, start))
                .map(each ->
                        new Quote(
                                each.document().text().substring(start, end),
                                each.place(start, end)));
    }

    private static boolean own(Opened opened, int start) {
        var blocks = opened.document().blocks();
        return blocks.isEmpty()
                || blocks.stream()
                        .filter(block -> block.start() <= start && start < block.end())
                        .allMatch(block ->
                                block.kind() == Block.Kind.PARAGRAPH
                                        || block.kind() == Block.Kind.LIST_ITEM);
    }

    private Optional<Opened> open(SourceId source) {
        return sources.document(source)
                .map(document ->
                        new Opened(document, Outline.of(document), spoken(source, document)));
    }

    private @Nullable SpokenText spoken(SourceId source, Document document) {
        return document.kind() == SourceKind.RECORDING
                ? SpokenText.of(transcripts.find(source), document).orElse(null)
                : null;
    }
}

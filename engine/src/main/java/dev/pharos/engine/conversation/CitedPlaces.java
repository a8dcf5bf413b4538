package dev.pharos.engine.conversation;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing.State;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.Sentences.Span;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the words that kept answers cite in what their sources say now. Safe for use by several
/// threads.
public final class CitedPlaces {
    private final Sources sources;
    private final Transcripts transcripts;
    private final Highlights highlights;
    private final Trash trash;

    public CitedPlaces(
            Sources sources, Transcripts transcripts, Highlights highlights, Trash trash) {
        this.sources = sources;
        this.transcripts = transcripts;
        this.highlights = highlights;
        this.trash = trash;
    }

    /// What became of a citation.
    ///
    /// @param citation with the place where its words stand now, and where they are not there, with
    ///   the one where they were
    public record Standing(Citation citation, State state) {

        /// Whether it can be looked up.
        public enum State {
            /// Its words stand at its place.
            THERE,
            /// The source is there and does not say them any more.
            WORDS_GONE,
            /// The source was thrown away and can come back.
            IN_TRASH,
            /// The source is no more.
            SOURCE_GONE
        }
    }

    /// The citations of an answer, in their order, as they stand now.
    public List<Standing> of(Answer answer) {
        return of(answer.citations());
    }

    /// The citations of several answers, in their order, as they stand now; each source is read
    /// once.
    public List<Standing> of(List<Citation> citations) {
        Map<SourceId, Optional<Opened>> read = new HashMap<>();
        return citations.stream().map(each -> standing(each, read)).toList();
    }

    private Standing standing(Citation cited, Map<SourceId, Optional<Opened>> read) {
        var id = cited.source();
        if (sources.find(id).isEmpty()) {
            return new Standing(
                    cited, trash.find(id).isPresent() ? State.IN_TRASH : State.SOURCE_GONE);
        }
        var opened =
                read.computeIfAbsent(id, _ -> sources.document(id).map(text -> open(id, text)));
        var place = own(cited).or(() -> opened.flatMap(text -> place(cited, text)));
        return place.map(now -> new Standing(cited.at(now), State.THERE))
                .orElseGet(() -> new Standing(cited, State.WORDS_GONE));
    }

    /// What a reader wrote stands beside what was marked.
    private Optional<Place> own(Citation cited) {
        return cited.highlight() == null
                ? Optional.empty()
                : highlights
                        .find(cited.highlight())
                        .filter(highlight -> highlight.note().contains(cited.quote()))
                        .map(Highlight::place);
    }

    private record Opened(Document document, Outline outline, @Nullable SpokenText spoken) {}

    private Opened open(SourceId id, Document document) {
        return new Opened(
                document,
                Outline.of(document),
                document.kind() == SourceKind.RECORDING
                        ? SpokenText.of(transcripts.find(id), document).orElse(null)
                        : null);
    }

    private static Optional<Place> place(Citation cited, Opened opened) {
        String text = opened.document().text();
        var spoken = opened.spoken();
        return unmoved(cited, text)
                .or(() -> cited.words().in(text, cited.place().startOffset()))
                .map(span -> opened.outline().under(span.start(), span.end()))
                .map(place -> spoken == null ? place : spoken.timed(place));
    }

    /// Words that are few are told from others by what is around them; where nothing has changed
    /// they are simply there.
    private static Optional<Span> unmoved(Citation cited, String text) {
        int start = cited.place().startOffset();
        int end = cited.place().endOffset();
        return end <= text.length()
                        && text.substring(start, end).equals(cited.quote())
                        && cited.words().equals(Anchor.of(text, start, end))
                ? Optional.of(new Span(start, end))
                : Optional.empty();
    }
}

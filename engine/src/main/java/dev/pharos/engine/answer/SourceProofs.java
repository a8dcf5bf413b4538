package dev.pharos.engine.answer;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Holds what a language model wrote of one source to the sentences that it names, as the sentences
/// of an answer are held to passages ([Proofs]). For one text, one thread.
public final class SourceProofs {

    /// A source that is written of.
    public record Evident(
            Sources sources, Transcripts transcripts, Source source, Document document) {}

    /// One of its sentences.
    ///
    /// @param speaker null where nobody is named
    public record Said(Place place, String language, @Nullable String speaker) {}

    /// What came of a check.
    ///
    /// @param places of the sentences that prove it, or that do not say all of it; else none
    /// @param doubt null where it is proved
    public record Checked(List<Place> places, @Nullable Doubt doubt) {
        public Checked {
            places = List.copyOf(places);
        }
    }

    private final Evident evident;
    private final List<Said> sentences;
    private final Proofs proofs;

    /// @param sentences all that there are, in their order
    public SourceProofs(Evident evident, List<Said> sentences, Embedder embedder) {
        this.evident = evident;
        this.sentences = List.copyOf(sentences);
        var whole = sentences.isEmpty() ? List.<Hit>of() : List.of(hit(0, sentences.size() - 1));
        this.proofs =
                new Proofs(new Evidence(evident.sources(), evident.transcripts()), embedder, whole);
    }

    /// @param text one sentence
    /// @param named indexes of the sentences that it rests on
    /// @throws ProblemException if the model of meaning cannot be loaded
    public Checked checked(String text, List<Integer> named) throws ProblemException {
        var hits = named.stream().map(each -> hit(Math.max(0, each - 1), each)).toList();
        var checked = proofs.checked(text, "", hits, null);
        var citations = proofs.citations();
        return new Checked(
                checked.markers().stream()
                        .map(marker -> citations.get(marker - 1).place())
                        .distinct()
                        .toList(),
                checked.doubt());
    }

    /// With the sentence before, where a pronoun may lead; who speaks stands above it.
    private Hit hit(int from, int to) {
        var first = sentences.get(from).place();
        var last = sentences.get(to);
        var above =
                sentences.subList(from, to + 1).stream()
                        .map(Said::speaker)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        int end = last.place().endOffset();
        var place =
                new Place(
                        last.place().page(),
                        String.join(Place.HEADING_SEPARATOR, above),
                        last.place().paragraph(),
                        first.startMs(),
                        last.place().endMs(),
                        first.startOffset(),
                        end);
        var passage =
                new Passage(
                        to,
                        evident.source().id(),
                        to,
                        place,
                        evident.document().text().substring(first.startOffset(), end),
                        last.language(),
                        null);
        return new Hit(1, 1, evident.source(), passage, List.of(), place);
    }
}

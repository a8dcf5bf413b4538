package dev.pharos.engine.answer;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The sentences of found passages, each with the place where it stands: what answers are made of.
final class Evidence {
    private static final int SHORTEST = 12;

    private static final Pattern HALF_MARKS =
            Pattern.compile(
                    "(?s)(?:\\d{0,4}](?:\\[\\d{1,4}])*\\s*)?+(.*?)(?:(?<=[.!?…])\\[\\d{0,4})?");

    /// A sentence of a passage.
    ///
    /// @param before the sentence before it in the same paragraph, or null
    /// @param place of exactly this sentence
    /// @param words the same as `text`, with what is around it
    /// @param states whether it says something by itself ([Statements])
    record Sentence(
            Hit hit,
            String text,
            @Nullable Sentence before,
            Place place,
            Anchor words,
            boolean states) {

        /// The proof of an answer's sentence.
        Citation cite(int marker) {
            return new Citation(
                    marker,
                    hit.source().id(),
                    hit.source().title(),
                    place,
                    words,
                    hit.passage().highlight());
        }
    }

    private record Opened(
            Document document,
            Outline outline,
            Statements statements,
            @Nullable SpokenText spoken) {
        /// With the time of exactly these words where they are spoken ones.
        Place place(int start, int end) {
            var place = outline.place(start, end);
            return spoken == null ? place : spoken.timed(place);
        }
    }

    private final Sources sources;
    private final Transcripts transcripts;
    private final Map<SourceId, Opened> opened = new HashMap<>();

    Evidence(Sources sources, Transcripts transcripts) {
        this.sources = sources;
        this.transcripts = transcripts;
    }

    /// All sentences of the passages, best passage first, none twice; headings are no sentences.
    List<Sentence> sentences(List<Hit> hits) {
        Set<String> seen = new HashSet<>();
        var all = new ArrayList<Sentence>();
        for (Hit hit : hits) {
            for (Sentence sentence : sentences(hit)) {
                if (seen.add(sentence.text())) {
                    all.add(sentence);
                }
            }
        }
        return all;
    }

    List<Sentence> sentences(Hit hit) {
        var source = open(hit.source().id());
        var passage = hit.passage().place();
        var sentences = new ArrayList<Sentence>();
        var blocks = source.document().blocks();
        boolean more = blocks.isEmpty() || hit.passage().highlight() != null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.start() < passage.endOffset()
                    && block.end() > passage.startOffset()
                    && block.kind() != Block.Kind.HEADING) {
                cut(hit, source, i, sentences);
                more = true;
            }
        }
        if (hit.passage().highlight() != null) {
            ownWords(hit, sentences);
        }
        if (sentences.isEmpty()) {
            var words = new Anchor(hit.passage().text(), "", "");
            sentences.add(new Sentence(hit, words.quote(), null, passage, words, more));
        }
        return sentences;
    }

    /// What a reader has written of marked words.
    private static void ownWords(Hit hit, List<Sentence> into) {
        var place = hit.passage().place();
        String text = hit.passage().text();
        int from = Math.min(text.length(), place.endOffset() - place.startOffset());
        for (var span : Sentences.in(text, from, text.length(), hit.passage().language())) {
            if (span.end() - span.start() >= SHORTEST) {
                var words = new Anchor(span.of(text), "", "");
                into.add(new Sentence(hit, words.quote(), null, place, words, true));
            }
        }
    }

    private static void cut(Hit hit, Opened source, int index, List<Sentence> into) {
        Sentence before = null;
        Block block = source.document().blocks().get(index);
        int from = Math.max(block.start(), hit.passage().place().startOffset());
        int to = Math.min(block.end(), hit.passage().place().endOffset());
        String text = source.document().text();
        for (var span : Sentences.in(text, from, to, hit.passage().language())) {
            var whole = withoutHalfMarks(text, span);
            var sentence =
                    new Sentence(
                            hit,
                            whole.of(text),
                            before,
                            source.place(whole.start(), whole.end()),
                            Anchor.of(text, whole.start(), whole.end()),
                            source.statements().states(index, whole));
            if (sentence.text().length() >= SHORTEST) {
                into.add(sentence);
            }
            before = sentence;
        }
    }

    /// A passage may begin or end within a mark such as `[28]`.
    private static Sentences.Span withoutHalfMarks(String text, Sentences.Span span) {
        var half = HALF_MARKS.matcher(span.of(text));
        return half.matches()
                ? Sentences.trimmed(text, span.start() + half.start(1), span.start() + half.end(1))
                : span;
    }

    private Opened open(SourceId id) {
        return opened.computeIfAbsent(
                id,
                wanted -> {
                    var document = sources.document(wanted).orElseThrow();
                    return new Opened(
                            document,
                            Outline.of(document),
                            new Statements(document),
                            spoken(wanted, document));
                });
    }

    /// A text that is not that of the transcript has only the times of its passages.
    private @Nullable SpokenText spoken(SourceId id, Document document) {
        return document.kind() != SourceKind.RECORDING
                ? null
                : SpokenText.of(transcripts.find(id), document).orElse(null);
    }
}

package dev.pharos.engine.library;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.document.Sentences.Span;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Cuts a document into passages: whole sentences, together about as long as the embedding model
/// reads well, the last sentence of one repeated at the start of the next. A passage lies on one
/// page and under one heading, unless a section is so short that it is better read with its
/// neighbour.
public final class Chunker {

    /// How long passages are, in tokens of the embedding model.
    ///
    /// @param target a passage is ended once it has this much
    /// @param overlap at most this much of a passage is repeated in the next
    /// @param small what is shorter is joined with its neighbour on the same page
    public record Size(int target, int overlap, int small) {
        public static final Size DEFAULT = new Size(200, 40, 60);
    }

    private record Piece(Span span, int tokens, int section, Block block) {
        @Nullable Integer page() {
            return block.page();
        }
    }

    /// In characters; no passage needs a longer piece.
    private static final int LONGEST = 1_600;

    private static final int COUNTED_TOGETHER = 256;
    private static final double LONG_TOKEN = 8;

    private final Embedder embedder;
    private final Size size;

    public Chunker(Embedder embedder, Size size) {
        this.embedder = embedder;
        this.size = size;
    }

    /// @throws java.util.concurrent.CancellationException if cancelled; looked at every few hundred
    ///   sentences
    public List<Sources.Chunk> chunks(Document document, Progress progress)
            throws ProblemException {
        var pieces = pieces(document, progress);
        var outline = Outline.of(document);
        var chunks = new ArrayList<Sources.Chunk>();
        int from = 0;
        while (from < pieces.size()) {
            int to = end(pieces, from);
            int start = pieces.get(overlapStart(pieces, from)).span().start();
            int end = pieces.get(to - 1).span().end();
            String text = document.text().substring(start, end);
            chunks.add(
                    new Sources.Chunk(
                            place(outline, pieces.subList(from, to), start, end),
                            text,
                            document.language()));
            from = to;
        }
        return chunks;
    }

    /// A passage that begins with a heading stands under it.
    private static Place place(Outline outline, List<Piece> pieces, int start, int end) {
        int words =
                pieces.stream()
                        .filter(piece -> piece.block().kind() != Block.Kind.HEADING)
                        .mapToInt(piece -> piece.span().start())
                        .findFirst()
                        .orElse(start);
        Place place = outline.place(words, end);
        return new Place(place.page(), place.heading(), place.paragraph(), null, null, start, end);
    }

    private int end(List<Piece> pieces, int from) {
        int tokens = 0;
        int to = from;
        while (to < pieces.size()) {
            Piece next = pieces.get(to);
            boolean full = tokens + next.tokens() > size.target();
            if (to > from && (full || ends(pieces.get(to - 1), next, tokens))) {
                break;
            }
            tokens += next.tokens();
            to++;
        }
        return absorb(pieces, from, to, tokens);
    }

    private boolean ends(Piece last, Piece next, int tokens) {
        if (!Objects.equals(last.page(), next.page())) {
            return true;
        }
        return last.section() != next.section() && tokens >= size.small();
    }

    /// A rest of a page too short to stand alone is read with what is before it, if the model can
    /// still see it.
    private int absorb(List<Piece> pieces, int from, int to, int tokens) {
        int rest = 0;
        int end = to;
        while (end < pieces.size()
                && Objects.equals(pieces.get(end).page(), pieces.get(from).page())) {
            rest += pieces.get(end++).tokens();
            if (rest >= size.small() || tokens + rest > embedder.model().maxTokens() - 2) {
                return to;
            }
        }
        return end;
    }

    private int overlapStart(List<Piece> pieces, int from) {
        int start = from;
        int tokens = 0;
        while (start > 0) {
            Piece before = pieces.get(start - 1);
            Piece first = pieces.get(from);
            tokens += before.tokens();
            if (tokens > size.overlap()
                    || before.section() != first.section()
                    || !Objects.equals(before.page(), first.page())) {
                break;
            }
            start--;
        }
        return start;
    }

    private List<Piece> pieces(Document document, Progress progress) throws ProblemException {
        var spans = new ArrayList<Span>();
        var blocks = new ArrayList<Block>();
        for (Block block : document.blocks()) {
            for (Span sentence :
                    Sentences.in(
                            document.text(), block.start(), block.end(), document.language())) {
                bounded(document.text(), sentence, spans);
                while (blocks.size() < spans.size()) {
                    blocks.add(block);
                }
            }
        }
        int[] most = spans.stream().mapToInt(span -> most(span.of(document.text()))).toArray();
        boolean one = IntStream.of(most).sum() <= size.target() && undivided(document);
        int[] tokens = one ? most : tokens(document.text(), spans, progress);
        var pieces = new ArrayList<Piece>();
        int section = 0;
        @Nullable Block last = null;
        for (int i = 0; i < spans.size(); i++) {
            Block block = blocks.get(i);
            if (block != last && block.kind() == Block.Kind.HEADING) {
                section++;
            }
            last = block;
            split(document.text(), new Piece(spans.get(i), tokens[i], section, block), pieces);
        }
        return pieces;
    }

    /// A line without end (minified data, a table) is cut before anything counts its tokens.
    private static void bounded(String text, Span sentence, List<Span> into) {
        int start = sentence.start();
        while (sentence.end() - start > LONGEST) {
            int end = cut(text, start, start + LONGEST);
            var part = Sentences.trimmed(text, start, end);
            if (part.end() > part.start()) {
                into.add(part);
            }
            start = end;
        }
        var rest = Sentences.trimmed(text, start, sentence.end());
        if (rest.end() > rest.start()) {
            into.add(rest);
        }
    }

    private int[] tokens(String text, List<Span> spans, Progress progress) throws ProblemException {
        var tokens = new int[spans.size()];
        for (int from = 0; from < spans.size(); from += COUNTED_TOGETHER) {
            progress.checkpoint();
            var some = spans.subList(from, Math.min(from + COUNTED_TOGETHER, spans.size()));
            int[] counted = lengths(some.stream().map(span -> span.of(text)).toList());
            System.arraycopy(counted, 0, tokens, from, counted.length);
        }
        return tokens;
    }

    /// A sentence longer than a passage (a table, a list without stops) is halved at white space.
    private void split(String text, Piece piece, List<Piece> into) throws ProblemException {
        int start = piece.span().start();
        int end = piece.span().end();
        if (piece.tokens() <= size.target() || end - start < 2) {
            into.add(piece);
            return;
        }
        int middle = cut(text, start, end);
        var halves =
                List.of(
                        Sentences.trimmed(text, start, middle),
                        Sentences.trimmed(text, middle, end));
        int[] tokens = lengths(halves.stream().map(s -> s.of(text)).toList());
        for (int i = 0; i < halves.size(); i++) {
            if (halves.get(i).end() > halves.get(i).start()) {
                split(
                        text,
                        new Piece(halves.get(i), tokens[i], piece.section(), piece.block()),
                        into);
            }
        }
    }

    /// In tokens; in a language that the model has to spell, as if it knew it, because passages of
    /// a few words would serve the search by words badly and that by meaning no better. A word of a
    /// hundred letters and more is one unknown token to the model, yet long to a reader.
    private int[] lengths(List<String> texts) throws ProblemException {
        int[] tokens = embedder.countTokens(texts);
        for (int i = 0; i < tokens.length; i++) {
            String text = texts.get(i);
            tokens[i] = Math.min(Math.max(tokens[i], least(text)), most(text));
        }
        return tokens;
    }

    private static int most(String text) {
        return Math.max(
                least(text), (int) Math.ceil(Fluency.words(text) * Fluency.TOKENS_PER_WORD));
    }

    private static int least(String text) {
        return (int) Math.ceil(text.length() / LONG_TOKEN);
    }

    /// A short text of one piece is one passage, whatever its tokens are: nothing need be counted.
    private static boolean undivided(Document document) {
        return document.blocks().stream().noneMatch(block -> block.kind() == Block.Kind.HEADING)
                && document.blocks().stream().map(Block::page).distinct().count() <= 1;
    }

    private static int cut(String text, int start, int end) {
        int middle = (start + end) >>> 1;
        for (int away = 0; away < (end - start) / 4; away++) {
            if (Character.isWhitespace(text.charAt(middle + away))) {
                return middle + away;
            }
            if (Character.isWhitespace(text.charAt(middle - away))) {
                return middle - away;
            }
        }
        return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }
}

package dev.pharos.models.whisper;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Word;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts words together from whisper's pieces. A piece is a run of bytes, often a syllable, at times
/// half a letter; a blank begins a word. Languages that write no blanks get a word a letter or
/// syllable, as whisper cut them.
final class Words {

    /// A token's share of the text.
    ///
    /// @param bytes of UTF-8, not always whole letters
    /// @param p probability
    record Piece(byte[] bytes, float p, long startMs, long endMs) {
        boolean beginsWithBlank() {
            return bytes.length > 0 && bytes[0] == ' ';
        }
    }

    private static final Set<String> WITHOUT_BLANKS =
            Set.of("zh", "yue", "ja", "th", "lo", "my", "km", "bo");

    private Words() {}

    /// @param voicing of the piece of sound; no time is beyond its end
    /// @return empty where no text is left
    static Optional<Segment> segment(
            List<Piece> pieces, String language, long startMs, long endMs, Voicing voicing) {
        String text = text(pieces).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long start = Math.clamp(startMs, 0, voicing.lengthMs());
        long end = Math.clamp(endMs, start, voicing.lengthMs());
        var words = new ArrayList<Word>();
        for (var group : groups(pieces, WITHOUT_BLANKS.contains(language))) {
            word(group, start, end, voicing).ifPresent(words::add);
        }
        return Optional.of(new Segment(start, end, null, text, Slivers.widened(words, end)));
    }

    private static List<List<Piece>> groups(List<Piece> pieces, boolean withoutBlanks) {
        var groups = new ArrayList<List<Piece>>();
        for (var piece : pieces) {
            if (groups.isEmpty() || begins(piece, groups.getLast(), withoutBlanks)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(piece);
        }
        return groups;
    }

    /// Where a letter is cut in two, the pieces stay together; punctuation stays with the word
    /// before it.
    private static boolean begins(Piece piece, List<Piece> before, boolean withoutBlanks) {
        if (piece.beginsWithBlank()) {
            return true;
        }
        return withoutBlanks && whole(before) && (!whole(List.of(piece)) || spoken(piece));
    }

    private static boolean spoken(Piece piece) {
        return text(List.of(piece)).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// A word is as doubtful as its most doubtful piece; punctuation, of which whisper is never
    /// sure, does not count.
    private static Optional<Word> word(List<Piece> group, long from, long to, Voicing voicing) {
        String text = text(group).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var counted =
                group.stream().filter(piece -> !whole(List.of(piece)) || spoken(piece)).toList();
        float confidence =
                (float)
                        (counted.isEmpty() ? group : counted)
                                .stream().mapToDouble(Piece::p).min().orElse(0);
        long first = Math.clamp(group.getFirst().startMs(), from, to);
        long last = Math.clamp(group.getLast().endMs(), first, to);
        long start = voicing.onset(first, last);
        long end = voicing.offset(start, last);
        return Optional.of(new Word(text, start, end, Math.clamp(confidence, 0f, 1f)));
    }

    private static String text(List<Piece> pieces) {
        return new String(bytes(pieces), StandardCharsets.UTF_8);
    }

    private static boolean whole(List<Piece> pieces) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(pieces)));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static byte[] bytes(List<Piece> pieces) {
        var bytes = new ByteArrayOutputStream();
        pieces.forEach(piece -> bytes.writeBytes(piece.bytes()));
        return bytes.toByteArray();
    }
}

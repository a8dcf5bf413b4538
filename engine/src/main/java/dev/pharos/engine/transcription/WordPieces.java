package dev.pharos.engine.transcription;

import java.util.Arrays;
import java.util.List;

/// Says in which of several pieces of speech each recognised word was said. The recogniser hears
/// the pieces close together, and on the wrong side of a seam a word would be off by all the
/// silence that was left out. The middle of a word's time decides; but where a sentence ends close
/// to a seam, the seam lies there, and it may lie further off where the words on its sides would
/// otherwise be far too many or too few for the speech there.
final class WordPieces {
    private static final long CLOSE_MS = 500;
    private static final long FAR_MS = 2_000;

    /// How many times more or less than its share a piece may plausibly say.
    private static final double PLAUSIBLE = 1.5;

    /// A piece of a window.
    ///
    /// @param startMs in the time of the window
    /// @param endMs exclusive
    /// @param speechMs how long somebody speaks in it
    record Piece(long startMs, long endMs, long speechMs) {}

    private final List<Word> words;
    private final List<Piece> pieces;
    private final double msPerLetter;

    private WordPieces(List<Word> words, List<Piece> pieces) {
        this.words = words;
        this.pieces = pieces;
        msPerLetter =
                pieces.stream().mapToLong(Piece::speechMs).sum()
                        / (double) Math.max(1, letters(0, words.size()));
    }

    /// @param words in order
    /// @param pieces in order
    /// @return the index of each word's piece, ascending
    static int[] of(List<Word> words, List<Piece> pieces) {
        return new WordPieces(words, pieces).pieces();
    }

    private int[] pieces() {
        var cuts = new int[pieces.size() + 1];
        cuts[pieces.size()] = words.size();
        for (int seam = 1; seam < pieces.size(); seam++) {
            cuts[seam] = byTime(cuts[seam - 1], pieces.get(seam).startMs());
        }
        for (int seam = 1; seam < pieces.size(); seam++) {
            cuts[seam] = atSentence(cuts, seam);
        }
        var piece = new int[words.size()];
        for (int i = 0; i < pieces.size(); i++) {
            Arrays.fill(piece, cuts[i], cuts[i + 1], i);
        }
        return piece;
    }

    private int byTime(int from, long seamMs) {
        int cut = from;
        while (cut < words.size() && middle(cut) < seamMs) {
            cut++;
        }
        return cut;
    }

    private double middle(int word) {
        return (words.get(word).startMs() + words.get(word).endMs()) / 2.0;
    }

    /// The nearest end of a sentence that is close enough, else where the seam is by time.
    private int atSentence(int[] cuts, int seam) {
        boolean plausible =
                plausible(seam - 1, cuts[seam - 1], cuts[seam])
                        && plausible(seam, cuts[seam], cuts[seam + 1]);
        long close = plausible ? CLOSE_MS : FAR_MS;
        long at = pieces.get(seam).startMs();
        for (int away = 0; away < words.size(); away++) {
            int before = cuts[seam] - away;
            int after = cuts[seam] + away;
            if (before >= cuts[seam - 1] && ends(before) && near(before, at, close)) {
                return before;
            }
            if (after <= cuts[seam + 1] && ends(after) && near(after - 1, at, close)) {
                return after;
            }
        }
        return cuts[seam];
    }

    private boolean plausible(int piece, int from, int to) {
        double share = letters(from, to) * msPerLetter / Math.max(1, pieces.get(piece).speechMs());
        return share <= PLAUSIBLE && share >= 1 / PLAUSIBLE;
    }

    private int letters(int from, int to) {
        return words.subList(from, to).stream().mapToInt(word -> 1 + word.text().length()).sum();
    }

    /// Whether a sentence ends and another one begins before this word.
    private boolean ends(int word) {
        if (word == 0 || word == words.size()) {
            return false;
        }
        String text = words.get(word - 1).text();
        return ".?!。？！…".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private boolean near(int word, long seamMs, long close) {
        return Math.abs(middle(word) - seamMs) <= close;
    }
}

package dev.pharos.engine.note;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Two texts that were made from one, brought together line by line (the three-way merge of
/// [MergeAlgorithm]). What only one of them has changed is taken; where both have changed the same
/// lines in different ways, both stay to choose from. Immutable.
///
/// @param pieces the whole text in its order
public record Merge(List<Piece> pieces) {

    /// Some lines, with the line breaks at their ends.
    public sealed interface Piece {

        /// Nobody contradicts.
        record Agreed(String text) implements Piece {}

        /// Both have changed these lines.
        ///
        /// @param base what they were; empty where lines were added
        record Disputed(String base, String mine, String theirs) implements Piece {}
    }

    public Merge {
        pieces = List.copyOf(pieces);
    }

    /// @param base what both were made from
    public static Merge of(String base, String mine, String theirs) {
        var texts = List.of(raw(base), raw(mine), raw(theirs));
        var algorithm =
                new MergeAlgorithm(
                        DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM));
        var pieces = new ArrayList<Piece>();
        var disputed = new String[] {"", "", ""};
        for (MergeChunk chunk :
                algorithm.merge(
                        RawTextComparator.DEFAULT, texts.get(0), texts.get(1), texts.get(2))) {
            String text = lines(texts.get(chunk.getSequenceIndex()), chunk);
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> pieces.add(new Piece.Agreed(text));
                case FIRST_CONFLICTING_RANGE, BASE_CONFLICTING_RANGE ->
                        disputed[chunk.getSequenceIndex()] = text;
                case NEXT_CONFLICTING_RANGE -> {
                    pieces.add(new Piece.Disputed(disputed[0], disputed[1], text));
                    Arrays.fill(disputed, "");
                }
            }
        }
        return new Merge(pieces);
    }

    /// Whether nobody contradicts anybody.
    public boolean clean() {
        return pieces.stream().allMatch(Piece.Agreed.class::isInstance);
    }

    /// The whole text, of what is disputed mine.
    public String text() {
        return pieces.stream()
                .map(piece ->
                        switch (piece) {
                            case Piece.Agreed(var text) -> text;
                            case Piece.Disputed disputed -> disputed.mine();
                        })
                .collect(Collectors.joining());
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(RawText text, MergeChunk chunk) {
        return text.getString(chunk.getBegin(), chunk.getEnd(), false);
    }
}

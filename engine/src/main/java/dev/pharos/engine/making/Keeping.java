package dev.pharos.engine.making;

import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Merge.Piece;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Ends the conflicts of a made note with its owner's lines. A conflict takes in the neighbours of
/// a changed line too: those that the owner never touched become what was made last, and new ones
/// come in.
final class Keeping {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LINK = Pattern.compile("!?\\[\\[[^\\]]*]]");

    /// The share of words that two lines have in common, of which one stands for the other.
    private static final double ALIKE = 0.5;

    private Keeping() {}

    /// @param merge of the text that was made, its owner's and what was made last
    static String text(Merge merge) {
        return merge.pieces().stream()
                .map(piece ->
                        switch (piece) {
                            case Piece.Agreed(var text) -> text;
                            case Piece.Disputed disputed -> lines(disputed);
                        })
                .collect(Collectors.joining());
    }

    private static String lines(Piece.Disputed disputed) {
        var base = disputed.base().lines().toList();
        var mine = disputed.mine().lines().toList();
        var theirs = disputed.theirs().lines().toList();
        var left = new ArrayList<>(theirs);
        var own = mine.stream().filter(line -> !base.contains(line)).toList();
        Map<String, String> instead = new HashMap<>();
        own.forEach(line ->
                like(line, left)
                        .ifPresent(other -> {
                            left.remove(other);
                            instead.put(other, line);
                        }));
        base.stream()
                .filter(line -> !mine.contains(line))
                .forEach(line -> like(line, left).ifPresent(left::remove));
        var kept = new ArrayList<String>();
        for (String line : mine) {
            if (own.contains(line)) {
                kept.add(line);
            } else {
                var now = left.contains(line) ? Optional.of(line) : like(line, left);
                now.ifPresent(each -> {
                    kept.add(each);
                    left.remove(each);
                });
            }
        }
        theirs.stream().filter(left::contains).forEach(line -> insert(line, theirs, instead, kept));
        String text = String.join("\n", kept).replaceAll("\n{3,}", "\n\n");
        return text.isEmpty() ? text : text + "\n";
    }

    /// Behind the nearest line before it that is kept, or that stands for it.
    private static void insert(
            String line, List<String> theirs, Map<String, String> instead, List<String> kept) {
        for (int before = theirs.indexOf(line) - 1; before >= 0; before--) {
            String other = theirs.get(before);
            int at = kept.indexOf(instead.getOrDefault(other, other));
            if (at >= 0) {
                kept.add(at + 1, line);
                return;
            }
        }
        kept.addFirst(line);
    }

    /// What says nearly the same, wherever that is said.
    private static Optional<String> like(String line, List<String> others) {
        var words = words(line);
        @Nullable String best = null;
        double most = ALIKE;
        for (String other : others) {
            double share = share(words, words(other));
            if (share >= most) {
                most = share;
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double share(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Set<String> words(String line) {
        return WORD.matcher(LINK.matcher(line).replaceAll(" "))
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}

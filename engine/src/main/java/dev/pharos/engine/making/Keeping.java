package dev.pharos.engine.making;

import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Merge.Piece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Ends the conflicts of a made note with its owner's lines. A conflict takes in the neighbours of
/// a changed line too: those that the owner never touched become what was made last, and new ones
/// come in.
final class Keeping {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LINK = Pattern.compile("!?\\[\\[[^\\]]*]]");

    /// The share of words that two lines have in common, of which one stands for the other.
    private static final double ALIKE = 0.5;

    /// Above every share of words.
    private static final double SAME = 2;

    private static final int NONE = -1;

    private Keeping() {}

    /// @param merge of the text that was made, its owner's and what was made last
    static String text(Merge merge) {
        return merge.pieces().stream()
                .map(piece ->
                        switch (piece) {
                            case Piece.Agreed(var text) -> text;
                            case Piece.Disputed disputed -> Lines.of(disputed).kept();
                        })
                .collect(Collectors.joining());
    }

    /// Whether no line was changed by both: what the owner wrote only stands beside what is new.
    ///
    /// @param merge of the text that was made, its owner's and what was made last
    static boolean settles(Merge merge) {
        return merge.pieces().stream()
                .allMatch(piece ->
                        switch (piece) {
                            case Piece.Agreed _ -> true;
                            case Piece.Disputed disputed -> Lines.of(disputed).apart();
                        });
    }

    /// @param now the line made last that it is, or that it stands for
    private record Kept(String line, int now) {}

    /// @param made which line of `base` each of `mine` is
    /// @param now which line of `theirs` each of `base` has become
    /// @param fresh where those of `theirs` stand that were none before
    /// @param own where those of `mine` stand that were none before
    /// @param said which of `fresh` each of `own` says as well
    private record Lines(
            List<String> base,
            List<String> mine,
            List<String> theirs,
            int[] made,
            int[] now,
            List<Integer> fresh,
            List<Integer> own,
            int[] said) {
        static Lines of(Piece.Disputed disputed) {
            var base = disputed.base().lines().toList();
            var mine = disputed.mine().lines().toList();
            var theirs = disputed.theirs().lines().toList();
            int[] made = pairs(mine, base);
            int[] now = pairs(base, theirs);
            var fresh = new ArrayList<>(IntStream.range(0, theirs.size()).boxed().toList());
            fresh.removeAll(Arrays.stream(now).boxed().toList());
            var own =
                    IntStream.range(0, mine.size()).filter(at -> made[at] == NONE).boxed().toList();
            return new Lines(
                    base,
                    mine,
                    theirs,
                    made,
                    now,
                    fresh,
                    own,
                    pairs(at(mine, own), at(theirs, fresh)));
        }

        private static List<String> at(List<String> lines, List<Integer> places) {
            return places.stream().map(lines::get).toList();
        }

        boolean apart() {
            var untouched =
                    IntStream.range(0, mine.size())
                            .filter(at ->
                                    made[at] != NONE && mine.get(at).equals(base.get(made[at])))
                            .mapToObj(at -> made[at])
                            .collect(Collectors.toSet());
            return Arrays.stream(said).allMatch(which -> which == NONE)
                    && IntStream.range(0, base.size())
                            .allMatch(at ->
                                    untouched.contains(at)
                                            || now[at] != NONE
                                                    && theirs.get(now[at]).equals(base.get(at)));
        }

        String kept() {
            var kept = new ArrayList<Kept>();
            for (int at = 0; at < mine.size(); at++) {
                String line = mine.get(at);
                if (made[at] == NONE) {
                    int which = said[own.indexOf(at)];
                    kept.add(new Kept(line, which == NONE ? NONE : fresh.get(which)));
                } else if (!base.get(made[at]).equals(line)) {
                    kept.add(new Kept(line, now[made[at]]));
                } else if (now[made[at]] != NONE) {
                    kept.add(new Kept(theirs.get(now[made[at]]), now[made[at]]));
                }
            }
            var there = kept.stream().map(Kept::now).collect(Collectors.toSet());
            fresh.stream()
                    .filter(at -> !there.contains(at))
                    .forEach(at -> insert(theirs.get(at), at, kept));
            String text =
                    kept.stream()
                            .map(Kept::line)
                            .collect(Collectors.joining("\n"))
                            .replaceAll("\n{3,}", "\n\n");
            return text.isEmpty() ? text : text + "\n";
        }
    }

    /// Behind the nearest line before it that is kept, or that another one stands for.
    private static void insert(String line, int at, List<Kept> kept) {
        for (int before = at - 1; before >= 0; before--) {
            for (int i = 0; i < kept.size(); i++) {
                if (kept.get(i).now() == before) {
                    kept.add(i + 1, new Kept(line, at));
                    return;
                }
            }
        }
        kept.addFirst(new Kept(line, at));
    }

    private record Pair(int one, int other, double share) {}

    /// Which of the others stands for each line: first those that are the same, then those that
    /// have most words in common; each for one alone.
    private static int[] pairs(List<String> lines, List<String> others) {
        var words = lines.stream().map(Keeping::words).toList();
        var otherWords = others.stream().map(Keeping::words).toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                boolean same = lines.get(i).equals(others.get(j));
                double share = same ? SAME : share(words.get(i), otherWords.get(j));
                if (share >= ALIKE) {
                    pairs.add(new Pair(i, j, share));
                }
            }
        }
        pairs.sort(
                Comparator.comparingDouble(Pair::share)
                        .reversed()
                        .thenComparingInt(pair -> Math.abs(pair.one() - pair.other())));
        int[] found = new int[lines.size()];
        Arrays.fill(found, NONE);
        var taken = new HashSet<Integer>();
        for (var pair : pairs) {
            if (found[pair.one()] == NONE && taken.add(pair.other())) {
                found[pair.one()] = pair.other();
            }
        }
        return found;
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

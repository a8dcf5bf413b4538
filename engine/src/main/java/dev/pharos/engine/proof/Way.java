package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Numerals;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/// From where to where: `from March to May`.
///
/// @param written where from, as it is written
/// @param from the words and numbers of that
record Way(String written, List<String> from, List<String> to) {

    /// Whether it goes to where it comes from there, or the other way round.
    static boolean turned(Clause claim, Ground ground) {
        var mine = in(claim);
        return mine != null
                && (mine.back(ground)
                        || ground.clauses()
                                .map(Way::in)
                                .filter(Objects::nonNull)
                                .anyMatch(mine::against));
    }

    private static @Nullable Way in(Clause clause) {
        var way = clause.wording().pattern("way").matcher(clause.text());
        return way.find()
                ? new Way(
                        way.group("from"),
                        keys(way.group("from"), clause),
                        keys(way.group("to"), clause))
                : null;
    }

    private static List<String> keys(String text, Clause clause) {
        return Stream.concat(
                        Words.of("… " + text, clause.wording()).stream().map(Word::stem),
                        Numerals.claimed(text).values().stream().flatMap(Set::stream))
                .toList();
    }

    /// Whether all goes there to where it comes from.
    private boolean back(Ground ground) {
        return Words.WORD
                .matcher(written)
                .results()
                .map(MatchResult::group)
                .filter(word -> ground.clauses().anyMatch(each -> each.text().contains(word)))
                .anyMatch(word ->
                        ground.clauses()
                                .filter(each -> each.text().contains(word))
                                .allMatch(each -> each.wording().into(word, each.text())));
    }

    private boolean against(Way other) {
        return !Collections.disjoint(from, other.to) && Collections.disjoint(from, other.from)
                || !Collections.disjoint(to, other.from) && Collections.disjoint(to, other.to);
    }
}

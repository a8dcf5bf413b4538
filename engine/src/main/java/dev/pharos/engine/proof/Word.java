package dev.pharos.engine.proof;

import java.util.Collections;
import java.util.Set;

/// A word that says something.
///
/// @param keys by which it is the same as another in whatever form
/// @param bare the same without what may stand before a verb: the same as another's keys only
/// @param stem as far as it does not change
/// @param capital whether a capital letter of it says something
record Word(
        String written,
        String folded,
        Set<String> keys,
        Set<String> bare,
        String stem,
        boolean capital) {
    private static final int SHORTEST = 5;
    private static final double SHARE = 0.6;

    boolean same(Word other) {
        return !Collections.disjoint(keys, other.keys)
                || !Collections.disjoint(bare, other.keys)
                || !Collections.disjoint(keys, other.bare)
                || derived(other);
    }

    /// A month or a day of the week is no other word.
    boolean time() {
        return stem.startsWith("#");
    }

    /// `repair` and `reparation`: they begin with the same, most of both.
    private boolean derived(Word other) {
        if (time() || other.time() || capital && other.capital) {
            return false;
        }
        int longer = Math.max(stem.length(), other.stem.length());
        int same = (int) Math.max(SHORTEST, Math.ceil(SHARE * longer));
        return stem.regionMatches(0, other.stem, 0, same);
    }
}

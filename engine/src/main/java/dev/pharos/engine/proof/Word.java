package dev.pharos.engine.proof;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

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

    /// What nouns and adjectives are made of verbs and of each other with; of both words at most
    /// one may be a verb.
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:s|e|t|te|ten|en|ung|ungen|er|erin|lich|ig|isch|atur|ation|ier|iert|ieren"
                            + "|al|ion|ment|ments|anc|ance|ence|ity|ness|ful|ing|or|y|ly|ic|ian"
                            + "|ние|ени|ани|ка|к|н|ный|ной|ский|ск|овый|ость|ение|ание|ть|ать|ить)?");

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

    /// `repair` and `reparation`: they differ in an ending that makes one word of another.
    private boolean derived(Word other) {
        if (time() || other.time() || capital && other.capital) {
            return false;
        }
        return shared(stem, other.stem) >= SHORTEST && derived(stem, other.stem);
    }

    /// Whether two stems differ in such endings only.
    static boolean derived(String one, String other) {
        int same = shared(one, other);
        return same >= SHORTEST - 1
                && ENDING.matcher(one.substring(same)).matches()
                && ENDING.matcher(other.substring(same)).matches();
    }

    private static int shared(String one, String other) {
        int same = 0;
        int most = Math.min(one.length(), other.length());
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}

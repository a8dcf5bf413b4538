package dev.pharos.engine.relationship;

import dev.pharos.engine.relationship.Relationship.Type;
import dev.pharos.engine.search.Terms;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// That somebody wrote, composed or painted a work, which one person did. Immutable.
///
/// @param who as the sentence has the name
/// @param names the stems of that
/// @param rest the stems of all else
/// @param called the stems with a capital letter among them
record Authorship(
        Claim claim, String who, Set<String> names, Set<String> rest, Set<String> called) {

    static Optional<Authorship> of(Claim claim) {
        var wording = claim.wording();
        var author = wording.pattern("author").matcher(claim.core());
        if (!author.find() || claim.denials() > 0 || wording.has("papers", claim.core())) {
            return Optional.empty();
        }
        String who = author.group("who").replaceFirst("(?<=\\p{Ll})\\.$", "");
        var names = Set.copyOf(Terms.of(who, wording.language()));
        var rest = new HashSet<>(claim.terms());
        rest.removeAll(names);
        var called = new HashSet<>(claim.capital());
        called.retainAll(rest);
        return Optional.of(new Authorship(claim, who, names, rest, called));
    }

    /// Where the same work is said to be by somebody else.
    Optional<Verdict> against(Authorship other) {
        boolean german = claim.wording().language().equals("de");
        boolean another =
                !names.isEmpty()
                        && !other.names.isEmpty()
                        && Collections.disjoint(names, other.names)
                        && rest.equals(other.rest)
                        && called.size() >= (german ? 2 : 1)
                        && claim.figures().isEmpty()
                        && other.claim.figures().isEmpty();
        return another
                ? Optional.of(new Verdict(Type.CONTRADICTS, 1, who, other.who))
                : Optional.empty();
    }
}

package dev.pharos.engine.summary;

import java.util.Set;

/// What became of the sentences of a talk, by their numbers. Immutable.
///
/// @param decided those that say what was decided, and those that agree to it
/// @param refused those that propose what was turned down
public record Outcomes(Set<Integer> decided, Set<Integer> refused) {
    public Outcomes {
        decided = Set.copyOf(decided);
        refused = Set.copyOf(refused);
    }

    public static Outcomes of(Material material) {
        return new Decisions(new Utterances(material)).outcomes();
    }
}

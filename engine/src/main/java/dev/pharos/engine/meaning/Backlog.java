package dev.pharos.engine.meaning;

import dev.pharos.engine.library.Passages.Titled;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which passages wait for a vector, and which are in hand: those that the library's owner has just
/// worked on come before all others, and nothing is in two hands. Knows their ids only; who takes
/// some asks the database which of them still lack a vector. Not safe for use by several threads.
final class Backlog {
    /// Not to be looked for now.
    static final long NOTHING = -1;

    private static final int BATCH = 64;

    private final Set<Long> edited = new LinkedHashSet<>();
    private final Deque<List<Long>> others = new ArrayDeque<>();
    private final Set<Long> inHand = new HashSet<>();

    /// No passage up to this one is looked for again.
    private long looked;

    /// Whether there may be passages above that one that wait.
    private boolean more = true;

    private boolean looking;

    void addEdited(Collection<Long> passages) {
        edited.addAll(passages);
    }

    /// Says after which passage to look for some that wait; one thread at a time may.
    ///
    /// @return [#NOTHING] where others wait already, none can be there, or somebody looks
    long beginLook() {
        if (looking || !more || !others.isEmpty()) {
            return NOTHING;
        }
        looking = true;
        more = false;
        return looked;
    }

    /// Takes what was found after a passage, unless it is to be looked for again.
    ///
    /// @return whether nothing waits and nothing is in hand
    boolean looked(long from, List<Titled> found) {
        if (looked == from && !found.isEmpty()) {
            looked = found.getLast().passage().id();
            add(found);
        }
        more |= !found.isEmpty() || looked != from;
        return empty();
    }

    void endLook() {
        looking = false;
    }

    /// There may be more after the last one that was looked for.
    void lookOn() {
        more = true;
    }

    /// There may be more anywhere.
    void lookAgain() {
        looked = 0;
        more = true;
    }

    /// Those of like length are embedded together.
    private void add(List<Titled> passages) {
        var byLength = new ArrayList<>(passages);
        byLength.sort(Comparator.comparingInt(titled -> titled.passage().text().length()));
        var ids = byLength.stream().map(titled -> titled.passage().id()).toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            others.add(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
    }

    void remove(Collection<Long> passages) {
        passages.forEach(edited::remove);
    }

    /// A batch of those that were edited; empty where there is none.
    List<Long> takeEdited() {
        edited.removeAll(inHand);
        var batch = edited.stream().limit(BATCH).toList();
        batch.forEach(edited::remove);
        inHand.addAll(batch);
        return batch;
    }

    /// A batch of the others; empty where there is none.
    List<Long> take() {
        List<Long> batch = List.of();
        while (batch.isEmpty() && !others.isEmpty()) {
            batch =
                    others.remove().stream()
                            .filter(id -> !edited.contains(id) && !inHand.contains(id))
                            .toList();
        }
        inHand.addAll(batch);
        return batch;
    }

    /// What was not saved of it is gone, or comes back from the trash and is looked for then.
    void done(Collection<Long> batch) {
        batch.forEach(inHand::remove);
        more |= idle();
    }

    /// Forgets what waits, and looks for all of it again.
    void clear() {
        edited.clear();
        others.clear();
        lookAgain();
    }

    /// Whether nothing waits, can be there, or is in hand.
    boolean empty() {
        return !more && idle();
    }

    private boolean idle() {
        return edited.isEmpty() && others.isEmpty() && inHand.isEmpty();
    }
}

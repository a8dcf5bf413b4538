package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;

import java.util.Collection;
import java.util.concurrent.CancellationException;

/// Words on their way to be kept. Whoever must not wait for its turn, because the program ends,
/// settles it and knows then whether they are kept. Saved on any thread; all else belongs to the
/// JavaFX thread.
final class PendingSave {
    private final Owner owner;
    private final Transcript words;
    private boolean aside;
    private boolean done;
    private boolean dropped;

    /// @param aside words of another origin took the place of these, which are a version all the
    ///   same: no newer ones stand for them
    PendingSave(Owner owner, Transcript words, boolean aside) {
        this.owner = owner;
        this.words = words;
        this.aside = aside;
    }

    Owner owner() {
        return owner;
    }

    Transcript words() {
        return words;
    }

    boolean aside() {
        return aside;
    }

    void putAside() {
        aside = true;
    }

    /// The same, not settled.
    PendingSave again() {
        return new PendingSave(owner, words, aside);
    }

    /// Whether newer words stand for these as well.
    boolean within(Collection<PendingSave> newer) {
        return !aside && newer.stream().anyMatch(each -> !each.aside && each.of(owner));
    }

    boolean of(Owner other) {
        return owner.sameWords(other);
    }

    /// Blocks until they are kept.
    ///
    /// @throws CancellationException where it was settled before its turn came
    synchronized PendingSave save() throws ProblemException {
        if (dropped) {
            throw new CancellationException();
        }
        owner.save().save(words);
        done = true;
        return this;
    }

    /// Waits for a save that is under way; none begins after this.
    ///
    /// @return whether they are kept
    synchronized boolean settle() {
        dropped = true;
        return done;
    }
}

package dev.pharos.engine.problem;

import org.jspecify.annotations.Nullable;

/// A failure that nobody is made to catch, because it can hit every reading and writing of a
/// library. Mostly it is a bug; where it is a full disk, say, it knows the [Problem].
/// [Problem#of(org.slf4j.Logger, String, Throwable)] asks it.
public interface Actionable {

    /// What its user can act on, or null for a bug.
    @Nullable Problem problem();
}

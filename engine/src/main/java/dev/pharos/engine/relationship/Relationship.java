package dev.pharos.engine.relationship;

import dev.pharos.engine.library.SourceId;

import java.time.Instant;

/// That one source has to do with another in a certain way. Immutable.
///
/// @param strength from 0 to 1
/// @param when it was suggested, or decided on
public record Relationship(
        SourceId from,
        SourceId to,
        Type type,
        double strength,
        Reason reason,
        State state,
        Instant when) {

    /// What `from` does to `to`.
    public enum Type {
        CONTINUES(true),
        SIMILAR(false),
        SUPPORTS(false),
        CONTRADICTS(false),
        MENTIONS(true);

        private final boolean directed;

        Type(boolean directed) {
            this.directed = directed;
        }

        /// Whether it is about what both say: a made note leaves that to its source.
        public boolean claimed() {
            return this == SUPPORTS || this == CONTRADICTS;
        }

        /// Whether it is something else when both sides change places.
        public boolean directed() {
            return directed;
        }
    }

    /// What the owner thinks of it.
    public enum State {
        SUGGESTED,
        ACCEPTED,
        DISMISSED
    }

    /// The other one of both.
    public SourceId other(SourceId source) {
        return from.equals(source) ? to : from;
    }

    /// Whether both say the same of the same two sources.
    public boolean same(Relationship other) {
        return type == other.type
                && (from.equals(other.from) && to.equals(other.to)
                        || !type.directed() && from.equals(other.to) && to.equals(other.from));
    }

    /// Whether a search from this source cannot find it: what mentions it, and what takes it up,
    /// says so itself.
    boolean foundOnlyFromOther(SourceId source) {
        return to.equals(source)
                && (type == Type.MENTIONS
                        || type == Type.CONTINUES && reason instanceof Reason.TakesUp);
    }

    /// As it is now, but told from where it was told before.
    Relationship since(Relationship before) {
        return new Relationship(
                before.from,
                before.to,
                type,
                strength,
                from.equals(before.from) ? reason : reason.turned(),
                state,
                before.when);
    }

    Relationship decided(State decision, Instant now) {
        return new Relationship(from, to, type, strength, reason, decision, now);
    }
}

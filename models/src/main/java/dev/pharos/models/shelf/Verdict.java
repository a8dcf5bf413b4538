package dev.pharos.models.shelf;

import dev.pharos.engine.problem.Problem;

import java.time.Duration;

/// What the head of a server's answer means for a download.
sealed interface Verdict {

    /// The body is the file from `from` on.
    ///
    /// @param total length of the whole file, or 0 where the server does not say
    record Take(long from, long total) implements Verdict {}

    /// All of it is here already.
    record Complete() implements Verdict {}

    /// What is here does not fit; begin anew.
    record Restart(String why) implements Verdict {}

    /// Try again, after `pause` if the server asks for one.
    record Again(String why, Duration pause) implements Verdict {}

    /// No further try would help.
    record Refuse(Problem problem) implements Verdict {}

    /// Why a download cannot go on with it, in the words of the protocol.
    default String words() {
        return switch (this) {
            case Again(var why, _) -> why;
            case Restart(var why) -> why;
            case Take _, Complete _ -> "ended early";
            case Refuse(var problem) -> problem.toString();
        };
    }
}

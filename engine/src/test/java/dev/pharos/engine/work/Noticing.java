package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;

import java.util.List;

/// The progress of a caller who goes on, and keeps what is told.
///
/// @param told grows
public record Noticing(List<Problem> told) implements Progress {
    @Override
    public void report(long done, long total) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void notice(Problem problem) {
        told.add(problem);
    }
}

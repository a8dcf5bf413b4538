package dev.pharos.ui.work;

import dev.pharos.engine.problem.Problem;

/// How work ended.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Cancelled<T>() implements Outcome<T> {}

    record Failed<T>(Problem problem) implements Outcome<T> {}
}

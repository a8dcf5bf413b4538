package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

/// What loading a build of whisper.cpp fails with where Pharos itself knows why.
final class Unfit {

    private Unfit() {}

    static UnsatisfiedLinkError because(Kind kind, String told) {
        var reason = new UnusableException(kind, told);
        var error = new UnsatisfiedLinkError(reason.getMessage());
        error.initCause(reason);
        return error;
    }
}

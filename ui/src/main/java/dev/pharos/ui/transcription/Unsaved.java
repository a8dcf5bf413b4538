package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Transcript;

/// Words that could not be kept.
///
/// @param aside words of another origin took their place meanwhile
public record Unsaved(Owner owner, Transcript words, Problem why, boolean aside) {
    PendingSave again() {
        return new PendingSave(owner, words, aside);
    }
}

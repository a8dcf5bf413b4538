package dev.pharos.engine.library;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;

import java.util.Optional;

/// What a library needs from outside: the ports, filled by the program's wiring. The library does
/// not close them.
///
/// @param chat asked anew for each question, so that a changed setting counts at once
public record Abilities(Extractor extractor, Embedder embedder, Chat chat) {

    /// Gives the language model that is set now, or none.
    @FunctionalInterface
    public interface Chat {
        Chat NONE = Optional::empty;

        Optional<LanguageModel> current() throws ProblemException;
    }
}

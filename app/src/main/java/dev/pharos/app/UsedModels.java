package dev.pharos.app;

import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The models that must not leave the shelf: the one that is chosen for speech, and those of a
/// library.
final class UsedModels {
    private final Abilities.OptionsChoice speech;
    private Supplier<Set<String>> searched = Set::of;

    UsedModels(Abilities.OptionsChoice speech) {
        this.speech = speech;
    }

    /// What this library is searched with and what it changes to, as long as it is open.
    void spare(Library library) {
        searched =
                () -> {
                    var state = library.embedding().state();
                    return Stream.of(state.current(), state.next())
                            .filter(Objects::nonNull)
                            .map(model -> "embedding/" + model.id())
                            .collect(Collectors.toSet());
                };
    }

    /// Their ids on the shelf.
    Set<String> now() throws ProblemException {
        var all = new HashSet<>(searched.get());
        var chosen = speech.current().model();
        if (chosen != null) {
            all.addAll(List.of(chosen, "whisper/" + chosen));
        }
        return all;
    }
}

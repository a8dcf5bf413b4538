package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

/// How to get a model that was named and is not here, or not as it came.
final class AbsentModel {

    private AbsentModel() {}

    /// What to say of a problem that a model may have.
    static String words(ModelShelf shelf, Problem problem) {
        var hint = hint(shelf, problem);
        return hint == null ? ProblemText.of(problem) : hint;
    }

    /// @return null where the shelf does not know it either, or the problem is another
    static @Nullable String hint(ModelShelf shelf, Problem problem) {
        return switch (problem) {
            case Problem.MissingModel(var model, _) -> missing(shelf, model);
            case Problem.ModelDamaged(var model, var file) ->
                    own(shelf, model) ? text("problem.ownModelDamaged", model, file) : null;
            case Problem.EmbedderMissing(var model) ->
                    own(shelf, "embedding/" + model)
                            ? text("problem.ownEmbedderMissing", model)
                            : null;
            default -> null;
        };
    }

    private static @Nullable String missing(ModelShelf shelf, String model) {
        var known = find(shelf, model.contains("/") ? model : "whisper/" + model);
        if (known == null || known.present()) {
            return null;
        }
        var info = known.info();
        return info.bytes() == 0
                ? text("problem.absentModelUnsized", model, info.id())
                : text("problem.absentModel", model, info.id(), SizeText.of(info.bytes()));
    }

    /// Nobody gives it out: its owner brought it.
    private static boolean own(ModelShelf shelf, String id) {
        var known = find(shelf, id);
        return known == null || known.info().files().stream().allMatch(file -> file.url() == null);
    }

    private static @Nullable Shelved find(ModelShelf shelf, String id) {
        try {
            return shelf.find(id);
        } catch (ProblemException _) {
            return null;
        }
    }
}

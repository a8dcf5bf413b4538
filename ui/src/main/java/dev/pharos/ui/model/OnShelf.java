package dev.pharos.ui.model;

import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is on the shelf at one moment.
///
/// @param mirrored it is filled from a mirror
/// @param runs what each embedder that is here would run on, by id
/// @param refused why those that nothing can open are not, by id
record OnShelf(
        List<Shelved> models,
        boolean mirrored,
        Map<String, Embedders.Placement> runs,
        Map<String, Problem> refused) {
    static final OnShelf NOTHING = new OnShelf(List.of(), false, Map.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(OnShelf.class);

    OnShelf {
        models = List.copyOf(models);
        runs = Map.copyOf(runs);
        refused = Map.copyOf(refused);
    }

    /// For a worker.
    static OnShelf look(ModelShelf shelf, Embedders embedders) throws ProblemException {
        var all = shelf.all();
        var runs = new HashMap<String, Embedders.Placement>();
        var refused = new HashMap<String, Problem>();
        for (var each : all) {
            String id = each.info().id();
            if (each.present() && each.info().kind() == ModelKind.EMBEDDING) {
                try {
                    runs.put(id, embedders.placement(EmbeddingViewModel.name(id)));
                } catch (ProblemException e) {
                    LOG.debug("{} runs on nothing", id, e);
                    refused.put(id, e.problem());
                }
            }
        }
        return new OnShelf(all, shelf.mirrored(), runs, refused);
    }

    Card.Stand stand(String id, boolean chosen, boolean next) {
        return new Card.Stand(chosen, next, mirrored, runs.get(id), refused.get(id));
    }

    Optional<Shelved> find(String id) {
        return models.stream().filter(each -> each.info().id().equals(id)).findFirst();
    }
}

package dev.pharos.engine.search;

import dev.pharos.engine.collection.CollectionNames;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Which sources a search line is for: what its filters let pass and its collections hold. Safe for
/// use by several threads.
final class SourceScope {
    private final Sources sources;
    private final Searcher.Collected collections;
    private final Function<ParsedQuery, Set<SourceId>> saying;

    /// @param saying the sources that say all words of a line, each anywhere in them
    SourceScope(
            Sources sources,
            Searcher.Collected collections,
            Function<ParsedQuery, Set<SourceId>> saying) {
        this.sources = sources;
        this.collections = collections;
        this.saying = saying;
    }

    /// As [Searcher#sources].
    List<SourceId> sources(ParsedQuery parsed, UUID of) throws ProblemException {
        return sources(parsed, new Held(of));
    }

    /// The sources that a search is for, or null for all.
    @Nullable List<SourceId> within(ParsedQuery parsed, @Nullable Collection<SourceId> among)
            throws ProblemException {
        var passing = parsed.everywhere() ? null : passing(parsed, new Held(null));
        if (among == null) {
            return passing;
        }
        return passing == null
                ? List.copyOf(among)
                : passing.stream().filter(Set.copyOf(among)::contains).toList();
    }

    private List<SourceId> sources(ParsedQuery parsed, Held held) throws ProblemException {
        if (parsed.empty() && parsed.everywhere()) {
            return List.of();
        }
        var passing = passing(parsed, held);
        if (parsed.empty()) {
            return passing;
        }
        return passing.stream().filter(saying.apply(parsed)::contains).toList();
    }

    /// The sources that pass all filters, and are in all collections, of a search line.
    private List<SourceId> passing(ParsedQuery parsed, Held held) throws ProblemException {
        var passing = sources.matching(parsed.filter());
        for (String name : parsed.collections()) {
            var there = held.by(name);
            passing = passing.stream().filter(there::contains).toList();
        }
        return passing;
    }

    /// What the collections hold that a search line names, and those that they name; each is looked
    /// into once.
    private final class Held {
        private final Map<UUID, Set<SourceId>> known = new HashMap<>();
        private final Set<UUID> within = new HashSet<>();
        private @Nullable List<SavedCollection> all;

        /// @param of the collection whose search it is, or null
        Held(@Nullable UUID of) {
            if (of != null) {
                within.add(of);
            }
        }

        Set<SourceId> by(String name) throws ProblemException {
            all = all == null ? collections.all() : all;
            var there = new HashSet<SourceId>();
            for (var each : CollectionNames.find(all, name)) {
                there.addAll(in(each));
            }
            return there;
        }

        private Set<SourceId> in(SavedCollection collection) throws ProblemException {
            var before = known.get(collection.id());
            if (before != null) {
                return before;
            }
            if (!within.add(collection.id())) {
                throw new ProblemException(new Problem.CircularCollection(collection.name()));
            }
            var there =
                    Set.copyOf(
                            switch (collection.content()) {
                                case Content.Picked() -> collections.picked(collection.id());
                                case Content.Search(var query) ->
                                        sources(
                                                ParsedQuery.parse(query, ZoneId.systemDefault()),
                                                this);
                            });
            within.remove(collection.id());
            known.put(collection.id(), there);
            return there;
        }
    }
}

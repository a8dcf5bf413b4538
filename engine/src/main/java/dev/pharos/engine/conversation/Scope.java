package dev.pharos.engine.conversation;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Which sources may answer: those that pass the filter and, where collections or single sources
/// are named, are in one of those collections or are one of those sources.
public record Scope(List<UUID> collections, List<SourceId> sources, SourceFilter filter) {

    /// The whole library.
    public static final Scope ALL = new Scope(List.of(), List.of(), SourceFilter.ALL);

    public Scope {
        collections = List.copyOf(collections);
        sources = List.copyOf(sources);
    }

    /// What may answer now, or null for everything.
    ///
    /// @throws ProblemException `NoSuchCollection`; `UnreadableQuery` where a saved search cannot
    ///   be read
    @Nullable List<SourceId> among(Sources library, Collections saved) throws ProblemException {
        if (equals(ALL)) {
            return null;
        }
        var passing = library.matching(filter);
        if (collections.isEmpty() && sources.isEmpty()) {
            return passing;
        }
        var named = new HashSet<>(sources);
        for (UUID collection : collections) {
            named.addAll(saved.sources(collection));
        }
        return passing.stream().filter(named::contains).toList();
    }
}

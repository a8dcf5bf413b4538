package dev.pharos.app.cli;

import dev.pharos.engine.collection.CollectionNames;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Filters;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The options that say which sources may answer. They mean what the filters of a search mean.
final class AskScope {
    @Option(names = "--in", paramLabel = "COLLECTION")
    List<String> collections = List.of();

    @Option(names = "--tag", paramLabel = "TAG")
    List<String> tags = List.of();

    @Option(names = "--kind", paramLabel = "KIND")
    List<String> kinds = List.of();

    @Option(names = "--lang", paramLabel = "LANGUAGE")
    List<String> languages = List.of();

    @Option(names = "--after", paramLabel = "DATE")
    @Nullable String after;

    @Option(names = "--before", paramLabel = "DATE")
    @Nullable String before;

    /// @throws ProblemException `UnreadableQuery`, `UnknownCollection`
    Scope scope(Collections saved) throws ProblemException {
        var filters = new ArrayList<String>();
        tags.forEach(tag -> filters.add(filter("tag", tag)));
        kinds.forEach(kind -> filters.add(filter("kind", kind)));
        languages.forEach(language -> filters.add(filter("lang", language)));
        if (after != null) {
            filters.add(filter("after", after));
        }
        if (before != null) {
            filters.add(filter("before", before));
        }
        var named = new ArrayList<UUID>();
        for (String name : collections) {
            CollectionNames.find(saved.all(), name).forEach(each -> named.add(each.id()));
        }
        return new Scope(named, List.of(), Filters.of(String.join(" ", filters)));
    }

    private static String filter(String field, String value) {
        return field + ":\"" + value.replace("\"", "") + "\"";
    }
}

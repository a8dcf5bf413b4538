package dev.pharos.engine.library;

import dev.pharos.engine.collection.CollectionNames;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Filters;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteCollections;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The [Collections] of a [Library].
final class LibraryCollections implements Collections {
    private final SqliteCollections rows;
    private final Searcher searcher;
    private final Runnable changed;

    /// @param changed is told of each change
    LibraryCollections(Database database, Searcher searcher, Runnable changed) {
        rows = new SqliteCollections(database);
        this.searcher = searcher;
        this.changed = changed;
    }

    /// Searches, also in what a search line names.
    static Searcher searcher(
            Database database,
            Sources sources,
            Passages passages,
            Transcripts transcripts,
            Supplier<Searcher.Means> means) {
        var rows = new SqliteCollections(database);
        var collected =
                new Searcher.Collected() {
                    @Override
                    public List<SavedCollection> all() {
                        return collections(rows.all());
                    }

                    @Override
                    public List<SourceId> picked(UUID collection) {
                        return rows.picked(collection);
                    }
                };
        return new Searcher(sources, passages, transcripts, collected, means);
    }

    private static List<SavedCollection> collections(List<Kept> all) {
        return all.stream().map(Kept::collection).toList();
    }

    @Override
    public List<SavedCollection> all() {
        return collections(rows.all());
    }

    private static Kept find(List<Kept> all, UUID id) throws ProblemException {
        return all.stream()
                .filter(kept -> kept.collection().id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(new Problem.NoSuchCollection(id.toString())));
    }

    @Override
    public List<SourceId> sources(UUID collection) throws ProblemException {
        return switch (find(rows.all(), collection).collection().content()) {
            case Content.Search(var query) -> searcher.sources(query, collection);
            case Content.Picked() -> rows.picked(collection);
        };
    }

    @Override
    public int count(UUID collection) throws ProblemException {
        return sources(collection).size();
    }

    @Override
    public Change save(SavedCollection collection) throws ProblemException {
        var old = all().stream().filter(each -> each.id().equals(collection.id())).findFirst();
        if (collection.content() instanceof Content.Search(var query)
                && !old.map(SavedCollection::content).equals(Optional.of(collection.content()))) {
            searcher.sources(query, collection.id());
        }
        return change(all -> old.isEmpty() ? with(all, collection) : changed(all, collection));
    }

    private static List<Kept> with(List<Kept> all, SavedCollection last) {
        var more = new ArrayList<>(all);
        more.add(new Kept(last, all.isEmpty() ? 0 : all.getLast().position() + 1, List.of()));
        return more;
    }

    private static List<Kept> changed(List<Kept> all, SavedCollection now) {
        String before =
                all.stream()
                        .map(Kept::collection)
                        .filter(each -> each.id().equals(now.id()))
                        .map(SavedCollection::name)
                        .findFirst()
                        .orElse(now.name());
        boolean unique =
                all.stream().filter(each -> CollectionNames.is(each.collection(), before)).count()
                        == 1;
        return all.stream()
                .map(each ->
                        each.collection().id().equals(now.id())
                                ? new Kept(now, each.position(), each.picked())
                                : unique ? calling(each, before, now.name()) : each)
                .toList();
    }

    /// One that names another collection in its search names it as it is called now.
    private static Kept calling(Kept each, String before, String now) {
        var old = each.collection();
        return before.equals(now) || !(old.content() instanceof Content.Search(var query))
                ? each
                : new Kept(
                        new SavedCollection(
                                old.id(),
                                old.name(),
                                new Content.Search(Filters.renamed(query, before, now)),
                                old.icon(),
                                old.colour()),
                        each.position(),
                        each.picked());
    }

    @Override
    public Change move(UUID collection, @Nullable UUID before) throws ProblemException {
        var now = rows.all();
        find(now, collection);
        if (before != null) {
            find(now, before);
        }
        return change(all -> {
            var order = new ArrayList<>(all);
            var moved = new ArrayList<Kept>();
            order.removeIf(each -> each.collection().id().equals(collection) && moved.add(each));
            int at = order.size();
            for (int i = 0; i < order.size(); i++) {
                if (order.get(i).collection().id().equals(before)) {
                    at = i;
                }
            }
            order.addAll(at, moved);
            var numbered = new ArrayList<Kept>();
            order.forEach(each ->
                    numbered.add(new Kept(each.collection(), numbered.size(), each.picked())));
            return numbered;
        });
    }

    @Override
    public Change remove(UUID collection) throws ProblemException {
        find(rows.all(), collection);
        return change(all ->
                all.stream().filter(each -> !each.collection().id().equals(collection)).toList());
    }

    @Override
    public Change add(UUID collection, Collection<SourceId> sources) throws ProblemException {
        return pick(
                collection,
                picked -> {
                    var more = new LinkedHashSet<>(picked);
                    more.addAll(sources);
                    return List.copyOf(more);
                });
    }

    @Override
    public Change take(UUID collection, Collection<SourceId> sources) throws ProblemException {
        return pick(
                collection, picked -> picked.stream().filter(id -> !sources.contains(id)).toList());
    }

    private Change pick(UUID collection, UnaryOperator<List<SourceId>> pick)
            throws ProblemException {
        if (find(rows.all(), collection).collection().content() instanceof Content.Search) {
            throw new IllegalArgumentException("a search has what it finds");
        }
        return change(all ->
                all.stream()
                        .map(each ->
                                each.collection().id().equals(collection)
                                        ? new Kept(
                                                each.collection(),
                                                each.position(),
                                                pick.apply(each.picked()))
                                        : each)
                        .toList());
    }

    private Change change(UnaryOperator<List<Kept>> change) {
        var before = rows.change(change);
        var after = rows.all();
        changed.run();
        return new Change(
                before.stream().filter(each -> !after.contains(each)).toList(),
                after.stream().filter(each -> !before.contains(each)).toList());
    }

    @Override
    public void undo(Change change) {
        rows.change(now -> {
            var back = new ArrayList<Kept>();
            for (Kept each : now) {
                var was = of(each, change.before());
                var became = of(each, change.after());
                if (was.isPresent() && became.isPresent()) {
                    back.add(back(was.get(), became.get(), each));
                } else if (became.isEmpty()) {
                    back.add(each);
                }
            }
            change.before().stream()
                    .filter(gone -> of(gone, change.after()).isEmpty())
                    .filter(gone -> of(gone, now).isEmpty())
                    .forEach(back::add);
            return back;
        });
        changed.run();
    }

    private static Optional<Kept> of(Kept same, List<Kept> all) {
        return all.stream()
                .filter(each -> each.collection().id().equals(same.collection().id()))
                .findFirst();
    }

    /// What is now, but for what a change made of what was before.
    private static Kept back(Kept was, Kept became, Kept now) {
        var old = was.collection();
        var then = became.collection();
        var kept = now.collection();
        var picked = new LinkedHashSet<>(now.picked());
        picked.removeIf(each -> became.picked().contains(each) && !was.picked().contains(each));
        was.picked().stream().filter(each -> !became.picked().contains(each)).forEach(picked::add);
        boolean same = now.picked().equals(became.picked());
        return new Kept(
                new SavedCollection(
                        kept.id(),
                        back(old.name(), then.name(), kept.name()),
                        back(old.content(), then.content(), kept.content()),
                        back(old.icon(), then.icon(), kept.icon()),
                        back(old.colour(), then.colour(), kept.colour())),
                back(was.position(), became.position(), now.position()),
                same ? was.picked() : List.copyOf(picked));
    }

    private static <T extends @Nullable Object> T back(T was, T became, T now) {
        return Objects.equals(became, now) ? was : now;
    }
}

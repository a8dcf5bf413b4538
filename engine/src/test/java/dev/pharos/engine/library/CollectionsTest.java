package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/// Collections: saved searches and those picked by hand.
final class CollectionsTest extends LibraryFixture {
    private Collections collections;
    private SourceId tower;
    private SourceId bread;

    @BeforeEach
    void take() throws Exception {
        collections = library.collections();
        tower = library.notes().create("Tower", TOWER + "\n\n#trip/egypt", "").id();
        bread = library.notes().create("Bread", BREAD, "").id();
    }

    private SavedCollection search(String query) throws Exception {
        var saved = SavedCollection.of("Search: " + query, new Content.Search(query));
        collections.save(saved);
        return saved;
    }

    private List<SourceId> found(String query) throws Exception {
        return collections.sources(search(query).id());
    }

    @Test
    void aSavedSearchHasWhatItFindsNow() throws Exception {
        var trips = search("tag:trip");
        assertEquals(List.of(tower), collections.sources(trips.id()));

        library.notes().save(bread, 1, BREAD + " #Trip");

        assertEquals(2, collections.count(trips.id()));
        library.trash().put(List.of(tower));
        assertEquals(List.of(bread), collections.sources(trips.id()));
    }

    @Test
    void aSourceMustSayAllThatIsAskedFor() throws Exception {
        assertEquals(List.of(tower), found("stones island"));
        assertEquals(List.of(), found("stone flour"));
        assertEquals(List.of(tower), found("it stone"));
        assertEquals(List.of(bread), found("\"flour and water\" ov*"));
        assertEquals(List.of(), found("\"water and flour\""));
        assertEquals(List.of(), found("kind:pdf stone"));
        assertEquals(List.of(), found(""));
    }

    private Problem refused(String query) {
        return assertThrows(ProblemException.class, () -> search(query)).problem();
    }

    private List<SourceId> hits(String query) throws Exception {
        return library.searcher().search(new Query(query, Query.Mode.KEYWORD, 10)).hits().stream()
                .map(hit -> hit.source().id())
                .toList();
    }

    private SavedCollection picked(String name, SourceId... sources) throws Exception {
        var picked = SavedCollection.of(name, new Content.Picked());
        collections.save(picked);
        collections.add(picked.id(), List.of(sources));
        return picked;
    }

    @Test
    void aSearchLineNamesCollectionsInAnyCaseAndScript() throws Exception {
        picked("Север и море", tower, bread);
        collections.save(SavedCollection.of("Trips", new Content.Search("tag:trip")));

        assertEquals(List.of(tower), hits("stone collection:\"север и МОРЕ\""));
        assertEquals(List.of(bread), hits("flour collection:\"Север и море"));
        assertEquals(List.of(), hits("flour collection:trips"));
        assertEquals(List.of(tower), hits("collection:trips collection:\"Север и море\""));
        assertEquals(List.of(tower), found("collection:trips stone"));
    }

    @Test
    void aCollectionThatIsNotThereIsToldWithTheNamesNearest() throws Exception {
        assertEquals(new Problem.UnknownCollection("Trip", 0, ""), refused("collection:Trip"));
        picked("Trips");
        picked("Recipes");

        assertEquals(
                new Problem.UnknownCollection("trp", 2, "Trips, Recipes"),
                refused("collection:trp"));
    }

    @Test
    void aCollectionThatWouldHoldItselfIsRefused() throws Exception {
        var first = SavedCollection.of("First", new Content.Search("tag:trip"));
        collections.save(first);
        var second = SavedCollection.of("Second", new Content.Search("collection:First"));
        collections.save(second);
        assertEquals(List.of(tower), collections.sources(second.id()));

        var circle = new Content.Search("collection:second");
        var refused =
                assertThrows(
                        ProblemException.class,
                        () ->
                                collections.save(
                                        new SavedCollection(
                                                first.id(), "First", circle, null, null)));

        assertEquals(new Problem.CircularCollection("First"), refused.problem());
        assertEquals(List.of(first, second), collections.all());
    }

    @Test
    void aSearchNamesACollectionAsItIsCalledNow() throws Exception {
        var trips = SavedCollection.of("Trips", new Content.Search("tag:trip"));
        collections.save(trips);
        var naming = SavedCollection.of("Stones", new Content.Search("stone collection:trips"));
        collections.save(naming);

        var renamed = collections.save(named(trips, "My trips"));

        assertEquals(
                new Content.Search("stone collection:\"My trips\""),
                collections.all().getLast().content());
        assertEquals(List.of(tower), collections.sources(naming.id()));
        collections.undo(renamed);
        assertEquals(List.of(trips, naming), collections.all());
    }

    @Test
    void aSearchThatNobodyCanReadIsNotSaved() {
        var refused = assertThrows(ProblemException.class, () -> search("kind:dragon"));

        assertInstanceOf(Problem.UnreadableQuery.class, refused.problem());
        assertEquals(List.of(), collections.all());
    }

    @Test
    void whatWasPickedStaysInOrderAndComesBack() throws Exception {
        var picked = SavedCollection.of("Both", new Content.Picked());
        collections.save(picked);
        collections.add(picked.id(), List.of(bread));
        collections.add(picked.id(), List.of(tower, bread));
        assertEquals(List.of(bread, tower), collections.sources(picked.id()));

        var taken = collections.take(picked.id(), List.of(bread));
        assertEquals(List.of(tower), collections.sources(picked.id()));
        collections.undo(taken);
        var removed = collections.remove(picked.id());
        assertEquals(List.of(), collections.all());
        collections.undo(removed);

        assertEquals(List.of(bread, tower), collections.sources(picked.id()));
    }

    @Test
    void whatWasPutInSinceStaysWhenAChangeIsTakenBack() throws Exception {
        var picked = SavedCollection.of("Both", new Content.Picked());
        collections.save(picked);
        var renamed = collections.save(named(picked, "Two"));
        collections.add(picked.id(), List.of(bread));
        var added = collections.add(picked.id(), List.of(tower));
        collections.take(picked.id(), List.of(bread));

        collections.undo(renamed);
        assertEquals(List.of(picked), collections.all());
        assertEquals(List.of(tower), collections.sources(picked.id()));
        collections.undo(added);
        assertEquals(List.of(), collections.sources(picked.id()));
    }

    private static SavedCollection named(SavedCollection old, String name) {
        return new SavedCollection(old.id(), name, old.content(), old.icon(), old.colour());
    }

    @Test
    void theOrderAndTheNamesAreTheOwners() throws Exception {
        var one = search("one");
        var two = search("two");
        var moved = collections.move(two.id(), one.id());
        assertEquals(List.of(two, one), collections.all());

        var renamed = new SavedCollection(two.id(), "2", two.content(), "star", "#ff0000");
        collections.save(renamed);
        assertEquals(List.of(renamed, one), collections.all());

        collections.undo(moved);
        assertEquals(List.of(one, renamed), collections.all());
        reopen();
        assertEquals(List.of(one, renamed), library.collections().all());
    }

    @Test
    void anUnknownCollectionIsTold() {
        assertThrows(ProblemException.class, () -> collections.count(UUID.randomUUID()));
    }
}

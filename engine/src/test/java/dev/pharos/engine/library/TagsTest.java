package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Tags of a note, whose text says them, and of a web page, whose file does.
final class TagsTest extends LibraryFixture {
    private static final String NOTE = "---\ntags: [sea]\n---\nA #sea/lights note.\n";

    private Tags tags;
    private Path page = Path.of("");
    private SourceId note;
    private SourceId web;

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    @BeforeEach
    void take() throws Exception {
        tags = library.tags();
        page = page("Sea, land", "The page.");
        importFiles(page);
        web = library.sources().all().getFirst().id();
        note = library.notes().create("Note", NOTE, "").id();
    }

    private Path page(String keywords, String words) throws IOException {
        return write(
                "page.html",
                "<html><head><title>Page</title><meta name=keywords content='"
                        + keywords
                        + "'></head><body><p>"
                        + words
                        + "</p></body></html>");
    }

    private Set<String> of(SourceId source) {
        return library.sources().find(source).orElseThrow().tags();
    }

    private String text() {
        return library.notes().find(note).orElseThrow().markdown();
    }

    @Test
    void allTagsAreATreeThatCountsEachSourceOnce() {
        assertEquals(
                List.of(
                        new Tag("land", 1, 1, null, List.of()),
                        new Tag(
                                "sea",
                                2,
                                2,
                                null,
                                List.of(new Tag("sea/lights", 1, 1, null, List.of())))),
                tags.all());
    }

    @Test
    void aRenameChangesTextsAndRecordsAndColoursAndCanBeTakenBack() throws Exception {
        tags.colour("sea", "#0080ff");
        var before = tags.all();

        var change = tags.rename("SEA", "world/ocean", Progress.NONE);

        assertEquals(2, change.changed());
        assertEquals("---\ntags: [world/ocean]\n---\nA #world/ocean/lights note.\n", text());
        assertEquals(Set.of("land", "world/ocean"), of(web));
        assertEquals("#0080ff", tags.all().getLast().nested().getFirst().colour());
        tags.undo(change);
        assertEquals(before, tags.all());
        assertEquals(NOTE, text());
    }

    @Test
    void takingBackKeepsWhatWasWrittenSince() throws Exception {
        var change = tags.rename("sea", "ocean", Progress.NONE);
        library.notes().save(note, 2, text() + "\nMore of it.\n");

        tags.undo(change);

        assertEquals(NOTE + "\nMore of it.\n", text());
    }

    @Test
    void aNewRevisionOfTheFileKeepsWhatItsOwnerDecided() throws Exception {
        tags.remove(List.of(web), List.of("land"), Progress.NONE);
        tags.add(List.of(web), List.of("#Read later", "SEA"), Progress.NONE);
        page("land, Sea, new", "Other words.");

        importFiles(page);

        assertEquals(Set.of("Read-later", "Sea", "new"), of(web));
        assertEquals(
                List.of(
                        new Tags.Given("Read-later", true),
                        new Tags.Given("Sea", false),
                        new Tags.Given("new", false)),
                tags.of(web));
    }

    @Test
    void aTagThatWasTakenAwayTwiceStaysAway() throws Exception {
        tags.remove(List.of(web), List.of("land"), Progress.NONE);
        tags.add(List.of(web), List.of("land"), Progress.NONE);
        tags.remove(List.of(web), List.of("land"), Progress.NONE);
        page("land", "Other words.");

        importFiles(page);

        assertEquals(Set.of(), of(web));
    }

    @Test
    void manySourcesGetATagAtOnceAndAreFoundByIt() throws Exception {
        var change = tags.add(List.of(note, web), List.of("trip"), Progress.NONE);

        assertEquals("---\ntags: [sea, trip]\n---\nA #sea/lights note.\n", text());
        assertEquals(List.of("Note", "Page"), titles("tag:trip", Query.Mode.KEYWORD));
        assertEquals(
                Tags.Change.NONE, tags.add(List.of(note, web), List.of("TRIP"), Progress.NONE));
        tags.undo(change);
        assertEquals(NOTE, text());
        assertEquals(Set.of("Sea", "land"), of(web));
    }

    @Test
    void twoTagsBecomeOne() throws Exception {
        var taken =
                assertThrows(
                        ProblemException.class, () -> tags.rename("land", "sea", Progress.NONE));
        assertEquals(new Problem.TagExists("sea"), taken.problem());

        tags.merge(List.of("land", "sea/lights"), "SEA", Progress.NONE);

        assertEquals(Set.of("Sea"), of(web));
        assertEquals(List.of("Sea"), tags.all().stream().map(Tag::name).toList());
        assertEquals(List.of(), tags.all().getFirst().nested());
    }

    @Test
    void aDeletedTagIsGoneWithAllBelowIt() throws Exception {
        var change = tags.delete("sea", Progress.NONE);

        assertEquals("---\n---\nA sea/lights note.\n", text());
        assertEquals(Set.of("land"), of(web));
        tags.undo(change);
        assertEquals(NOTE, text());
    }

    @Test
    void onlyTheSpellingCanChangeToo() throws Exception {
        tags.rename("sea", "SEA", Progress.NONE);

        assertEquals(Set.of("SEA", "land"), of(web));
    }

    @Test
    void aNameWithoutLettersIsRefused() {
        var refused =
                assertThrows(
                        ProblemException.class,
                        () -> tags.add(List.of(web), List.of("#!"), Progress.NONE));

        assertInstanceOf(Problem.UnusableTag.class, refused.problem());
    }
}

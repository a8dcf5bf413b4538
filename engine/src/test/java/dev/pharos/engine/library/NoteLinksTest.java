package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.Notes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Links of notes in a library, as notes come, change their names, and go.
final class NoteLinksTest extends LibraryFixture {
    private Notes notes;

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    @BeforeEach
    void take() {
        notes = library.notes();
    }

    private Note create(String title, String markdown) throws Exception {
        return notes.create(title, markdown, "");
    }

    private String text(Note note) {
        return notes.find(note.id()).orElseThrow().markdown();
    }

    private List<String> backlinks(Note to) {
        return notes.links().to(to.id()).stream()
                .map(link -> link.from().title() + ": " + link.sentence())
                .toList();
    }

    @Test
    void aLinkIsKnownFromBothSides() throws Exception {
        var from = create("Diary", "Monday. We saw [[pharos|the tower]] there. Then [[Nothing]].");
        assertEquals(List.of(Optional.empty(), Optional.empty()), targets(from));

        var to = create("Pharos", "");

        assertEquals(List.of(Optional.of("Pharos"), Optional.empty()), targets(from));
        assertEquals(List.of("Diary: We saw the tower there."), backlinks(to));
        assertEquals(List.of(new NoteLinks.Edge(from.id(), to.id())), notes.links().edges());
        library.trash().put(List.of(from.id()));
        assertEquals(List.of(), backlinks(to));
    }

    @Test
    void aLinkBehindASentenceShowsThatSentence() throws Exception {
        var to = create("Pharos", "");
        create("Made", "The lamp burns oil. [[Pharos|¶ 1]]\nThe lens turns. [[Pharos|¶ 2]]\n");
        create("Own", "A night. [[Pharos]] shines.");
        create("Topic", "## Oil\n\n[[Pharos|¶ 3]]\n");
        assertEquals(
                List.of(
                        "Topic: Oil",
                        "Own: Pharos shines.",
                        "Made: The lamp burns oil.",
                        "Made: The lens turns."),
                backlinks(to));
    }

    private List<Optional<String>> targets(Note note) {
        return notes.links().in(note.id(), note.markdown()).stream()
                .map(link -> link.to().map(Source::title))
                .toList();
    }

    @Test
    void anImportedNoteIsLinkedByItsFileItsTitleAndItsAlias() throws Exception {
        importFiles(write("vault/x.md", "---\naliases: [Beacon, Light]\n---\n# The Tower\n"));
        var from = create("Diary", "[[x]] [[the tower]] [[BEACON]] [[light#part]] [[y]]");

        assertEquals(
                List.of("The Tower", "The Tower", "The Tower", "The Tower", ""),
                targets(from).stream().map(title -> title.orElse("")).toList());
    }

    @Test
    void aRenameRewritesTheLinksAndNothingElse() throws Exception {
        var tower = notes.create("Old", "# Old\nSee [[Old#Part]].", "Places");
        var one =
                create(
                        "One",
                        "Old [[Old]], [[old#Part|Old]], ![[Places/Old]], [o](Places/Old.md#p) `[[Old]]` [[Older]]");
        var two = notes.create("Two", "[up](../Places/Old.md)\n\n| a\\|b | [[Old\\|x]] |", "Diary");

        var renamed = notes.rename(tower.id(), "New Name");

        assertEquals("# New Name\nSee [[New Name#Part]].", text(tower));
        assertEquals(
                "Old [[New Name]], [[New Name#Part|Old]], ![[Places/New Name]], [o](Places/New%20Name.md#p) `[[Old]]` [[Older]]",
                text(one));
        assertEquals("[up](../Places/New%20Name.md)\n\n| a\\|b | [[New Name\\|x]] |", text(two));
        assertEquals(
                List.of(List.of("Old"), List.of("One", "Two")),
                List.of(
                        List.of(renamed.from()),
                        backlinks(tower).stream()
                                .map(link -> link.substring(0, 3))
                                .distinct()
                                .sorted()
                                .toList()));
    }

    @Test
    void aRenameIsTakenBackToTheLetter() throws Exception {
        var tower = create("Old", "# Old\n");
        var one = create("One", "[[Old]] [[old|x]]");
        var renamed = notes.rename(tower.id(), "New");

        notes.undo(renamed);

        assertEquals("[[Old]] [[old|x]]", text(one));
        assertEquals("# Old\n", text(tower));
        assertEquals("Old", notes.find(tower.id()).orElseThrow().name());
    }

    @Test
    void aRenameIsTakenBackAlsoWhereANoteWasEditedSince() throws Exception {
        var tower = create("Old", "");
        var one = create("One", "[[Old]]");
        var renamed = notes.rename(tower.id(), "New");
        notes.save(one.id(), 2, "[[New]] and more");

        notes.undo(renamed);

        assertEquals("[[Old]] and more", text(one));
        assertEquals("Old", notes.find(tower.id()).orElseThrow().title());
    }

    @Test
    void onlyTheNewestRenameIsTakenBack() throws Exception {
        var tower = create("Old", "");
        var first = notes.rename(tower.id(), "New");
        notes.rename(tower.id(), "Newer");

        assertFalse(notes.undo(first));

        assertEquals("Newer", notes.find(tower.id()).orElseThrow().title());
    }

    @Test
    void aTitleTooLongForAFileIsTakenBackToo() throws Exception {
        var tower = create("Old", "");
        var renamed = notes.rename(tower.id(), "x".repeat(6_000));

        assertTrue(notes.undo(renamed));

        assertEquals("Old", notes.find(tower.id()).orElseThrow().title());
    }

    @Test
    void aRenameKeepsLinksThatMeanAnother() throws Exception {
        var other = notes.create("Same", "", "A");
        var renamed = notes.create("First", "", "B");
        var from = notes.create("From", "[[Same]] [[First]]", "B");

        notes.rename(renamed.id(), "Same");

        assertEquals("[[A/Same]] [[Same]]", text(from));
        assertEquals(List.of("From: A/Same Same"), backlinks(other));
    }

    @Test
    void aMoveKeepsTheLinksOfTheNoteItself() throws Exception {
        create("Target", "");
        var note = notes.create("Note", "[t](../Target.md) [[Target]]", "A");

        notes.move(note.id(), "A/B");

        assertEquals("[t](../../Target.md) [[Target]]", text(note));
    }

    @Test
    void whoNamesANoteWithoutALinkIsTold() throws Exception {
        var tower = create("Pharos tower", "");
        create("Diary", "It rained. We saw the Pharos Tower at night.");
        create("Linked", "[[Pharos tower]]");

        assertEquals(
                List.of("Diary We saw the Pharos Tower at night."),
                notes.links().mentions(tower.id(), 10).stream()
                        .map(mention -> mention.from().title() + " " + mention.sentence())
                        .toList());
    }

    @Test
    void completionFindsNamesByTheirLetters() throws Exception {
        var from = create("From", "");
        create("Lighthouse of Pharos", "");
        create("Pharos", "");
        notes.create("Pharos", "", "Other");
        create("Bread", "---\naliases: [Pharos bread]\n---\n");

        assertEquals(
                List.of(
                        "Pharos|Pharos",
                        "Pharos|Other/Pharos",
                        "Pharos bread|Bread|Pharos bread",
                        "Lighthouse of Pharos|Lighthouse of Pharos"),
                notes.links().completion(from.id(), "phar", 10).stream()
                        .map(each -> each.name() + "|" + each.insert())
                        .sorted(
                                java.util.Comparator.comparing(s ->
                                        List.of("Pharos|P", "Pharos|O", "Pharos b", "Lightho")
                                                .indexOf(
                                                        s.substring(0, s.startsWith("L") ? 7 : 8))))
                        .toList());
        assertEquals(
                List.of("Lighthouse of Pharos"),
                notes.links().completion(from.id(), "lhos", 10).stream()
                        .map(NoteLinks.Suggestion::name)
                        .toList());
    }
}

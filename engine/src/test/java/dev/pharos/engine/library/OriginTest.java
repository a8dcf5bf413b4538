package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/// Notes that are made again after what they were made from was thrown away or removed.
final class OriginTest extends MakingFixture {
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins.

            The solar panels cost twelve thousand euros with the inverter and all cables.

            We decided to buy the solar panels from the supplier in the village.

            The kitchen of the school needs a new oven, because the old oven burns the bread.
            """;

    private SourceId plan(String text) throws Exception {
        return Objects.requireNonNull(importFile(write("plan.txt", text)).source());
    }

    private void remove(SourceId source) {
        library.trash().put(List.of(source));
        library.trash().delete(List.of(source));
    }

    private Problem refused(SourceId note) {
        return assertThrows(ProblemException.class, () -> make(note)).problem();
    }

    private boolean leads(Note note, SourceId to) {
        return library.notes().links().in(note.id(), note.markdown()).stream()
                .filter(link -> PlaceAnchor.markOf(link.link().anchor()).isPresent())
                .allMatch(link -> link.to().filter(it -> it.id().equals(to)).isPresent());
    }

    @Test
    void whatLiesInTheTrashIsToBeTakenBackFirst() throws Exception {
        var source = plan(PLAN);
        var made = make(source);
        library.trash().put(List.of(source));
        assertEquals(
                new Problem.SourceInTrash(files.resolve("plan.txt"), source.toString()),
                refused(made.note().id()));
        library.trash().restore(List.of(source));
        assertEquals(made.note().id(), make(made.note().id()).note().id());
    }

    @Test
    void whatWasRemovedAndImportedAnewIsTakenAndLinkedTo() throws Exception {
        var first = make(plan(PLAN));
        var note = note(first);
        String mine = note.markdown().replaceFirst("(?m)^(.*twelve thousand.*)$", "$1 Mine.");
        library.notes().save(note.id(), note.revision(), mine);
        remove(first.made().source());
        var anew = plan(PLAN);

        var noticed = noticed(note.id(), Settings.DEFAULT);

        assertEquals(List.of(new Problem.SourceAnew(files.resolve("plan.txt"))), noticed);
        var now = library.notes().find(note.id()).orElseThrow();
        assertTrue(now.markdown().contains("Mine."), now::markdown);
        assertTrue(leads(now, anew), now::markdown);
        assertEquals(anew, library.making().made().find(note.id()).orElseThrow().source());
        assertEquals(1, library.making().made().from(anew).size());
        assertEquals(List.of(), noticed(note.id(), Settings.DEFAULT));
    }

    @Test
    void aFileOfThatNameWithTheQuotedWordsIsTaken() throws Exception {
        var first = make(plan(PLAN));
        remove(first.made().source());
        var anew = plan(PLAN + "\nWe decided to paint the windows of the kitchen green in May.\n");
        var again = make(first.note().id());
        assertEquals(anew, again.made().source());
        assertTrue(note(again).markdown().contains("green"), note(again)::markdown);
    }

    @Test
    void aFileOfThatNameWithOtherWordsIsNot() throws Exception {
        var first = make(plan(PLAN));
        remove(first.made().source());
        var other = plan("Bread is baked from flour and water. It needs an hour in the oven.");
        assertEquals(new Problem.SourceRemoved("plan.txt"), refused(first.note().id()));
        assertFalse(leads(note(first), other));
    }

    @Test
    void whoCancelsTheMakingOfWhatIsThereAnewChangesNoLink() throws Exception {
        var first = make(plan(PLAN));
        var note = note(first);
        remove(first.made().source());
        plan(PLAN);
        var cancelled =
                new Progress() {
                    private boolean generating;

                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return generating;
                    }
                };
        assertThrows(
                CancellationException.class,
                () ->
                        library.making()
                                .make(
                                        note.id(),
                                        Settings.DEFAULT,
                                        step ->
                                                cancelled.generating =
                                                        step == MakingStep.NOTE_GENERATION,
                                        cancelled));
        assertEquals(note, library.notes().find(note.id()).orElseThrow());
        assertEquals(first.made(), library.making().made().find(note.id()).orElseThrow());
    }
}

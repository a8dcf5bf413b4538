package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.Made.Change;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Sources of which several notes are made.
final class NotePartsTest extends MakingFixture {
    private static final List<String> SAILING =
            List.of("sail", "harbour", "anchor", "sailor", "storm", "rudder");
    private static final List<String> BAKING =
            List.of("flour", "dough", "oven", "baker", "yeast", "bread");

    private static List<String> talk(List<String> words, int sentences) {
        var said = new ArrayList<String>();
        for (int i = 0; i < sentences; i++) {
            String one = words.get(i % words.size());
            String other = words.get((i + 1 + i / 6) % words.size());
            String third = words.get((i + 3) % words.size());
            said.add(
                    "Anna: The %s number %d needs a %s and every old %s with a %s beside the %s."
                            .formatted(one, i, other, third, one, other));
        }
        return said;
    }

    private static List<String> two() {
        var said = new ArrayList<>(talk(SAILING, 40));
        said.addAll(talk(BAKING, 40));
        return said;
    }

    private static Settings parts(int most) {
        return new Settings("lecture", null, true, false, null, false, most, null);
    }

    private List<Made> all(SourceId source, int most) throws ProblemException {
        return library.making().make(source, parts(most), _ -> {}, Progress.NONE);
    }

    @Test
    void aTalkOfTwoTopicsBecomesTwoNotesThatLeadToEachOther() throws Exception {
        var source = recorded("en", two());
        var made = all(source.id(), 2);
        assertEquals(2, made.size(), () -> made.toString());
        var first = note(made.getFirst());
        var second = note(made.getLast());
        assertTrue(
                first.markdown().contains("Part 1 of 2 (2: [[" + second.title()), first::markdown);
        assertTrue(
                second.markdown().contains("Part 2 of 2 (1: [[" + first.title()), second::markdown);
        var part = Objects.requireNonNull(made.getLast().made().details().part());
        var document = library.sources().document(source.id()).orElseThrow();
        assertTrue(document.text().substring(part.from()).contains("bread"));
        assertTrue(!document.text().substring(part.from()).contains("anchor"), "cut at the topic");
        assertEquals(1, library.notes().versions(first.id()).size());
        assertTrue(first.title().startsWith(source.title() + ", 1 of 2 – "), first::title);
    }

    @Test
    void aLongTalkBecomesAsManyNotesAsAreWishedAndNoneIsAScrap() throws Exception {
        var made = all(recorded("en", two()).id(), 3);
        var words = made.stream().map(each -> each.made().summary().words()).toList();
        assertEquals(3, words.size());
        int all = words.stream().mapToInt(each -> each).sum();
        assertTrue(words.stream().allMatch(each -> each >= all / 5), words::toString);
    }

    @Test
    void aMemoTooShortForThreeNotesStaysOneAndSaysWhy() throws Exception {
        var source = recorded("en", MEETING);
        assertEquals(
                List.of(new Problem.TooShortForNotes(source.path(), 3, 1)),
                noticed(source.id(), parts(3)));
        assertEquals(1, notes());
    }

    @Test
    void aTalkWithoutAFullStopCannotBeDividedAndIsNotCalledShort() throws Exception {
        var endless =
                "Anna: The harbour " + "keeps boats and sails and ropes and ".repeat(300) + "oars.";
        var source = recorded("en", List.of(endless, "Anna: The harbour museum opens in May."));
        assertEquals(
                List.of(new Problem.NotDivided(source.path(), 3, 1)),
                noticed(source.id(), parts(3)));
    }

    @Test
    void eachPartFindsItsOwnNoteAgainAndWhatItsOwnerWrote() throws Exception {
        var source = recorded("en", two());
        var before = all(source.id(), 2);
        var second = note(before.getLast());
        library.notes().save(second.id(), second.revision(), second.markdown() + "\nMine.\n");
        var more = new ArrayList<>(talk(SAILING, 44));
        more.addAll(talk(BAKING, 40));
        say(source.id(), "en", more);

        var after = all(second.id(), 0);

        assertEquals(
                before.stream().map(made -> made.note().id()).toList(),
                after.stream().map(made -> made.note().id()).toList());
        assertTrue(note(after.getLast()).markdown().endsWith("\nMine.\n"));
        assertEquals(2, notes());
        assertInstanceOf(Change.Unchanged.class, all(source.id(), 0).getFirst().change());
    }

    @Test
    void theWholeTouchesNoPart() throws Exception {
        var source = recorded("en", two());
        var parts = all(source.id(), 2);
        var before = note(parts.getFirst()).markdown();
        var whole = all(source.id(), 1);
        assertEquals(1, whole.size());
        assertInstanceOf(Change.Created.class, whole.getFirst().change());
        assertEquals(before, note(parts.getFirst()).markdown());
    }

    @Test
    void whatSaysNothingIsNoNoteInTwoPartsEither() throws Exception {
        var list = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            list.append(
                    "Baker, Anna: A long book about harbours and bread, ISBN 0-00-%d.\n\n"
                            .formatted(i));
        }
        var file = importFile(write("reading.txt", list.toString())).source();
        var refused =
                assertThrows(ProblemException.class, () -> all(Objects.requireNonNull(file), 2));
        assertInstanceOf(Problem.NothingToSay.class, refused.problem());
    }
}

package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.NotePair;
import dev.pharos.engine.relationship.Reason;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.relationship.Relationship.Type;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How notes have to do with each other, and what their owner makes of that.
final class RelationshipsTest extends LibraryFixture {
    private static final String LONG = "The Harbour Bridge is 503 metres long. Paint is peeling.";
    private static final String OTHER = "A walk. The Harbour Bridge is 530 metres long. Sun.";

    /// Said in other words, or of a thing that nothing but a better model would know to be the
    /// same.
    private static final List<String> MISSED =
            List.of(
                    "Company history",
                    "Whale notes",
                    "Pilzkurs",
                    "Hausordnung",
                    "Stadtlauf",
                    "Протокол о сервере",
                    "Курс о грибах",
                    "Городской забег",
                    "Тетрадь о шуме",
                    "Ginger A");

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    private SourceId note(String title, String text) throws ProblemException {
        return library.notes().create(title, text, "").id();
    }

    private List<Relationship> find(SourceId note) throws ProblemException {
        return library.relationships().find(note, Progress.NONE);
    }

    /// Such as `CONTRADICTS Walk SUGGESTED`; what is similar to the model of the tests says little.
    private List<String> told(SourceId of) {
        return library.relationships().of(of).stream()
                .filter(each -> each.type() != Type.SIMILAR)
                .map(each ->
                        "%s %s %s"
                                .formatted(
                                        each.type(),
                                        library.sources()
                                                .find(each.other(of))
                                                .map(Source::title)
                                                .orElse("?"),
                                        each.state()))
                .toList();
    }

    private void rewrite(SourceId note, String text) throws ProblemException {
        var now = library.notes().find(note).orElseThrow();
        library.notes().save(note, now.revision(), text);
    }

    @Test
    void whatCannotBothBeRightIsShownWithBothSentences() throws Exception {
        var survey = note("Survey", LONG);
        note("Walk", OTHER);
        var found = find(survey).getFirst();
        var reason = assertInstanceOf(Reason.OppositeClaim.class, found.reason());
        assertEquals("The Harbour Bridge is 503 metres long.", reason.here().words());
        assertEquals("The Harbour Bridge is 530 metres long.", reason.there().words());
        assertEquals(OTHER.indexOf("The Harbour"), reason.there().place().startOffset());
        assertEquals("503 / 530", reason.says() + " / " + reason.denies());
    }

    @Test
    void nothingIsWrittenIntoTheNotes() throws Exception {
        var survey = note("Survey", LONG);
        var walk = note("Walk", OTHER);
        var before = List.of(library.sources().find(survey), library.sources().find(walk));
        find(survey).forEach(library.relationships()::accept);
        assertEquals(before, List.of(library.sources().find(survey), library.sources().find(walk)));
    }

    @Test
    void whatIsDismissedComesAgainOnlyWhenATextHasChangedMuch() throws Exception {
        var survey = note("Survey", LONG);
        note("Walk", OTHER);
        find(survey).forEach(library.relationships()::dismiss);
        rewrite(survey, LONG + " Rust too.");
        find(survey);
        assertEquals(List.of("CONTRADICTS Walk DISMISSED"), told(survey));
        rewrite(
                survey,
                "Everything was measured anew by five students with a laser in the rain of May."
                        + " The Harbour Bridge is 503 metres long. Nobody believes the old map.");
        find(survey);
        assertEquals(List.of("CONTRADICTS Walk SUGGESTED"), told(survey));
    }

    @Test
    void aSuggestionGoesWithItsReasonAndWhatIsAcceptedStays() throws Exception {
        var survey = note("Survey", LONG);
        var walk = note("Walk", OTHER);
        find(survey);
        rewrite(survey, "Nothing was measured this week because of rain.");
        find(survey);
        assertEquals(List.of(), told(survey));
        rewrite(survey, LONG);
        find(walk).forEach(library.relationships()::accept);
        rewrite(survey, "Nothing was measured this week because of rain.");
        find(survey);
        assertEquals(List.of("CONTRADICTS Walk ACCEPTED"), told(survey));
        library.relationships().reopen(library.relationships().of(walk).getFirst());
        find(walk);
        assertEquals(List.of(), told(walk));
    }

    @Test
    void theTrashTakesRelationshipsAlongAndGivesThemBack() throws Exception {
        var survey = note("Survey", LONG);
        var walk = note("Walk", OTHER);
        find(survey).forEach(library.relationships()::accept);
        library.trash().put(List.of(walk));
        assertEquals(List.of(), told(survey));
        library.trash().restore(List.of(walk), Progress.NONE);
        assertEquals(List.of("CONTRADICTS Walk ACCEPTED"), told(survey));
        library.notes().rename(walk, "Stroll");
        assertEquals(List.of("CONTRADICTS Stroll ACCEPTED"), told(survey));
    }

    @Test
    void decisionsComeBackFromAnExport() throws Exception {
        var survey = note("Survey", LONG);
        note("Walk", OTHER);
        find(survey).forEach(library.relationships()::dismiss);
        note("Rosewood Conference", "Talks on two days.");
        var plan = note("Plan", "Tickets lie with the Rosewood Conference folder.");
        find(plan).forEach(library.relationships()::accept);
        var before = library.relationships().all();
        Path folder = temp.resolve("export");
        library.export(folder, _ -> true, Progress.NONE);
        library.close();
        delete(temp.resolve("library"));
        library = open(Library.Access.WRITE);
        results(folder);
        assertEquals(before, library.relationships().all());
        assertTrue(before.size() >= 2, before::toString);
        find(survey);
        assertEquals(List.of("CONTRADICTS Walk DISMISSED"), told(survey));
    }

    @Test
    void whatIsLinkedIsNotSuggestedAsAMention() throws Exception {
        note("Rosewood Conference", "Talks on two days.");
        var plan = note("Plan", "Tickets lie with the [[Rosewood Conference]] folder.");
        find(plan);
        assertEquals(List.of(), told(plan));
    }

    @Test
    void whatIsAlikeIsSuggestedOnceAndStaysAwayWhenDismissed() throws Exception {
        var knead = "Knead flour, water, salt and yeast, and bake the dough in a hot ";
        var bread = note("Bread", knead + "oven.");
        var loaf = note("Loaf", knead + "stove.");
        note("Tides", "High water follows the moon twice a day along every coast.");
        library.meaning().await(Progress.NONE);
        var found = find(bread);
        assertEquals(List.of(Type.SIMILAR), found.stream().map(Relationship::type).toList());
        assertEquals(found, find(loaf), "the other way round it is the same one");
        library.relationships().dismiss(found.getFirst());
        assertEquals(
                List.of(State.DISMISSED), find(loaf).stream().map(Relationship::state).toList());
    }

    @Test
    void aMadeNoteIsNoNewsToWhatItWasMadeFrom() throws Exception {
        importFiles(
                write(
                        "roof.md",
                        "# Roof\n\nThe solar panels on the school roof cost 12,000 euros. The school"
                                + " roof faces south and carries the panels. The panels make electricity"
                                + " for the kitchen and the lights of the school."));
        var source = library.sources().all().getFirst().id();
        var made =
                library.making()
                        .make(source, MadeNote.Settings.DEFAULT, _ -> {}, Progress.NONE)
                        .getFirst();
        library.meaning().await(Progress.NONE);
        assertEquals(List.of(), find(made.note().id()));
        assertEquals(List.of(), find(source));
    }

    @Test
    void whatIsDecidedWhileItIsLookedForStaysDecided() throws Exception {
        var survey = note("Survey", LONG);
        note("Walk", OTHER);
        var suggested = find(survey).getFirst();
        library.relationships()
                .find(
                        survey,
                        new Progress() {
                            @Override
                            public void report(long done, long total) {
                                library.relationships().accept(suggested);
                            }

                            @Override
                            public boolean cancelled() {
                                return false;
                            }
                        });
        assertEquals(List.of("CONTRADICTS Walk ACCEPTED"), told(survey));
    }

    @Test
    void aQuotedSentenceContradictsNothing() throws Exception {
        var survey =
                note(
                        "Survey",
                        "As the paper has it:\n\n> The Harbour Bridge is 503 metres long.\n");
        note("Walk", OTHER);
        find(survey);
        assertEquals(List.of(), told(survey));
    }

    private double continues(String one, String two, String other) throws ProblemException {
        note(one, "Anna sold her piano and took a room above a bakery.");
        var later = note(two, other);
        library.meaning().await(Progress.NONE);
        return find(later).stream()
                .filter(each -> each.type() == Type.CONTINUES)
                .mapToDouble(Relationship::strength)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aNumberAloneContinuesNothingAndNothingIsSure() throws Exception {
        String copper = "Ore is crushed, floated and smelted.";
        assertEquals(0, continues("Chapter 1 (Anna)", "Chapter 2 (copper)", copper));
        double named = continues("Anna's novel, chapter 1", "Anna's novel, chapter 2", copper);
        assertTrue(named > 0.5 && named < 0.8, () -> "by its name alone: " + named);
        double like =
                continues(
                        "Anna in Paris, part 1",
                        "Anna in Paris, part 2",
                        "Anna sold her piano and took a room above a mill.");
        assertTrue(like > named && like < 1, () -> "and by what it says: " + like);
    }

    private Map<NotePair, List<String>> everyPair(List<NotePair> pairs) throws Exception {
        var ids = new ArrayList<SourceId>();
        for (NotePair each : pairs) {
            ids.add(note(each.title(), each.text()));
            note(each.otherTitle(), each.otherText());
        }
        library.meaning().await(Progress.NONE);
        var found = new HashMap<NotePair, List<String>>();
        for (int i = 0; i < ids.size(); i++) {
            var those = new ArrayList<String>();
            for (Relationship one : find(ids.get(i))) {
                var to = library.sources().find(one.other(ids.get(i))).orElseThrow();
                those.add(one.type() + " " + to.title() + " " + one.reason());
            }
            found.put(pairs.get(i), those);
        }
        return found;
    }

    /// Of the types that are told by words alone; the model of the tests knows no likeness.
    @Test
    void pairsInThreeLanguagesAreToldAndNoneIsAccusedFalsely() throws Exception {
        var pairs = NotePair.all();
        var found = everyPair(pairs);
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (NotePair pair : pairs) {
            String right = pair.type() + " " + pair.otherTitle() + " ";
            var those = found.getOrDefault(pair, List.of());
            if (pair.type() != null
                    && pair.type() != Type.SIMILAR
                    && those.stream().noneMatch(each -> each.startsWith(right))) {
                missed.add(pair.title());
            }
            those.stream()
                    .filter(each -> !each.startsWith(right) && !each.startsWith("SIMILAR"))
                    .filter(each -> !pair.named() || !each.startsWith("MENTIONS"))
                    .forEach(each -> wrong.add(pair.title() + ": " + each));
        }
        assertAll(
                () -> assertEquals("", String.join("\n", wrong)),
                () -> assertEquals(MISSED, missed, "what the rules do not see, or see now"));
    }
}

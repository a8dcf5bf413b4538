package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.research.Researcher;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.work.Noticing;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Notes with what the web says of their topics.
final class ResearchedNotesTest extends MakingFixture {
    private static final SearchService SERVICE =
            new SearchService(SearchService.Kind.SEARXNG, "http://127.0.0.1:1", false);
    private static final Settings WISHED =
            new Settings("meeting", null, true, false, null, true, 1, null);

    private final List<String> searched = new ArrayList<>();
    private final List<Problem> noticed = new ArrayList<>();
    private final List<MakingStep> steps = new ArrayList<>();
    private boolean on = true;
    private boolean broken;

    private final class Scripted implements Web {
        @Override
        public List<Result> search(
                SearchService service, String words, String language, Progress progress)
                throws ProblemException {
            searched.add(words);
            if (broken) {
                throw new ProblemException(failure());
            }
            return List.of(
                    new Result(
                            "Panels](https://evil.example) #tag",
                            URI.create("https://a.example/solar_(panels)?a=1&b=2"),
                            "School: solar panels on the roof with supplier, oven and kitchen."
                                    + " [[Diary]] <b>",
                            null));
        }

        @Override
        public boolean local(SearchService service) {
            return true;
        }

        @Override
        public Page fetch(URI address, Path file, Progress progress) throws UnusableException {
            throw new UnusableException(Kind.NOT_THERE, "HTTP 404");
        }
    }

    private static Problem failure() {
        return new Problem.ResearchFailed("http://127.0.0.1:1", Detail.of(Kind.UNREACHABLE, "no"));
    }

    @Override
    Research research() {
        var lookup = new Research.Lookup(new Researcher(new Scripted(), new PlainText()), SERVICE);
        return () -> on ? Optional.of(lookup) : Optional.empty();
    }

    private Made researched(SourceId source) throws ProblemException {
        return library.making().make(source, WISHED, steps::add, new Noticing(noticed)).getFirst();
    }

    @Test
    void whatTheWebSaysIsQuotedInAPartOfItsOwnAndMeansNothing() throws Exception {
        var note = note(researched(recorded("en", MEETING).id()));
        assertTrue(
                note.markdown()
                        .contains(
                                "## From the web\n\n- [Panels\\](https://evil.example) \\#tag]"
                                        + "(https://a.example/solar_%28panels%29?a=1&b=2) – a.example, web page, "),
                note::markdown);
        assertTrue(note.markdown().contains("\n  > School: solar panels"), note::markdown);
        assertFalse(note.source().tags().contains("tag"));
        assertTrue(
                library.notes().links().in(note.id(), note.markdown()).stream()
                        .allMatch(link -> link.to().isPresent()),
                note::markdown);
        assertEquals(
                List.of(
                        MakingStep.CONTENT_ANALYSIS,
                        MakingStep.RESEARCH,
                        MakingStep.NOTE_GENERATION),
                steps);
    }

    @Test
    void noSentenceLeavesTheMachine() throws Exception {
        var summary = researched(recorded("en", MEETING).id()).made().summary();
        var told =
                Stream.concat(
                                Stream.of(String.valueOf(summary.title())),
                                summary.phrases().stream().map(KeyPhrase::text))
                        .toList();
        assertFalse(searched.isEmpty());
        for (String words : searched) {
            var query = List.of(words.split(" "));
            assertTrue(query.size() <= 12, words);
            for (int i = 0; i + 3 <= query.size(); i++) {
                String three = String.join(" ", query.subList(i, i + 3));
                assertTrue(
                        told.stream().anyMatch(each -> each.contains(three))
                                || MEETING.stream().noneMatch(said -> said.contains(three)),
                        () -> three + " of " + words);
            }
        }
    }

    @Test
    void aTitleThatIsTheBeginningOfASentenceIsNotSent() throws Exception {
        String title = "The school wants solar panels";
        String text = title + " on its roof before the winter begins. The panels cost a lot.";
        var source = Objects.requireNonNull(importFile(write(title + ".txt", text)).source());
        assertEquals(title, researched(source).made().summary().title());
        assertFalse(searched.isEmpty());
        assertTrue(searched.stream().noneMatch(each -> each.contains("wants")), searched::toString);
    }

    @Test
    void whatIsOnlyTheNameOfAFileIsNotSearchedFor() throws Exception {
        String text = "In this talk the library opens on Sundays. The reading room has new lamps. ";
        for (String name : List.of("library-talk.txt", "library.txt", "Lamps of the room.txt")) {
            searched.clear();
            var source = write(name, text + "The lamps came in " + name.length() + " boxes.");
            researched(Objects.requireNonNull(importFile(source).source()));
            boolean given = name.contains(" ");
            assertEquals(given, searched.contains(name.replace(".txt", "")), searched::toString);
            assertTrue(searched.size() >= (given ? 2 : 1), searched::toString);
            assertTrue(searched.stream().allMatch(each -> each.contains(" ")), searched::toString);
        }
    }

    @Test
    void withoutAServiceNothingIsMade() throws Exception {
        on = false;
        var source = recorded("en", MEETING);
        var refused = assertThrows(ProblemException.class, () -> researched(source.id()));
        assertEquals(new Problem.ResearchOff(), refused.problem());
        assertEquals(0, notes());
    }

    @Test
    void aServiceThatFailsLeavesWhatWasFoundBeforeAndTheNoteIsMade() throws Exception {
        var source = recorded("en", MEETING);
        broken = true;
        var without = note(researched(source.id()));
        broken = false;
        var found = note(researched(source.id()));
        broken = true;
        var kept = note(researched(source.id()));
        var unwished = note(make(source.id(), "meeting"));
        assertFalse(without.markdown().contains("From the web"), without::markdown);
        assertEquals(List.of(failure(), failure()), noticed);
        assertTrue(found.markdown().contains("From the web"), found::markdown);
        assertEquals(found.markdown(), kept.markdown());
        assertFalse(unwished.markdown().contains("From the web"), unwished::markdown);
    }

    @Test
    void theWebIsNoEvidence() throws Exception {
        var source = recorded("en", MEETING);
        var made = researched(source.id());
        assertEquals(1, made.made().details().findings().size());
        assertEquals(make(source.id(), "meeting").made().summary(), made.made().summary());
    }
}

package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.making.Made.Change;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/// Notes that are made from recordings and documents.
final class NoteMakingTest extends MakingFixture {
    private static final List<String> GERMAN =
            List.of(
                    "Anna: Willkommen zur Besprechung über die Solaranlage auf dem Dach der Schule.",
                    "Jens: Die Solaranlage kostet mit allen Kabeln zwölftausend Euro im Jahr.",
                    "Anna: Wir haben beschlossen, die Solaranlage beim Händler im Dorf zu kaufen.",
                    "Jens: Ich schicke den Vertrag bis Freitag an den Händler im Dorf.",
                    "Anna: Die Küche der Schule braucht einen neuen Ofen für das Brot.");
    private static final List<String> RUSSIAN =
            List.of(
                    "Анна: Сегодня мы говорим о солнечных батареях на крыше школы.",
                    "Иван: Солнечные батареи стоят двенадцать тысяч евро вместе с кабелями.",
                    "Анна: Мы решили купить солнечные батареи у поставщика в деревне.",
                    "Иван: Я отправлю договор поставщику до пятницы вместе со счётом.",
                    "Анна: Школьной кухне нужна новая печь, потому что старая сжигает хлеб.");

    private static List<String> headings(Note note) {
        return note.markdown()
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    /// What stands before the link of a line, without who says it, whose task it is and by when.
    private static String words(String line) {
        return line.substring(0, line.indexOf(" [["))
                .replaceFirst("^(?:- )?(?:\\[ ] )?(?:(?:Anna|Ben): )?", "")
                .replaceFirst(" \\([^)]*\\)$", "");
    }

    @Test
    void aVoiceThatNobodyHasNamedIsNoNumberedLine() throws Exception {
        var numbered =
                GERMAN.stream()
                        .map(line -> line.replace("Anna", "1").replace("Jens", "2"))
                        .toList();
        String text = note(make(recorded("de", numbered).id())).markdown();
        assertTrue(text.contains("Stimme 2: "), text);
        assertTrue(text.lines().noneMatch(line -> line.matches("(- (\\[ ] )?)?\\d: .*")), text);
    }

    @Test
    void everyLineLeadsToTheSecondWhereItIsSaid() throws Exception {
        var source = recorded("en", MEETING);
        var note = note(make(source.id()));
        var lines =
                note.markdown()
                        .lines()
                        .filter(line -> line.matches(".*[.?] (\\(.*\\) )?\\[\\[.*]]"))
                        .toList();
        assertTrue(lines.size() > 6, note::markdown);
        for (String line : lines) {
            var link = library.notes().links().in(note.id(), line).getFirst();
            assertEquals(source.id(), link.to().map(Source::id).orElse(null), line);
            Long start = PlaceAnchor.place(link.link().anchor()).orElseThrow().startMs();
            assertTrue(start != null, line);
            String said = MEETING.get((int) ((start + 500) / SENTENCE_MS));
            assertTrue(said.endsWith(words(line)), () -> said + " / " + line);
        }
    }

    @Test
    void aTaskNamesItsPersonOnce() throws Exception {
        var said = new ArrayList<>(MEETING);
        said.add("Anna: Maria will order the glass doors by 3 December.");
        var note = note(make(recorded("en", said).id()));
        assertTrue(note.markdown().contains("- [ ] Maria will order"), note::markdown);
    }

    @Test
    void aMeetingHasItsDecisionsAndWhoDoesWhatByWhen() throws Exception {
        var note = note(make(recorded("en", MEETING).id()));
        assertTrue(
                note.markdown()
                        .contains("- [ ] Ben: I'll send the contract to the supplier by Friday."),
                note::markdown);
        assertTrue(
                note.markdown().contains("## Decisions\n\n- Ben: We decided to buy"),
                note::markdown);
        var front = FrontMatter.of(note.markdown()).properties();
        assertEquals("made", front.get("pharos"));
        assertEquals("en", front.get("language"));
        assertEquals(note.title(), front.get("title"));
    }

    @Test
    void theSameTwiceChangesNothing() throws Exception {
        var source = recorded("en", MEETING);
        var first = make(source.id());
        library.meaning().await(Progress.NONE);
        var second = make(source.id());
        assertInstanceOf(Change.Created.class, first.change());
        assertEquals(first.made().markdown(), second.made().markdown(), "made the same");
        assertEquals(new Change.Unchanged(), second.change());
        assertEquals(first.note().revision(), note(second).revision());
    }

    @Test
    void whatTheOwnerWroteStaysWhenThereIsMoreToSay() throws Exception {
        var source = recorded("en", MEETING);
        var first = note(make(source.id()));
        String edited =
                first.markdown().replace("- [ ] Ben", "- [x] Ben") + "\nMy own words about it.\n";
        library.notes().save(first.id(), first.revision(), edited);
        var more = new ArrayList<>(MEETING);
        more.add("Anna: We agreed to paint the kitchen windows green before the winter.");
        say(source.id(), "en", more);

        var again = make(source.id());

        String now = note(again).markdown();
        assertInstanceOf(Change.Rewritten.class, again.change(), now);
        assertEquals(first.id(), again.note().id());
        assertTrue(now.contains("- [x] Ben"), now);
        assertTrue(now.contains("My own words about it."), now);
        assertTrue(now.contains("paint the kitchen windows green"), now);
        assertTrue(
                library.notes().versions(first.id()).stream()
                        .map(each -> library.notes().text(first.id(), each.revision()).orElse(""))
                        .anyMatch(edited::equals));
    }

    @Test
    void linesThatBothChangedStayAsTheOwnerWroteThemAndTheOthersAreAVersion() throws Exception {
        var source = recorded("en", MEETING);
        var first = note(make(source.id()));
        String edited = first.markdown().replaceAll("(?m)^.*We decided to buy.*$", "- Bought!");
        library.notes().save(first.id(), first.revision(), edited);
        var other = new ArrayList<>(MEETING);
        other.set(3, "Ben: We decided to rent the solar panels from the supplier in the village.");
        say(source.id(), "en", other);

        var again = make(source.id());

        assertEquals(edited, note(again).markdown());
        var conflict = assertInstanceOf(Change.Conflict.class, again.change());
        String kept = library.notes().text(first.id(), conflict.kept()).orElseThrow();
        assertTrue(kept.contains("We decided to rent"), kept);
        assertEquals(conflict, make(source.id()).change());
    }

    private static final String GREEN =
            "Anna: We agreed to paint the kitchen windows green before the winter.";

    /// A note whose owner wrote "Bought!" where another making says "We decided to rent".
    private Change.Conflict disputed(SourceId source) throws Exception {
        var first = note(make(source));
        String edited = first.markdown().replaceAll("(?m)^.*We decided to buy.*$", "- Bought!");
        library.notes().save(first.id(), first.revision(), edited);
        say(source, "en", rented("rent"));
        return assertInstanceOf(Change.Conflict.class, make(source).change());
    }

    private static List<String> rented(String how) {
        var other = new ArrayList<>(MEETING);
        other.set(3, "Ben: We decided to " + how + " the solar panels from the supplier.");
        other.add(GREEN);
        return other;
    }

    @Test
    void whoKeepsTheirOwnLinesGetsAllOthersNowAndLater() throws Exception {
        var source = recorded("en", MEETING);
        disputed(source.id());
        var id = make(source.id()).note().id();

        assertTrue(library.making().keep(id));

        String kept = library.notes().find(id).orElseThrow().markdown();
        assertTrue(kept.contains("- Bought!") && kept.contains("windows green"), kept);
        assertEquals(new Change.Unchanged(), make(source.id()).change());
        var later = new ArrayList<>(rented("rent"));
        later.set(8, "Anna: We still need to find out who repairs the kitchen windows in May.");
        say(source.id(), "en", later);
        var made = make(source.id());
        assertInstanceOf(Change.Rewritten.class, made.change());
        String now = note(made).markdown();
        assertTrue(now.contains("- Bought!") && now.contains("windows in May"), now);
    }

    @Test
    void aConflictWithWhatAnOlderVersionSaysEndsLikeAnyOther() throws Exception {
        var source = recorded("en", MEETING);
        var id = make(source.id()).note().id();
        say(source.id(), "en", rented("rent"));
        var rented = note(make(source.id()));
        String edited = rented.markdown().replaceAll("(?m)^.*We decided to rent.*$", "- Bought!");
        library.notes().save(id, rented.revision(), edited);
        say(source.id(), "en", MEETING);
        assertInstanceOf(Change.Conflict.class, make(source.id()).change());

        assertTrue(library.making().keep(id));

        String kept = library.notes().find(id).orElseThrow().markdown();
        assertTrue(kept.contains("- Bought!") && !kept.contains("windows green"), kept);
        assertEquals(new Change.Unchanged(), make(source.id()).change());
    }

    @Test
    void whoTookWhatWasMadeAndWroteOnHasNoConflictLater() throws Exception {
        var source = recorded("en", MEETING);
        var conflict = disputed(source.id());
        var id = make(source.id()).note().id();
        library.notes().restore(id, conflict.kept());

        assertTrue(library.making().keep(id));

        var taken = library.notes().find(id).orElseThrow();
        library.notes().save(id, taken.revision(), taken.markdown() + "\nMy own words.\n");
        say(source.id(), "en", rented("borrow"));
        var made = make(source.id());
        assertInstanceOf(Change.Rewritten.class, made.change());
        String now = note(made).markdown();
        assertTrue(now.contains("decided to borrow") && now.contains("My own words."), now);
    }

    @Test
    void withoutTagsAndRelatedANoteIsMadeAgainWithoutThem() throws Exception {
        var source = recorded("en", MEETING);
        var bare = make(source.id(), new Settings("meeting", null, false, false, null));
        assertEquals(new Change.Unchanged(), make(bare.note().id()).change());
        assertEquals(Set.of(), note(bare).source().tags());
        var tagged = make(bare.note().id(), new Settings(null, null, true, null, null));
        assertNotEquals(Set.of(), note(tagged).source().tags());
        assertEquals(false, tagged.made().settings().related());
    }

    @Test
    void headingsAreInTheLanguageThatIsSpoken() throws Exception {
        var german = note(make(recorded("de", GERMAN).id(), "meeting"));
        assertTrue(
                headings(german).containsAll(List.of("Beschlüsse", "Aufgaben", "Quelle")),
                german::markdown);
        var source = recording("ru.mp3");
        say(source, "ru", RUSSIAN);
        var russian = note(make(source, "meeting"));
        assertTrue(
                headings(russian).containsAll(List.of("Решения", "Задачи", "Источник")),
                russian::markdown);
    }

    @Test
    void whatIsSaidBecomesNoTagLinkOrHeading() throws Exception {
        var said = new ArrayList<>(MEETING);
        said.add("Anna: Solar panels with #evil tags and [[Other]] links cost *five* euros.");
        said.add("Anna: # Solar panels of the school kitchen roof have an <b>oven</b> supplier.");
        library.notes().create("Other", "x", "");
        var source = recording("Solar [x]] #evil [[Other.mp3");
        say(source, "en", said);

        var made = make(source, new Settings("lecture", Depth.DETAILED, false, false, null));

        var note = note(made);
        assertTrue(note.markdown().contains("\\#evil"), note::markdown);
        assertEquals(Set.of(), note.source().tags());
        assertEquals(
                Set.of(source),
                library.notes().links().in(note.id(), note.markdown()).stream()
                        .map(link -> link.to().map(Source::id).orElse(null))
                        .collect(Collectors.toSet()),
                note::markdown);
    }

    @Test
    void whatIsCancelledLeavesNothing() throws Exception {
        var source = recorded("en", MEETING);
        var stopped = new Cancelled();
        assertThrows(
                CancellationException.class,
                () -> library.making().make(source.id(), Settings.DEFAULT, _ -> {}, stopped));
        assertEquals(0, notes());
        assertEquals(List.of(), library.making().made().from(source.id()));
    }

    private Problem refused(SourceId source) {
        return assertThrows(ProblemException.class, () -> make(source)).problem();
    }

    @Test
    void aSourceWithoutWordsSaysWhatToDo() throws Exception {
        var id = imported(new SpeechScript().silence(2_000));
        var path = library.sources().find(id).orElseThrow().path();
        assertEquals(new Problem.StillTranscribing(path), refused(id));
        library.jobs().all().forEach(job -> library.jobs().cancel(job.id()));
        assertEquals(new Problem.NotTranscribed(path), refused(id));
        say(id, "en", List.of("Anna: Hello."));
        assertEquals(new Problem.NothingToSay(path), refused(id));
        assertEquals(
                new Problem.NoSuchNoteForm("poem", 0, ""),
                assertThrows(ProblemException.class, () -> library.making().form("poem"))
                        .problem());
        assertEquals(0, notes());
    }

    @Test
    void aNoteInTheTrashIsMadeAnewAndComesBackAsItWas() throws Exception {
        var source = recorded("en", MEETING);
        var first = make(source.id());
        library.trash().put(List.of(first.note().id()));

        var second = make(source.id());

        assertInstanceOf(Change.Created.class, second.change());
        assertNotEquals(first.note().id(), second.note().id());
        assertEquals(first.made(), library.making().made().find(first.note().id()).orElseThrow());
    }

    @Test
    void anExportTakesAlongHowANoteWasMade() throws Exception {
        var source = recorded("en", MEETING);
        var made = make(source.id());
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        try (var again = Library.open(temp.resolve("again"), Library.Access.WRITE, abilities())) {
            again.importer()
                    .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
            assertEquals(List.of(made.made()), again.making().made().from(source.id()));
        }
    }

    @Test
    void aMadeNoteIsFoundAndProvesNothing() throws Exception {
        var source = recorded("en", MEETING);
        var made = make(source.id());
        library.meaning().await(Progress.NONE);
        var answer =
                library.answerer().answer("What do the solar panels cost?", _ -> {}, Progress.NONE);
        assertEquals(
                Set.of(source.id()),
                answer.citations().stream().map(each -> each.source()).collect(Collectors.toSet()));
        assertTrue(
                found("solar panels").stream()
                        .anyMatch(each -> each.startsWith(made.note().title())));
    }

    @Test
    void aTemplateOfOnesOwnIsFilledAndItsEmptyPlacesGo() throws Exception {
        library.notes()
                .create(
                        "Minutes",
                        """
                        ---
                        template: true
                        project: sun
                        tags:
                          - minutes
                        ---
                        # {{title}} ({{language}})

                        ## Agreed
                        - {{decisions}}

                        ## Pages
                        Number: {{pages_of_nothing}}

                        ## How hard
                        {{complexity}}, {{words}} words

                        ## Length of nothing
                        ### Deeper
                        {{tags}}
                        """,
                        "");
        var source = recorded("en", MEETING);
        var made =
                make(
                        source.id(),
                        new Settings(library.making().form("minutes"), null, false, false, null));
        var note = note(made);
        var front = FrontMatter.of(note.markdown()).properties();
        assertEquals("sun", front.get("project"));
        assertEquals(false, front.containsKey("template"));
        assertEquals(Set.of("minutes"), note.source().tags());
        assertEquals(List.of("Agreed", "Pages", "How hard"), headings(note));
        assertTrue(note.markdown().contains("{{pages_of_nothing}}"), note::markdown);
        assertTrue(note.markdown().contains("## Agreed\n- Ben: We decided"), note::markdown);
        assertTrue(note.markdown().contains("(English)"), note::markdown);
    }

    @Test
    void twoFormsOfASourceHaveNamesThatTellThemApart() throws Exception {
        library.notes()
                .create("", "---\ntemplate: true\n---\n# Short: {{title}}\n\n{{summary}}\n", "");
        var own = library.notes().templates().getFirst();
        var source = recorded("en", MEETING);
        var names = new ArrayList<String>();
        for (String form : List.of("meeting", "lecture", own.title())) {
            var settings = new Settings(library.making().form(form), null, false, false, null);
            names.add(make(source.id(), settings).note().title());
        }
        assertEquals(3, new HashSet<>(names).size(), names::toString);
        assertTrue(names.get(1).endsWith(" – lecture notes"), names::toString);
        assertTrue(names.get(2).endsWith(" – " + own.title()), names::toString);
        assertTrue(!own.title().contains("{{"), own::title);
    }

    /// Names such as `talk.txt` and `recording.wav` are the rule.
    @Test
    void aLaterFileOfTheSameNameTakesNoLineOver() throws Exception {
        var first = imported("mmm/talk.txt", MEETING);
        var note = note(make(first.id()));
        var before = led(note);
        assertTrue(before.size() > 6 && Set.copyOf(before).equals(Set.of(first.id())), "its own");

        var titled = library.notes().create("talk.txt", "Of another kind.", "");
        var other = imported("aaa/talk.txt", MEETING.reversed());

        assertEquals(before, led(note), note::markdown);
        assertEquals(List.of(), library.notes().links().to(other.id()));
        assertEquals(List.of(), library.notes().links().to(titled.id()));
        library.trash().put(List.of(first.id()));
        assertEquals(List.of(), led(note), "rather nowhere than to another's words");
    }

    private Source imported(String path, List<String> said) throws Exception {
        importFiles(write(path, String.join("\n\n", said)));
        return library.sources().all().stream()
                .filter(each -> each.path().endsWith(path))
                .findFirst()
                .orElseThrow();
    }

    private List<SourceId> led(Note note) {
        return library
                .notes()
                .links()
                .in(note.id(), library.notes().find(note.id()).orElseThrow().markdown())
                .stream()
                .flatMap(link -> link.to().map(Source::id).stream())
                .toList();
    }

    @Test
    void aSlipInATemplateIsToldAndWhichTemplatesThereAre() throws Exception {
        String places =
                "{{date}} {{time}} {{summary}} {{points}} {{decisions}} {{questions}} {{actions}}"
                        + " {{topics}} {{phrases}} {{tags}} {{sources}} {{parts}} {{research}}"
                        + " {{related}} {{duration}} {{reading_time}} {{words}} {{complexity}}"
                        + " {{confidence}} {{language}}";
        library.notes()
                .create(
                        "Mine",
                        "# {{title}}\n\n" + places + "\n{{sumary}} {{customer}}\n",
                        "Templates");
        var unknown = assertThrows(ProblemException.class, () -> library.making().form("poem"));
        assertEquals(new Problem.NoSuchNoteForm("poem", 1, "Mine"), unknown.problem());

        var source = recorded("en", MEETING);
        var form = library.making().form("mine");
        var settings = new Settings(form, null, null, null, null);

        assertEquals(
                List.of(
                        new Problem.MistypedPlace("{{sumary}}", "{{summary}}"),
                        new Problem.UnknownPlace("{{customer}}")),
                noticed(source.id(), settings));
        var note = note(make(source.id(), settings));
        assertEquals(
                List.of("{{sumary}} {{customer}}"),
                note.markdown().lines().filter(line -> line.contains("{{")).toList());
    }

    @Test
    void theLinesOfADocumentLeadToTheirLetters() throws Exception {
        String html =
                MEETING.stream()
                        .map(each -> "<p>" + each.substring(each.indexOf(": ") + 2) + "</p>")
                        .collect(Collectors.joining("\n", "<html><body>", "</body></html>"));
        importFiles(write("Plan.html", html));
        var source = library.sources().all().getFirst();
        String text = library.sources().document(source.id()).orElseThrow().text();
        var note = note(make(source.id()));
        var lines =
                note.markdown().lines().filter(line -> line.contains("[[Plan.html#at=")).toList();
        assertTrue(lines.size() > 4, note::markdown);
        for (String line : lines) {
            var place =
                    PlaceAnchor.place(
                                    library.notes()
                                            .links()
                                            .in(note.id(), line)
                                            .getFirst()
                                            .link()
                                            .anchor())
                            .orElseThrow();
            if (line.matches(".*\\. \\[\\[.*")) {
                assertEquals(
                        words(line), text.substring(place.startOffset(), place.endOffset()), line);
            }
        }
    }

    @Test
    void aNoteThatWasMadeOnceMoreMeanwhileIsNotTakenBack() throws Exception {
        var source = recorded("en", MEETING.subList(0, 6));
        var first = make(source.id(), "meeting");
        var text = note(first);
        say(source.id(), "en", MEETING.subList(0, 8));
        var second = make(source.id(), "meeting");
        say(source.id(), "en", MEETING);
        var third = make(source.id(), "meeting");
        var before = note(third);
        assertFalse(library.making().takeBack(second, first.made(), text));
        assertEquals(before, note(third));
        assertTrue(library.making().takeBack(third, first.made(), text));
        assertEquals(text.markdown(), note(third).markdown());
    }
}

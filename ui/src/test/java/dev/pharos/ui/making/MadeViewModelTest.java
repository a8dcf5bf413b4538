package dev.pharos.ui.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.Made.Change;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.making.MakingQuestion.Beyond;
import dev.pharos.ui.making.MakingViewModel.Earlier;
import dev.pharos.ui.making.MakingViewModel.News;
import dev.pharos.ui.making.MakingViewModel.Result;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is asked before notes are made, and what is told of those that were: over the real library,
/// with a worker that the test holds.
@SuppressWarnings("NullAway.Init")
final class MadeViewModelTest {
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins.

            The solar panels cost twelve thousand euros with the inverter and all cables.

            We decided to buy the solar panels from the supplier in the village.

            The kitchen of the school needs a new oven, because the old oven burns the bread.

            The new oven costs four hundred euros and needs a stronger cable in the wall.
            """;
    private static final Settings BRIEF = of(Depth.BRIEF);
    private static final Settings DETAILED = of(Depth.DETAILED);

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final Background background = new Background(worker::add, Runnable::run);
    private Library library;
    private MadeViewModel made;

    private static Settings of(Depth depth) {
        return new Settings(null, depth, false, false, null);
    }

    @BeforeEach
    void open() throws Exception {
        var abilities =
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        library = Library.open(temp.resolve("library"), Library.Access.WRITE, abilities);
        made = new MadeViewModel(library, background);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void opened(SourceId note) {
        made.open(note);
        work();
    }

    private Source plan(String title) throws Exception {
        return library.notes()
                .create(title, PLAN + "\nThis is told in " + title + ".", "")
                .source();
    }

    private Made make(SourceId source, Settings settings) throws Exception {
        return library.making().make(source, settings, _ -> {}, Progress.NONE).getFirst();
    }

    private String text(SourceId note) {
        return library.notes().find(note).orElseThrow().markdown();
    }

    private void write(SourceId note, String text) throws Exception {
        library.notes().save(note, library.notes().find(note).orElseThrow().revision(), text);
    }

    private Earlier before(MadeNote note) {
        return new Earlier(note, library.notes().find(note.note()).orElseThrow());
    }

    private MakingChoices choices(Source... chosen) throws Exception {
        return MakingChoices.of(library, List.of(chosen), Beyond.NONE);
    }

    @Test
    void severalMadeNotesAreMadeAgainEachInItsForm() throws Exception {
        var one = make(plan("Roof").id(), BRIEF);
        var other = make(plan("Oven").id(), DETAILED);
        var asked = choices(one.note(), other.note());
        assertEquals(List.of(one.made(), other.made()), asked.made());
        assertEquals(List.of(one.note(), other.note()), asked.sources());
        assertNull(asked.one());
    }

    @Test
    void ofAMixedChoiceTheMadeNotesStayAndAreCounted() throws Exception {
        var plan = plan("Roof");
        var note = make(plan("Oven").id(), BRIEF).note();
        var asked = choices(plan, note);
        assertEquals(List.of(plan), asked.sources());
        assertEquals(1, asked.staying());
        assertFalse(asked.again());
    }

    @Test
    void oneMadeNoteIsOfferedAsItWasMade() throws Exception {
        var note = make(plan("Roof").id(), BRIEF);
        assertEquals(note.made(), choices(note.note()).one());
    }

    @Test
    void whatIsAskedForIsQueuedAndToldWithWhatWasThereBefore() throws Exception {
        var note = make(plan("Roof").id(), BRIEF);
        var making =
                new MakingViewModel(
                        library, (sources, settings, _) -> submit(sources, settings), background);
        var heard = new ArrayList<News>();
        making.onMade(heard::add);
        try (var _ = making.begin()) {
            var wished = new MakingSettings(null, Depth.DETAILED, false, false, false, 1, null);
            making.make(List.of(note.note().id()), wished, null, _ -> {});
            library.jobs().start();
            var jobs = library.jobs().all().stream().map(Job::id).toList();
            library.jobs().await(jobs, Progress.NONE);
        }
        var news = heard.getFirst();
        assertTrue(news.alone());
        var before = Objects.requireNonNull(news.results().getFirst().earlier());
        assertEquals(note.made(), before.made());
        assertInstanceOf(Change.Rewritten.class, news.results().getFirst().made().change());
    }

    private void submit(List<SourceId> sources, Batch.Settings settings) {
        try {
            library.batches().submit(sources, settings);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatNobodyMadeComesFromNowhere() throws Exception {
        opened(plan("Roof").id());
        assertNull(made.fromProperty().get());
    }

    @Test
    void aMadeNoteSaysWhatItWasMadeFrom() throws Exception {
        var plan = plan("Roof");
        var note = make(plan.id(), BRIEF).note();
        opened(note.id());
        var from = Objects.requireNonNull(made.fromProperty().get());
        assertEquals(plan, from.from());
        assertNull(made.changeProperty().get());
        library.trash().put(List.of(plan.id()));
        opened(note.id());
        assertTrue(made.fromProperty().get().thrownAway());
    }

    @Test
    void whatWasMadeAgainIsTakenBackOrKept() throws Exception {
        var plan = plan("Roof");
        var first = make(plan.id(), BRIEF);
        var id = first.note().id();
        String text = text(id);
        opened(id);
        var before = before(first.made());
        made.made(List.of(new Result(make(plan.id(), DETAILED), before)));
        work();
        assertInstanceOf(Change.Rewritten.class, made.changeProperty().get().made().change());
        made.turn();
        work();
        assertNull(made.changeProperty().get());
        assertEquals(text, text(id));
    }

    /// A conflict that nobody in this window has seen yet.
    private SourceId conflict() throws Exception {
        var plan = plan("Roof");
        var id = make(plan.id(), DETAILED).note().id();
        write(id, text(id).replaceAll("(?m)^.*We decided to buy.*$", "- Mine."));
        write(plan.id(), text(plan.id()).replace("decided to buy", "decided to rent"));
        assertInstanceOf(Change.Conflict.class, make(plan.id(), DETAILED).change());
        return id;
    }

    @Test
    void aConflictIsToldWhenItsNoteIsOpenedAndKeepingEndsIt() throws Exception {
        var id = conflict();
        opened(id);
        assertInstanceOf(Change.Conflict.class, made.changeProperty().get().made().change());
        made.keep();
        work();
        assertNull(made.changeProperty().get());
        assertTrue(text(id).contains("Mine."), () -> text(id));
        made.open(null);
        opened(id);
        assertNull(made.changeProperty().get());
    }

    @Test
    void theNewTextOfAConflictIsTaken() throws Exception {
        var id = conflict();
        opened(id);
        made.turn();
        work();
        assertNull(made.changeProperty().get());
        assertFalse(text(id).contains("Mine."), () -> text(id));
    }

    @Test
    void whatItsOwnerHasWrittenOverIsNotTakenBack() throws Exception {
        var plan = plan("Roof");
        var first = make(plan.id(), BRIEF);
        var id = first.note().id();
        opened(id);
        var before = before(first.made());
        made.made(List.of(new Result(make(plan.id(), DETAILED), before)));
        work();
        write(id, text(id).replaceAll("(?m)^(- .*)$", "$1 Mine."));
        made.turn();
        work();
        assertTrue(made.disputedProperty().get());
        assertTrue(text(id).contains("Mine."), () -> text(id));
    }

    @Test
    void aDecisionThatFailsIsToldAndStaysToBeMade() throws Exception {
        var id = conflict();
        opened(id);
        library.trash().put(List.of(id));
        made.keep();
        work();
        assertNotNull(made.problemProperty().get());
        assertNotNull(made.changeProperty().get());
    }
}

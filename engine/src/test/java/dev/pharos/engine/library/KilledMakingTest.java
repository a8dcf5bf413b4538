package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batch.Status;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Notes of a language model whose program is killed while they are made.
final class KilledMakingTest extends MakingFixture {
    private static final Settings WISHED =
            new Settings("book", null, true, false, null, false, 1, true);
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins.

            The solar panels cost twelve thousand euros with the inverter and all cables.

            The kitchen of the school needs a new oven, because the old oven burns the bread.
            """;
    private static final String REPLY =
            """
            {"title": "Solar panels for the school",
             "overview": [{"text": "The school wants solar panels on its roof.", "sentences": [1]},
                          {"text": "The panels cost twelve thousand euros.", "sentences": [2]}],
             "topics": [],
             "points": [{"text": "The solar panels cost twelve thousand euros.", "sentences": [2]}],
             "decisions": [], "questions": [], "actions": [], "tags": []}
            """;

    private boolean set = true;
    private int asked;

    private final class Counting implements LanguageModel {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public int contextTokens() {
            return 0;
        }

        @Override
        public String reply(List<Message> messages, Consumer<String> onText, Progress progress) {
            asked++;
            return REPLY;
        }

        @Override
        public void close() {}
    }

    @Override
    Abilities.Chat chat() {
        return () -> set ? Optional.of(new Counting()) : Optional.empty();
    }

    private SourceId plan() throws Exception {
        return Objects.requireNonNull(importFile(write("plan.txt", PLAN)).source());
    }

    private Batch submit(SourceId source) throws Exception {
        return library.batches().submit(List.of(source), new Batch.Settings(WISHED, null));
    }

    private Batch now(Batch batch) {
        return library.batches().find(batch.id()).orElseThrow();
    }

    /// Its note is there, and its item does not know that yet.
    private void killBeforeTheNoteWasNoted() throws Exception {
        kill("json_set(log, '$.notes', json('[]'))");
    }

    @Test
    void killedTwiceItMakesOneNoteAndAsksTheModelOnce() throws Exception {
        var source = plan();
        var batch = submit(source);
        work();
        var made = now(batch).items().getFirst().notes();

        for (int kills = 0; kills < 2; kills++) {
            killBeforeTheNoteWasNoted();
            assertEquals(Status.QUEUED, now(batch).status());
            work();
        }

        assertEquals(Status.COMPLETED, now(batch).status());
        assertEquals(made, now(batch).items().getFirst().notes());
        assertEquals(1, library.making().made().from(source).size());
        assertEquals(1, asked);
    }

    @Test
    void whatFailedAndIsTriedAgainIsWrittenAnew() throws Exception {
        var source = plan();
        set = false;
        var batch = submit(source);
        work();
        assertEquals(new Problem.NoLanguageModel(), now(batch).items().getFirst().problem());
        set = true;
        var note = make(source, WISHED).note();

        library.batches().retry(batch.id());
        work();
        assertEquals(2, asked);

        killBeforeTheNoteWasNoted();
        work();
        assertEquals(2, asked);
        assertEquals(List.of(note.id()), now(batch).items().getFirst().notes());
    }
}

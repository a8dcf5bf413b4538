package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.answer.LanguageModel.Role;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The promises of [LanguageModel]; each implementation's test extends this.
public abstract class LanguageModelContract {

    protected static final List<Message> CONVERSATION =
            List.of(
                    new Message(Role.SYSTEM, "Answer in one word."),
                    new Message(Role.USER, "Was it dark?"),
                    new Message(Role.ASSISTANT, "Yes."),
                    new Message(Role.USER, "Whose lamp is it?"));

    /// A model that replies to anything with these pieces.
    protected abstract LanguageModel replying(List<String> pieces);

    /// A model that begins a reply and then says nothing more.
    protected abstract LanguageModel stalling();

    @Test
    public void aReplyIsItsPiecesInOrder() throws ProblemException {
        var pieces = List.of("The ", "keeper's", " 🗼", "\n");
        var heard = new ArrayList<String>();
        try (var model = replying(pieces)) {
            String whole = model.reply(CONVERSATION, heard::add, Progress.NONE);
            assertEquals(String.join("", pieces), whole);
            assertEquals(whole, String.join("", heard));
        }
    }

    @Test
    public void oneModelRepliesAgain() throws ProblemException {
        try (var model = replying(List.of("again"))) {
            assertEquals("again", model.reply(CONVERSATION, _ -> {}, Progress.NONE));
            assertEquals("again", model.reply(CONVERSATION, _ -> {}, Progress.NONE));
        }
    }

    @Test
    public void aReplyCancelledBeforeItBeginsSaysNothing() {
        var heard = new ArrayList<String>();
        try (var model = replying(List.of("unwanted"))) {
            assertThrows(
                    CancellationException.class,
                    () -> model.reply(CONVERSATION, heard::add, cancelledAfter(Duration.ZERO)));
        }
        assertEquals(List.of(), heard);
    }

    @Test
    public void cancellingEndsAStalledReply() {
        try (var model = stalling()) {
            assertThrows(
                    CancellationException.class,
                    () ->
                            model.reply(
                                    CONVERSATION, _ -> {}, cancelledAfter(Duration.ofMillis(500))));
        }
    }

    private static Progress cancelledAfter(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return System.nanoTime() >= end;
            }
        };
    }
}

package dev.pharos.engine.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class RewriterTest {
    private static final String QUESTION = "When was it built in 300?";
    private static final Rewrite BY_RULES =
            new Rewrite("When was it (Eiffel Tower) built in 300?", null);
    private static final List<Turn> BEFORE =
            List.of(SaidBefore.turn("How high is the Eiffel Tower?", "It is 330 metres high."));

    /// Says one thing, or fails.
    private record Says(Optional<String> text) implements LanguageModel {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public String reply(List<Message> messages, Consumer<String> onText, Progress progress)
                throws ProblemException {
            return text.orElseThrow(
                    () -> new ProblemException(new Problem.ContextTooSmall("scripted", 2, 1)));
        }

        @Override
        public void close() {}
    }

    private static Optional<Rewrite> rewritten(Optional<String> reply) throws ProblemException {
        return new Rewriter(() -> Optional.of(new Says(reply)))
                .rewrite(QUESTION, BEFORE, Progress.NONE);
    }

    @Test
    void aModelCompletesAQuestion() throws Exception {
        var reply = "When was the Eiffel Tower built in 300?";
        assertEquals(Optional.of(new Rewrite(reply, "scripted")), rewritten(Optional.of(reply)));
    }

    @Test
    void aQuestionThatAModelRepeatsStaysAsItIs() throws Exception {
        assertEquals(Optional.empty(), rewritten(Optional.of(QUESTION)));
    }

    @Test
    void whatAModelAddsDropsOrTellsAtLengthIsNotTaken() throws Exception {
        for (String reply :
                List.of(
                        "When was the Eiffel Tower built in 301?",
                        "When was the Tower of Gustave Eiffel built in Paris in 300?",
                        "When was the Eiffel Tower built?",
                        "The Eiffel Tower was built in 300.",
                        "When was the Eiffel Tower built in 300? In 300. [1]",
                        "Here it is:\nWhen was the Eiffel Tower built in 300?",
                        "")) {
            assertEquals(Optional.of(BY_RULES), rewritten(Optional.of(reply)), reply);
        }
    }

    @Test
    void whereAModelFailsTheRulesComplete() throws Exception {
        assertEquals(Optional.of(BY_RULES), rewritten(Optional.empty()));
    }
}

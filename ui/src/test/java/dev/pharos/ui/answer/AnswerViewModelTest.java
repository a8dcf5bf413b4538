package dev.pharos.ui.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.answer.AnswerViewModel.State;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

final class AnswerViewModelTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final AnswerViewModel viewModel =
            new AnswerViewModel(
                    AnswerViewModelTest::writes, new Background(worker::add, Runnable::run));

    private static Answer writes(String question, Consumer<String> onText, Progress progress) {
        onText.accept("It was ");
        progress.checkpoint();
        onText.accept("1823.");
        return answer(question);
    }

    private static Answer answer(String question) {
        var origin = new Answer.Origin("m", true, Duration.ZERO, 0, 0);
        var sentence = new AnswerSentence("It was 1823.", List.of(1), null, null);
        return new Answer(
                question,
                AnswerMode.DIRECT,
                List.of(sentence),
                null,
                List.of(),
                List.of(),
                origin,
                false);
    }

    @Test
    void anAnswerIsShownAsItIsWritten() {
        var seen = new ArrayList<String>();
        viewModel.writtenProperty().subscribe(text -> seen.add(text));
        viewModel.ask("When?");
        worker.remove().run();
        assertEquals(List.of("", "It was ", "It was 1823."), seen);
    }

    @Test
    void aFinishedAnswerIsKept() {
        viewModel.ask(" When? ");
        worker.remove().run();
        assertEquals(new State.Answered(answer("When?")), viewModel.stateProperty().get());
    }

    @Test
    void stoppingNeverBecomesAnAnswer() {
        viewModel.ask("When?");
        viewModel.stop();
        worker.remove().run();
        assertEquals(new State.Stopped("When?"), viewModel.stateProperty().get());
    }

    @Test
    void aNewQuestionOvertakesTheOneBefore() {
        viewModel.ask("When?");
        viewModel.ask("Who?");
        worker.remove().run();
        assertInstanceOf(State.Asking.class, viewModel.stateProperty().get());
        worker.remove().run();
        assertEquals(new State.Answered(answer("Who?")), viewModel.stateProperty().get());
    }

    @Test
    void anAnswerIsCutAtItsMarkersAndUnknownMarkersStayWords() {
        var cited =
                new Citation(
                        1,
                        new SourceId(new UUID(0, 1)),
                        "Notes",
                        new Place(null, null, 1, null, null, 0, 3),
                        new Anchor("abc", "", ""),
                        null);
        assertEquals(
                List.of(
                        new AnswerPart.Words("One"),
                        new AnswerPart.Marker(cited),
                        new AnswerPart.Words(" and two [7].")),
                AnswerPart.of("One [1] and two [7].", List.of(cited)));
    }
}

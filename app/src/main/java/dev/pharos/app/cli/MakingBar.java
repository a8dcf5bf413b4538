package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Shows on one line which step of a note is under way and how far it is, and above it what did not
/// go as it should. For the thread that makes the note.
final class MakingBar implements Progress, AutoCloseable {
    private final LiveLine line;
    private final BooleanSupplier cancelled;
    private final Consumer<String> tell;
    private MakingStep step = MakingStep.CONTENT_ANALYSIS;

    /// @param tell prints a line for the user
    MakingBar(LiveLine line, BooleanSupplier cancelled, Consumer<String> tell) {
        this.line = line;
        this.cancelled = cancelled;
        this.tell = tell;
    }

    /// Shown at once: a language model may be silent for minutes.
    void begin(MakingStep next) {
        step = next;
        line.show(LiveLine.cells(0) + " " + StepText.of(step));
    }

    @Override
    public void report(long done, long total) {
        if (total > 0) {
            line.draw(() ->
                    LiveLine.cells((double) done / total)
                            + " "
                            + text("progress.line", StepText.of(step), done, total));
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public void notice(Problem problem) {
        line.above(() -> tell.accept(ProblemText.of(problem)));
    }

    @Override
    public void close() {
        line.close();
    }
}

package dev.pharos.ui;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A language model that writes what a test tells it, when it is told.
final class ToldModel implements LanguageModel {
    private static final String END = "\u0004";
    private static final String BREAK = "\u0018";
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    /// Writes so much more of the answer.
    void write(String piece) {
        pieces.add(piece);
    }

    /// Ends the answer.
    void end() {
        pieces.add(END);
    }

    /// Breaks off.
    void fail() {
        pieces.add(BREAK);
    }

    @Override
    public String name() {
        return "told";
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public String reply(List<Message> messages, Consumer<String> onText, Progress progress)
            throws ProblemException {
        var all = new StringBuilder();
        while (true) {
            progress.checkpoint();
            String piece = next();
            if (piece.equals(END)) {
                return all.toString();
            }
            if (piece.equals(BREAK)) {
                throw new ProblemException(
                        new Problem.EndpointFailed(
                                "http://localhost:11434",
                                Detail.of(Detail.Kind.BROKEN_OFF, "reset")));
            }
            all.append(piece);
            onText.accept(piece);
        }
    }

    /// Empty where there is none yet.
    private String next() {
        try {
            String piece = pieces.poll(20, TimeUnit.MILLISECONDS);
            return piece == null ? "" : piece;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {}
}

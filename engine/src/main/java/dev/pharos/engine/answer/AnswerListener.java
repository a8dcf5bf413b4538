package dev.pharos.engine.answer;

import java.util.function.Consumer;

/// Hears how an answer comes into being, and may end its writing early. Called on worker threads,
/// never two calls at once.
public interface AnswerListener {

    /// The question that is looked for instead of what was typed; told before the search. Not
    /// called where a question stays as it is.
    default void rewritten(String question) {}

    /// A piece of the answer as its writer writes it, unchecked.
    void written(String piece);

    /// Whether its reader has had enough. What was written until then is checked and is the answer,
    /// which says that it was stopped; to have none at all, cancel the work.
    default boolean stopped() {
        return false;
    }

    /// Hears the text alone.
    static AnswerListener of(Consumer<String> onText) {
        return onText::accept;
    }
}

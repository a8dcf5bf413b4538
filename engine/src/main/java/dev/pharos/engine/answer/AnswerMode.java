package dev.pharos.engine.answer;

import java.util.Locale;

/// What shape an answer is wanted in.
public enum AnswerMode {
    /// A few sentences that answer the question.
    DIRECT,
    /// A table: a row for each thing or source that is compared, a column for each aspect.
    COMPARE,
    /// What it is first, then what supports that, from several sources.
    EXPLAIN,
    /// The most central sentences of all that was found, in the order of their sources.
    SUMMARISE,
    /// One line for each distinct fact.
    LIST;

    /// Whether each sentence stands on a line of its own.
    public boolean listed() {
        return this == LIST || this == SUMMARISE;
    }

    /// The lower-case name, as commands and JSON have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

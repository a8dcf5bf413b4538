package dev.pharos.engine.answer;

import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A question that is understood by itself, and how it is to be answered.
///
/// @param among the sources that may answer, or null for all
public record Asked(String question, AnswerMode mode, @Nullable List<SourceId> among) {
    public Asked {
        among = among == null ? null : List.copyOf(among);
    }
}

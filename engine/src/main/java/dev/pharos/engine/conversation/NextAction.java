package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// What may be done next with an answer. Words for it are chosen where it is offered.
public sealed interface NextAction {

    /// Read what it cites most, where the first of these words stand.
    record Open(Citation citation) implements NextAction {}

    /// Keep what was answered as a note.
    record CreateNote() implements NextAction {}

    /// Put cited sources together.
    ///
    /// @param collection that is picked by hand and has most of what is cited; null for a new one
    /// @param name of that collection; of a new one the question
    /// @param sources that are not in it
    record AddToCollection(@Nullable UUID collection, String name, List<SourceId> sources)
            implements NextAction {
        public AddToCollection {
            sources = List.copyOf(sources);
        }
    }

    /// Make a quiz of what it cites.
    record MakeQuiz() implements NextAction {}

    /// Make a note of a cited recording that has none.
    record MakeNoteOf(SourceId recording, String title) implements NextAction {}
}

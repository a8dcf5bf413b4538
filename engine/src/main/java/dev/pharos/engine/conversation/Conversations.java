package dev.pharos.engine.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The conversations of a library. What is deleted waits until it is restored or erased. All calls
/// block for milliseconds; safe for use by several threads. What writes needs a library that was
/// opened for writing; ids that name nothing are passed over.
public interface Conversations {

    /// All that are not deleted, the last changed first.
    List<Conversation> all();

    /// One that is not deleted.
    Optional<Conversation> find(Conversation.Id id);

    /// The turns of a conversation, be it deleted, in their order.
    List<Turn> turns(Conversation.Id id);

    /// Where all words stand in a title, a question or an answer, from the start of a word on, in
    /// any case; the last changed conversation first. Nothing for no word.
    List<Found> search(String words);

    /// A conversation that was found.
    ///
    /// @param turn the first turn that says the words, or nothing where the title does
    record Found(Conversation conversation, Optional<Turn> turn) {}

    /// Saves a conversation: a new one, or a change to one that is there.
    void save(Conversation conversation);

    /// Saves a conversation and a new turn of it with all its answers, in one step.
    void save(Conversation conversation, Turn turn);

    /// Adds the newest answer of a turn to those that were saved, whichever they are, in one step
    /// with how it was asked.
    void answered(Conversation conversation, Turn turn);

    /// Puts a conversation away; [#restore] is the way back.
    void delete(Conversation.Id id, Instant when);

    /// A conversation that was put away.
    record Deleted(Conversation conversation, Instant when) {}

    /// Those that were put away, the last one first.
    List<Deleted> deleted();

    void restore(Conversation.Id id);

    /// Forgets a conversation that was put away for ever. This cannot be taken back.
    void erase(Conversation.Id id);
}

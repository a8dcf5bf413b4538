package dev.pharos.engine.conversation;

import java.time.Instant;
import java.util.UUID;

/// Questions and answers that belong together. Immutable; its turns are asked for by its id.
///
/// @param title its first question, or what its owner calls it
/// @param changed when something was last asked or answered in it
public record Conversation(Id id, String title, Instant created, Instant changed) {

    /// Names a conversation for ever, through an export too.
    public record Id(UUID value) {
        public static Id random() {
            return new Id(UUID.randomUUID());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public Conversation {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a conversation needs a title");
        }
    }

    Conversation changed(Instant when) {
        return new Conversation(id, title, created, when);
    }

    /// The same, called otherwise.
    public Conversation titled(String name) {
        return new Conversation(id, name, created, changed);
    }
}

/// Conversations with the library: questions that follow each other, and answers that are kept.
/// Start reading at [Interlocutor].
@NullMarked
package dev.pharos.engine.conversation;

import org.jspecify.annotations.NullMarked;

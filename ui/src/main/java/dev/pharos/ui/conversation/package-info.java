/// Conversations with the library: the one that is open, and the list of those that are kept. Start
/// reading at [ConversationsViewModel].
@NullMarked
package dev.pharos.ui.conversation;

import org.jspecify.annotations.NullMarked;

package dev.pharos.ui.conversation;

import org.jspecify.annotations.Nullable;

/// How conversations were left.
///
/// @param open id of the one that was open, or null
public record ConversationSettings(@Nullable String open) {
    static final String FEATURE = "conversations";
    static final ConversationSettings DEFAULT = new ConversationSettings(null);
}

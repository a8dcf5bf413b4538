package dev.pharos.engine.conversation;

import org.jspecify.annotations.Nullable;

/// A follow-up question, completed with what was said before so that it can be understood by
/// itself.
///
/// @param question complete
/// @param model the language model that completed it, or null where the rules of [FollowUps] did
public record Rewrite(String question, @Nullable String model) {}

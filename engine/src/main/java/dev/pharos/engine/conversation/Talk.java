package dev.pharos.engine.conversation;

import dev.pharos.engine.learning.QuizMaking;

/// All that it takes to talk with a library.
///
/// @param conversations that were kept
/// @param interlocutor answers the next question
/// @param cited where the words that kept answers cite stand now
/// @param text of what was said, for a note or another program
/// @param next what may be done with an answer
/// @param quizzes makes them of answers and sources
public record Talk(
        Conversations conversations,
        Interlocutor interlocutor,
        CitedPlaces cited,
        ConversationText text,
        NextActions next,
        QuizMaking quizzes) {}

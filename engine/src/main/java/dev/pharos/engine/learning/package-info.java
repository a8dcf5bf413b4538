/// Learning what the library says: quizzes of its own sentences. Start at [QuizMaking].
@NullMarked
package dev.pharos.engine.learning;

import org.jspecify.annotations.NullMarked;

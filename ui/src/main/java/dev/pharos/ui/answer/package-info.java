/// Answers as they are read: sentences with their citations, and the words that prove them. Start
/// reading at [AnswerView].
@NullMarked
package dev.pharos.ui.answer;

import org.jspecify.annotations.NullMarked;

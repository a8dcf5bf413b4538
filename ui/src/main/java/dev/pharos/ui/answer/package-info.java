/// Questions and their cited answers. Start reading at [AnswerViewModel].
@NullMarked
package dev.pharos.ui.answer;

import org.jspecify.annotations.NullMarked;

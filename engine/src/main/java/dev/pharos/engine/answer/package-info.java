/// Answers made of cited sentences. Start reading at [Answerer].
@NullMarked
package dev.pharos.engine.answer;

import org.jspecify.annotations.NullMarked;

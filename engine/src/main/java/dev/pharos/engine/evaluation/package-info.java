/// How good searches and answers are, in figures: test sets and how they are read, metrics with
/// their intervals, and the runs that measure a library. Start at [TestSet] and
/// [RetrievalEvaluation].
@NullMarked
package dev.pharos.engine.evaluation;

import org.jspecify.annotations.NullMarked;

/// Whether a source says what a line says of it: in words, not by nearness in meaning. Start
/// reading at [LineProof].
@NullMarked
package dev.pharos.engine.proof;

import org.jspecify.annotations.NullMarked;

/// Vectors of passages: the port that makes them, and the background work that keeps them complete.
/// Start at [Meaning].
@NullMarked
package dev.pharos.engine.meaning;

import org.jspecify.annotations.NullMarked;

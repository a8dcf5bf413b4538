/// What a library is: its sources, their passages, their original files, and how files come in.
/// Start at [Library].
@NullMarked
package dev.pharos.engine.library;

import org.jspecify.annotations.NullMarked;

/// What can go wrong in a way the user can act on. Start reading at [Problem].
@NullMarked
package dev.pharos.engine.problem;

import org.jspecify.annotations.NullMarked;

/// What every implementation of the ports for vectors of passages must keep.
@NullMarked
package dev.pharos.engine.meaning;

import org.jspecify.annotations.NullMarked;

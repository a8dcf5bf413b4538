/// What every implementation of the ports for answers made of cited sentences must keep.
@NullMarked
package dev.pharos.engine.answer;

import org.jspecify.annotations.NullMarked;

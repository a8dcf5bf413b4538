@NullMarked
package dev.pharos.engine.proof;

import org.jspecify.annotations.NullMarked;

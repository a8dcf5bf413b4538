/// Tests of highlights.
@NullMarked
package dev.pharos.engine.annotation;

import org.jspecify.annotations.NullMarked;

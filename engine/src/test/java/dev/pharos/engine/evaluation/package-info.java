@NullMarked
package dev.pharos.engine.evaluation;

import org.jspecify.annotations.NullMarked;

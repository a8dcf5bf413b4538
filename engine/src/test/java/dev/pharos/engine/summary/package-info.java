@NullMarked
package dev.pharos.engine.summary;

import org.jspecify.annotations.NullMarked;

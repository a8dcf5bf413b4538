@NullMarked
package dev.pharos.engine.library;

import org.jspecify.annotations.NullMarked;

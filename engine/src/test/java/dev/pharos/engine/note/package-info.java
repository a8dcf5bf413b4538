@NullMarked
package dev.pharos.engine.note;

import org.jspecify.annotations.NullMarked;

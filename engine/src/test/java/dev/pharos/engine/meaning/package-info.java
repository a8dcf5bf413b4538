@NullMarked
package dev.pharos.engine.meaning;

import org.jspecify.annotations.NullMarked;

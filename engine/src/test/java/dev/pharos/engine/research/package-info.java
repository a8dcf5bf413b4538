@NullMarked
package dev.pharos.engine.research;

import org.jspecify.annotations.NullMarked;

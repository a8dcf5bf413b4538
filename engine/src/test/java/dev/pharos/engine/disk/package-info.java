@NullMarked
package dev.pharos.engine.disk;

import org.jspecify.annotations.NullMarked;

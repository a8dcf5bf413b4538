@NullMarked
package dev.pharos.engine.work;

import org.jspecify.annotations.NullMarked;

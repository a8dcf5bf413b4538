@NullMarked
package dev.pharos.engine.vault;

import org.jspecify.annotations.NullMarked;

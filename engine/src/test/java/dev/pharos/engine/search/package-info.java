@NullMarked
package dev.pharos.engine.search;

import org.jspecify.annotations.NullMarked;

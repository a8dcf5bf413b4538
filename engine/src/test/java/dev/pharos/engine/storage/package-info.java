@NullMarked
package dev.pharos.engine.storage;

import org.jspecify.annotations.NullMarked;

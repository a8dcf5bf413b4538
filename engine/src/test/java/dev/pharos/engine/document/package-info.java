@NullMarked
package dev.pharos.engine.document;

import org.jspecify.annotations.NullMarked;

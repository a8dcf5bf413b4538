@NullMarked
package dev.pharos.engine.settings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.pharos.engine.recording;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.pharos.engine.transcription;

import org.jspecify.annotations.NullMarked;

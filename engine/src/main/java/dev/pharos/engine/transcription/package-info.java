/// From sound to words with times. Start reading at [Transcript] and [Transcriber].
@NullMarked
package dev.pharos.engine.transcription;

import org.jspecify.annotations.NullMarked;

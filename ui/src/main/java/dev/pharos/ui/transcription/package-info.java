/// A recording and its words: listening, correcting, finding, exporting. Start reading at
/// [TranscriptViewModel].
@NullMarked
package dev.pharos.ui.transcription;

import org.jspecify.annotations.NullMarked;

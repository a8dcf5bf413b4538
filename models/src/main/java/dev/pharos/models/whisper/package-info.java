/// The `SpeechToText` port filled by whisper.cpp in a process of its own. Start reading at
/// [WhisperSpeechToText]; what its process does begins at [WhisperChild].
@NullMarked
package dev.pharos.models.whisper;

import org.jspecify.annotations.NullMarked;

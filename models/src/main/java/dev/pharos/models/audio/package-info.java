/// Sound in and out: files through the bundled ffmpeg, the system's microphone and output through
/// `javax.sound`, speech told from noise by Silero's network. Start reading at
/// [FfmpegAudioDecoder].
@NullMarked
package dev.pharos.models.audio;

import org.jspecify.annotations.NullMarked;

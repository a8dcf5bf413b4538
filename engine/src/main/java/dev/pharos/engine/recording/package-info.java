/// Sound: reading it from files, capturing it from a microphone without losing a second, playing
/// it. The technology lies behind ports. Start reading at [AudioDecoder] and [Microphone].
@NullMarked
package dev.pharos.engine.recording;

import org.jspecify.annotations.NullMarked;

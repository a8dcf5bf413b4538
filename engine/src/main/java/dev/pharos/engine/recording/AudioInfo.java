package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

/// What a media file says of itself.
///
/// @param mediaType such as `audio/flac` or `video/mp4`
/// @param codec of the first sound track, such as `aac`
/// @param durationMs as the container states it or its bit rate suggests, null where neither does
/// @param sampleRate in Hz
/// @param title from the file's own tags, or null
/// @param artist from the file's own tags, or null
/// @param video whether there are moving pictures too
public record AudioInfo(
        String mediaType,
        String codec,
        @Nullable Long durationMs,
        int sampleRate,
        int channels,
        @Nullable String title,
        @Nullable String artist,
        boolean video) {}

package dev.pharos.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the user said of a recording as it began. It lies beside the sound, so that a recovered
/// recording is what it should have become.
///
/// @param options how it is to be transcribed; null where it was not meant for a library
record RecordNote(@Nullable String title, @Nullable TranscriptionOptions options) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordNote.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RecordNote NONE = new RecordNote(null, null);

    /// One that was cut off by the crash says nothing.
    static RecordNote of(@Nullable String noted) {
        if (noted == null) {
            return NONE;
        }
        try {
            return JSON.readValue(noted, RecordNote.class);
        } catch (JsonProcessingException e) {
            LOG.info("a note that cannot be read", e);
            return NONE;
        }
    }

    String json() {
        return JsonOutput.line(this);
    }
}

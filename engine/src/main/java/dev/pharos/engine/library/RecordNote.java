package dev.pharos.engine.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;

/// What the user said of a recording as it began. It lies beside the sound ([Recorder#start(String,
/// String)]), so that a recovered recording is what it should have become.
///
/// @param title null for one of its time
/// @param options how it is to be transcribed; null for those that hold when it is added
public record RecordNote(@Nullable String title, @Nullable TranscriptionOptions options) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordNote.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RecordNote NONE = new RecordNote(null, null);

    /// That of a recording. One that was cut off by the crash says nothing.
    public static RecordNote of(Recorder.Recorded recorded) {
        if (recorded.note().isEmpty()) {
            return NONE;
        }
        try {
            return JSON.readValue(recorded.note(), RecordNote.class);
        } catch (JsonProcessingException e) {
            LOG.info("a note that cannot be read", e);
            return NONE;
        }
    }

    /// As a recorder keeps it.
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

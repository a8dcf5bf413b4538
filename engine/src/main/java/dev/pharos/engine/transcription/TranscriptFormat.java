package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/// The files that a transcript can be written to and, some of them, read from.
public enum TranscriptFormat {
    TXT,
    MD,
    SRT,
    VTT,
    JSON,
    DOCX;

    /// What to show beside the words.
    public record Shown(boolean times, boolean speakers) {}

    /// Also the file's extension.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether [#read] takes it: SRT and VTT, whose round trip loses nothing that they can hold,
    /// and JSON, whose loses nothing.
    public boolean readable() {
        return this == SRT || this == VTT || this == JSON;
    }

    /// UTF-8 where it is text. Does not close `out`.
    ///
    /// @param title of the recording
    public void write(Transcript transcript, String title, Shown shown, OutputStream out)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /// @throws ProblemException `DamagedFile` where the file does not follow its format
    public Transcript read(Path file) throws ProblemException {
        throw new UnsupportedOperationException();
    }
}

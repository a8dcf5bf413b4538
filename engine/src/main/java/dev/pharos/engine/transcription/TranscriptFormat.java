package dev.pharos.engine.transcription;

import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    /// A transcript of a day is a tenth of this.
    private static final long LARGEST = 64 << 20;

    /// What to show beside the words.
    public record Shown(boolean times, boolean speakers) {}

    /// Also the file's extension.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether [#read] takes it: SRT and VTT, whose round trip loses nothing that they can hold;
    /// JSON, whose loses nothing; TXT and MD, where they were written with times. DOCX is for
    /// people: office files from outside are read as documents, in a process of their own.
    public boolean readable() {
        return this != DOCX;
    }

    /// UTF-8 where it is text. Subtitles and JSON have their times in any case; without `times`,
    /// VTT goes without those of single words. Does not close `out`.
    ///
    /// @param title of the recording
    public void write(Transcript transcript, String title, Shown shown, OutputStream out)
            throws IOException {
        var said = shown.speakers() ? transcript : voiceless(transcript);
        switch (this) {
            case TXT -> text(ReadableText.plain(said, shown), out);
            case MD -> text(ReadableText.markdown(said, title, shown), out);
            case SRT -> text(Subtitles.srt(said), out);
            case VTT -> text(Subtitles.vtt(said, shown.times()), out);
            case JSON -> text(JsonTranscript.write(said), out);
            case DOCX -> WordDocument.write(said, title, shown, out);
        }
    }

    private static Transcript voiceless(Transcript transcript) {
        return transcript.with(
                transcript.segments().stream().map(segment -> segment.spokenBy(null)).toList());
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws ProblemException `DamagedFile` where the file does not follow its format,
    ///   `TimesMissing` where a text does not tell when its words are said; those of any file that
    ///   cannot be read
    /// @throws IllegalStateException for one that is not [#readable]
    public Transcript read(Path file) throws ProblemException {
        var text = text(file);
        var transcript =
                switch (this) {
                    case SRT -> Subtitles.readSrt(text);
                    case VTT -> Subtitles.readVtt(text);
                    case JSON -> JsonTranscript.read(text);
                    case TXT -> TimedText.readPlain(text);
                    case MD -> TimedText.readMarkdown(text);
                    case DOCX -> throw new IllegalStateException(this + " is not read");
                };
        if (transcript == null) {
            throw new ProblemException(
                    this == TXT || this == MD
                            ? new Problem.TimesMissing(file)
                            : new Problem.DamagedFile(file));
        }
        return transcript;
    }

    private static String text(Path file) throws ProblemException {
        try {
            long size = Files.size(file);
            if (size == 0 || size > LARGEST) {
                throw new ProblemException(
                        size == 0 ? new Problem.EmptyFile(file) : new Problem.ExpandsTooFar(file));
            }
            var text = TextDecoder.decode(Files.readAllBytes(file));
            if (text == null) {
                throw new ProblemException(new Problem.DamagedFile(file));
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        }
    }
}

package dev.pharos.engine.transcription;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// The files that a transcript can be written to and read from. SRT and VTT keep texts, their times
/// and who speaks, VTT also when each word is said, JSON all; TXT, Markdown and DOCX can be read
/// where they were written with times.
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

    /// That by whose extension a file goes; SRT for any other.
    public static TranscriptFormat of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> name.endsWith("." + each.id()))
                .findFirst()
                .orElse(SRT);
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

    /// Who speaks is found where the file has a place for it, or by [Voices].
    ///
    /// @param office reads office files, which come from outside, in a process of its own
    /// @throws ProblemException `DamagedFile` where the file does not follow its format,
    ///   `TimesMissing` where a text does not tell when its words are said; those of any file that
    ///   cannot be read
    public Transcript read(Path file, Extractor office) throws ProblemException {
        return whole(
                file,
                switch (this) {
                    case SRT -> Voices.named(Subtitles.readSrt(text(file)));
                    case VTT -> Subtitles.readVtt(text(file));
                    case JSON -> JsonTranscript.read(text(file));
                    case TXT -> Voices.named(TimedText.readPlain(text(file)));
                    case MD -> TimedText.readMarkdown(text(file));
                    case DOCX -> Voices.named(TimedText.readDocument(document(file, office)));
                });
    }

    private Transcript whole(Path file, @Nullable Transcript transcript) throws ProblemException {
        if (transcript != null) {
            return transcript;
        }
        throw new ProblemException(
                switch (this) {
                    case TXT, MD, DOCX -> new Problem.TimesMissing(file);
                    case SRT, VTT, JSON -> new Problem.DamagedFile(file);
                });
    }

    private static String document(Path file, Extractor office) throws ProblemException {
        return office.extract(file, file.getFileName()).text();
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

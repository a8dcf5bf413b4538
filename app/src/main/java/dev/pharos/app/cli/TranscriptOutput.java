package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.work.WholeFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.TypeConversionException;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where the transcripts of one command go: to standard output, to a file, or to a folder with one
/// file each. A file that is there is never replaced unless the user says so, and is replaced in
/// one step.
final class TranscriptOutput {

    /// What the user gave as `--out`.
    ///
    /// @param folder whether it is one, or shall be, by its last letter
    record Place(Path path, boolean folder) {

        /// @throws TypeConversionException where it is no name, or nothing but an extension
        static Place of(String typed) {
            var path = Commands.path(typed);
            var name = String.valueOf(path.getFileName());
            if (name.startsWith(".") && isFormat(name.substring(1))) {
                throw new TypeConversionException(text("usage.outName", typed));
            }
            boolean slash = typed.endsWith("/") || typed.endsWith(File.separator);
            return new Place(path, slash || Files.isDirectory(path));
        }

        /// Whether a file lies where so many transcripts need a folder.
        boolean fileFor(int transcripts) {
            return (folder || transcripts > 1) && Files.exists(path) && !Files.isDirectory(path);
        }

        /// Whether its name promises another format than this one.
        boolean against(TranscriptFormat format, int transcripts) {
            return !folder
                    && transcripts == 1
                    && isFormat(extension())
                    && !extension().equals(format.id());
        }

        private static boolean isFormat(String extension) {
            return Arrays.stream(TranscriptFormat.values())
                    .anyMatch(each -> each.id().equals(extension.toLowerCase(Locale.ROOT)));
        }

        /// What follows the last dot of a file's name, or nothing.
        String extension() {
            var name = String.valueOf(path.getFileName());
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        }
    }

    private final Session session;
    private final TranscriptFormat format;
    private final @Nullable Path out;
    private final boolean folder;
    private final boolean force;
    private final TranscriptFormat.Shown shown;
    private final Set<Path> taken = new HashSet<>();
    private final boolean several;
    private Path target = Path.of("");
    private boolean printedBefore;

    /// @param out null for standard output
    /// @param several whether there is more than one transcript, which takes a folder
    TranscriptOutput(
            Session session,
            TranscriptFormat format,
            @Nullable Place out,
            boolean several,
            boolean force,
            boolean times) {
        this.session = session;
        this.format = format;
        this.out = out == null ? null : out.path();
        this.several = several;
        this.force = force;
        folder = out != null && (several || out.folder());
        shown = new TranscriptFormat.Shown(times, true);
    }

    /// What the user names, else what the name of the file says, else plain text.
    ///
    /// @return null where the name of a file says what is no format
    static @Nullable TranscriptFormat format(
            @Nullable TranscriptFormat named, boolean json, @Nullable Place out, int files) {
        if (named != null || json) {
            return named == null ? TranscriptFormat.JSON : named;
        }
        var extension = out == null ? "" : out.extension();
        return Arrays.stream(TranscriptFormat.values())
                .filter(each -> each.id().equals(extension))
                .findFirst()
                .orElse(
                        out == null || extension.isEmpty() || out.folder() || files > 1
                                ? TranscriptFormat.TXT
                                : null);
    }

    /// Whether so many of them can be told apart on standard output.
    static boolean fitsTerminal(TranscriptFormat format, int files) {
        return switch (format) {
            case TXT, MD, JSON -> true;
            case SRT, VTT -> files == 1;
            case DOCX -> false;
        };
    }

    /// Chooses the place of the next transcript before the work begins.
    ///
    /// @return false where a file is there that must not be replaced; that is told
    boolean reserve(Path sound) throws IOException {
        if (out == null) {
            return true;
        }
        target = folder ? placeIn(out, sound) : out;
        if (Files.isDirectory(target) || Files.exists(target) && (!force || same(sound))) {
            session.tell(text("transcribe.exists", target));
            return false;
        }
        if (folder ? !made(out) : !inFolder(target)) {
            session.tell(text("transcribe.notWritten", target));
            return false;
        }
        return true;
    }

    /// Before the work, not after it: whoever cannot have the folder is told at once.
    private static boolean made(Path wanted) {
        try {
            Files.createDirectories(wanted);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// A recording is never replaced by its own transcript.
    private boolean same(Path sound) throws IOException {
        return Files.exists(sound) && Files.isSameFile(target, sound);
    }

    /// Whether the folder of a file to be written is there.
    static boolean inFolder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent != null && Files.isDirectory(parent);
    }

    private Path placeIn(Path parent, Path sound) {
        var name = sound.getFileName().toString();
        var stem = stem(sound);
        var place = parent.resolve(stem + "." + format.id());
        for (int next = 1; !taken.add(place); next++) {
            String number = next == 1 ? "" : "-" + next;
            place = parent.resolve(name + number + "." + format.id());
        }
        return place;
    }

    private static String stem(Path sound) {
        var name = sound.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// What was recognised is forgotten afterwards: the transcript must survive a power cut first.
    ///
    /// @param kept where the work is that need not be done again
    /// @return false where it could not be written; that is told
    boolean write(Path sound, Transcript transcript, Optional<Path> kept) throws IOException {
        if (out == null) {
            print(sound, transcript);
            return session.printed("transcribe.notPrinted");
        }
        WholeFile.Content content = bytes -> format.write(transcript, stem(sound), shown, bytes);
        try {
            if (force) {
                WholeFile.replace(target, content);
            } else {
                WholeFile.create(target, content);
            }
        } catch (FileAlreadyExistsException _) {
            session.tell(text("transcribe.exists", target));
            return false;
        } catch (IOException e) {
            session.tell(refusal(e, kept));
            return false;
        }
        session.tell(text("transcribe.written", target));
        return true;
    }

    private String refusal(IOException e, Optional<Path> kept) {
        var parent = target.toAbsolutePath().getParent();
        boolean full = parent != null && DiskSpace.problem(parent, e) instanceof Problem.DiskFull;
        return full
                ? kept.map(place -> text("transcribe.diskFull", target, place))
                        .orElseGet(() -> text("transcribe.disksFull", target))
                : text("transcribe.notWritten", target);
    }

    /// Several texts are told apart as `head` does it; the other formats name their sound.
    private void print(Path sound, Transcript transcript) throws IOException {
        if (format == TranscriptFormat.JSON) {
            session.printJson(SpeechOutput.transcript(sound, transcript));
            return;
        }
        if (several && format == TranscriptFormat.TXT) {
            session.print(text(printedBefore ? "transcribe.next" : "transcribe.first", sound));
            printedBefore = true;
        }
        format.write(transcript, stem(sound), shown, session.out());
    }
}

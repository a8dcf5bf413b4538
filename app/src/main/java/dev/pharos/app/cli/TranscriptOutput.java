package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Where the transcripts of one command go: to standard output, to a file, or to a folder with one
/// file each. A file that is there is never replaced unless the user says so, and is replaced in
/// one step.
final class TranscriptOutput {
    private final Session session;
    private final TranscriptFormat format;
    private final @Nullable Path out;
    private final boolean folder;
    private final boolean force;
    private final TranscriptFormat.Shown shown;
    private final Set<Path> taken = new HashSet<>();
    private Path target = Path.of("");

    /// @param out a file or folder, or null for standard output
    /// @param several whether there is more than one transcript, which takes a folder
    TranscriptOutput(
            Session session,
            TranscriptFormat format,
            @Nullable Path out,
            boolean several,
            boolean force,
            boolean times) {
        this.session = session;
        this.format = format;
        this.out = out;
        this.force = force;
        folder = out != null && (several || Files.isDirectory(out));
        shown = new TranscriptFormat.Shown(times, true);
    }

    /// What the user names, else what the name of the file says, else plain text.
    static TranscriptFormat format(
            @Nullable TranscriptFormat named, boolean json, @Nullable Path out) {
        if (named != null || json) {
            return named == null ? TranscriptFormat.JSON : named;
        }
        var name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(TranscriptFormat.values())
                .filter(each -> name.endsWith("." + each.id()))
                .findFirst()
                .orElse(TranscriptFormat.TXT);
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
        if (!folder && !inFolder(target)) {
            session.tell(text("transcribe.notWritten", target));
            return false;
        }
        return true;
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

    private boolean printed() {
        boolean failed = session.out().checkError();
        if (failed) {
            session.tell(text("transcribe.notPrinted"));
        }
        return !failed;
    }

    /// @return false where it could not be written; that is told
    boolean write(Path sound, Transcript transcript) throws IOException {
        if (out == null) {
            if (format == TranscriptFormat.JSON) {
                session.printJson(JsonOutput.transcript(transcript));
            } else {
                format.write(transcript, stem(sound), shown, session.out());
            }
            return printed();
        }
        var fresh = target.resolveSibling("." + target.getFileName() + "." + System.nanoTime());
        try {
            if (folder && out != null) {
                Files.createDirectories(out);
            }
            try (var bytes = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW)) {
                format.write(transcript, stem(sound), shown, bytes);
            }
            if (force) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(fresh, target);
            }
        } catch (IOException _) {
            session.tell(text("transcribe.notWritten", target));
            return false;
        } finally {
            Files.deleteIfExists(fresh);
        }
        session.tell(text("transcribe.written", target));
        return true;
    }
}

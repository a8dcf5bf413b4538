package dev.pharos.ui.data;

import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where the notes of one library are mirrored, and what was done there last. Kept in the folder of
/// that library: another one has another folder.
///
/// @param folder empty where none was chosen
/// @param kept whether both sides are kept the same while the window is open
/// @param at when something was done last, in milliseconds of the epoch; 0 for never
/// @param done what was done then
public record MirrorSettings(String folder, boolean kept, long at, Done done) {
    static final String FEATURE = "mirror";
    static final MirrorSettings DEFAULT =
            new MirrorSettings("", false, 0, new Done(0, 0, 0, 0, 0, 0));

    /// How many files and notes, as of [Mirrored].
    public record Done(int read, int written, int merged, int keptTwice, int trashed, int deleted) {
        static Done of(Mirrored done) {
            return new Done(
                    done.read().size(),
                    done.written().size(),
                    done.merged().size(),
                    done.keptTwice().size(),
                    done.trashed().size(),
                    done.deleted().size());
        }
    }

    /// Those of the library in a folder.
    public static Kept<MirrorSettings> kept(Path library, Background background) {
        var file = new SettingsFile(library.resolve("library-settings.json"));
        return new Kept<>(file, FEATURE, MirrorSettings.class, DEFAULT, background);
    }

    Optional<Path> place() {
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    MirrorSettings with(Path other) {
        return other.toString().equals(folder)
                ? this
                : new MirrorSettings(other.toString(), kept, 0, DEFAULT.done);
    }

    MirrorSettings withKept(boolean now) {
        return new MirrorSettings(folder, now, at, done);
    }

    MirrorSettings with(Instant when, Mirrored what) {
        return new MirrorSettings(folder, kept, when.toEpochMilli(), Done.of(what));
    }
}

package dev.pharos.ui.making;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import java.nio.file.Path;
import java.util.List;

/// The notes of a library that are still to be made, kept so that the end of the program ends none
/// of them. Immutable.
///
/// @param memo whether the recording under way, or the one that was left unfinished, is a voice
///   memo
@JsonIgnoreProperties(ignoreUnknown = true)
record Wishes(List<Wish> wishes, boolean memo) {
    private static final String FEATURE = "making";
    private static final Wishes NONE = new Wishes(List.of(), false);

    /// One of them.
    ///
    /// @param id of a source, or of a note that is made again
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wish(String id, String title, MakingSettings settings) {
        SourceId source() {
            return SourceId.of(id);
        }
    }

    Wishes {
        wishes = List.copyOf(wishes);
    }

    /// Those of the library in a folder.
    static Kept<Wishes> kept(Path library, Background background) {
        var file = new SettingsFile(library.resolve("notes-to-make.json"));
        return new Kept<>(file, FEATURE, Wishes.class, NONE, background);
    }

    Wishes with(List<Wish> other) {
        return new Wishes(other, memo);
    }

    Wishes withMemo(boolean now) {
        return new Wishes(wishes, now);
    }
}

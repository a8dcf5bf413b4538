package dev.pharos.ui.making;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import java.nio.file.Path;

/// Whether the recording under way in a library, or the one that was left unfinished there, is a
/// voice memo; kept, so that it becomes a note also when the program has ended meanwhile.
///
/// @param taken it was begun as another recording
@JsonIgnoreProperties(ignoreUnknown = true)
public record MemoWish(boolean memo, boolean taken) {
    static final MemoWish NONE = new MemoWish(false, false);

    private static final String FEATURE = "making";

    /// That of the library in a folder.
    public static Kept<MemoWish> kept(Path library, Background background) {
        var file = new SettingsFile(library.resolve("memo.json"));
        return new Kept<>(file, FEATURE, MemoWish.class, NONE, background);
    }
}

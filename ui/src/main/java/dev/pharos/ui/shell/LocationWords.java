package dev.pharos.ui.shell;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.library.LibraryViewModel;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What a place is called, and its picture.
public final class LocationWords {
    private final LibraryViewModel library;
    private final Texts texts;

    public LocationWords(LibraryViewModel library, Texts texts) {
        this.library = library;
        this.texts = texts;
    }

    LibraryViewModel library() {
        return library;
    }

    String title(Location location) {
        return switch (location) {
            case Location.Empty() -> texts.text("tab.empty");
            case Location.Reading(var target) -> title(target.source());
            case Location.Page page ->
                    switch (page) {
                        case RECORDING -> texts.text("recording.title");
                        case JOBS -> texts.text("jobs.title");
                        case BATCHES -> texts.text("batches.title");
                        case SETTINGS -> texts.text("settings.title");
                        case MODELS -> texts.text("models.title");
                        case HARDWARE -> texts.text("hardware.title");
                        case ENDPOINTS -> texts.text("endpoints.title");
                        case KEYS -> texts.text("keys.title");
                        case HIGHLIGHTS -> texts.text("highlights.title");
                        case ASK -> texts.text("command.askPane");
                        case GRAPH -> texts.text("graph.title");
                        case TIMELINE -> texts.text("timeline.title");
                        case DUPLICATES -> texts.text("duplicates.title");
                    };
        };
    }

    /// What is not, or not yet, in the list of the library has no name.
    private String title(SourceId source) {
        var found = library.find(source);
        return found == null ? "…" : found.title();
    }

    Ikon icon(Location location) {
        return switch (location) {
            case Location.Empty() -> Material2AL.CROP_PORTRAIT;
            case Location.Reading(var target) -> {
                var found = library.find(target.source());
                yield found == null ? Material2AL.DESCRIPTION : KindIcons.of(found.kind());
            }
            case Location.Page page ->
                    switch (page) {
                        case RECORDING -> Material2AL.FIBER_MANUAL_RECORD;
                        case JOBS -> Material2MZ.PLAYLIST_PLAY;
                        case BATCHES -> Material2MZ.POST_ADD;
                        case SETTINGS -> Material2MZ.SETTINGS;
                        case MODELS -> Material2MZ.VIEW_AGENDA;
                        case HARDWARE -> Material2MZ.MEMORY;
                        case ENDPOINTS -> Material2AL.FORUM;
                        case KEYS -> Material2AL.KEYBOARD;
                        case HIGHLIGHTS -> Material2AL.BORDER_COLOR;
                        case ASK -> Material2MZ.QUESTION_ANSWER;
                        case GRAPH -> Material2AL.DEVICE_HUB;
                        case TIMELINE -> Material2AL.EVENT_NOTE;
                        case DUPLICATES -> Material2AL.FILE_COPY;
                    };
        };
    }
}

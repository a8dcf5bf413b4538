package dev.pharos.ui;

import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.recording.Player;
import dev.pharos.engine.sample.Samples;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.ui.beside.Surroundings;

import org.jspecify.annotations.Nullable;

/// What the program gives the window. The window closes none of it.
///
/// @param library opened for writing
/// @param sound null where nothing can be heard, as in a window for documents only
/// @param ports null where neither models nor endpoints are to be chosen in the window
/// @param samples null where there are none to try
/// @param around what the desktop gives beside the window
public record Desktop(
        Library library,
        SettingsFile settings,
        PdfPages pages,
        @Nullable Sound sound,
        @Nullable ModelPorts ports,
        @Nullable Samples samples,
        Surroundings around) {

    /// What plays recordings, and the models that turn them into words.
    public record Sound(Player player, SpeechModels models) {}

    /// For documents only, on a desktop that gives nothing beside the window.
    public Desktop(Library library, SettingsFile settings, PdfPages pages) {
        this(library, settings, pages, null, null, null, Surroundings.NONE);
    }

    public @Nullable Player player() {
        return sound == null ? null : sound.player();
    }

    public @Nullable SpeechModels models() {
        return sound == null ? null : sound.models();
    }
}

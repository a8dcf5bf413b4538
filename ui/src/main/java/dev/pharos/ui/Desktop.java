package dev.pharos.ui;

import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.recording.Player;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.ui.beside.Surroundings;

import org.jspecify.annotations.Nullable;

/// What the program gives the window. The window closes none of it.
///
/// @param library opened for writing
/// @param player null where nothing can be played, as in a window for documents only
/// @param models null together with `player`
/// @param ports null where neither models nor endpoints are to be chosen in the window
/// @param around what the desktop gives beside the window
public record Desktop(
        Library library,
        SettingsFile settings,
        PdfPages pages,
        @Nullable Player player,
        @Nullable SpeechModels models,
        @Nullable ModelPorts ports,
        Surroundings around) {

    /// On a desktop that gives nothing beside the window.
    public Desktop(
            Library library,
            SettingsFile settings,
            PdfPages pages,
            @Nullable Player player,
            @Nullable SpeechModels models,
            @Nullable ModelPorts ports) {
        this(library, settings, pages, player, models, ports, Surroundings.NONE);
    }

    /// For documents only.
    public Desktop(Library library, SettingsFile settings, PdfPages pages) {
        this(library, settings, pages, null, null, null);
    }

    /// With sound, and the models that are already chosen.
    public Desktop(
            Library library,
            SettingsFile settings,
            PdfPages pages,
            Player player,
            SpeechModels models) {
        this(library, settings, pages, player, models, null);
    }
}

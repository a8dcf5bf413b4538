package dev.pharos.ui.work;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.settings.SettingsFile;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// How the window of one library was left: a file in its folder, so that the tabs, the history and
/// the conversation of another library are not opened there.
///
/// @param common the user's settings, where earlier versions kept that for all libraries
/// @param own of this library
/// @param known whether a source, by its id, is one of this library
public record WindowFile(SettingsFile common, SettingsFile own, Predicate<String> known) {
    private static final String NAME = "window.json";

    /// That of a library in a folder.
    public WindowFile(SettingsFile common, Path folder, Predicate<String> known) {
        this(common, new SettingsFile(folder.resolve(NAME)), known);
    }

    /// That of a library that is open.
    public static WindowFile of(SettingsFile common, Library library) {
        return new WindowFile(common, library.folder(), id -> has(library, id));
    }

    private static boolean has(Library library, String id) {
        try {
            var source = SourceId.of(id);
            return library.sources().find(source).isPresent()
                    || library.trash().find(source).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Reads what is kept of one feature, on this thread.
    ///
    /// @param begins what a library begins with, of what was kept for all of them
    public <T> Kept<T> kept(
            String feature,
            Class<T> type,
            T usual,
            UnaryOperator<T> begins,
            Background background) {
        var first =
                Background.runHere(_ ->
                        own.read(feature, type, usual) == usual
                                ? begins.apply(common.read(feature, type, usual))
                                : usual);
        var kept =
                new Kept<>(
                        own,
                        feature,
                        type,
                        first instanceof Outcome.Done(var found) ? found : usual,
                        background);
        kept.loadHere();
        return kept;
    }
}

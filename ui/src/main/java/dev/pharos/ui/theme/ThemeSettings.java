package dev.pharos.ui.theme;

/// How the window looks.
///
/// @param zoom in percent, within [#SMALLEST] and [#LARGEST]
/// @param contrast strong colours only, also where the system does not ask for them
/// @param calm little motion, also where the system does not ask for that
public record ThemeSettings(Choice choice, int zoom, boolean contrast, boolean calm) {
    public static final String FEATURE = "theme";
    public static final ThemeSettings DEFAULT = new ThemeSettings(Choice.SYSTEM, 100, false, false);
    public static final int SMALLEST = 80;
    public static final int LARGEST = 200;
    private static final int STEP = 10;

    /// Light, dark, or whichever the system uses.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    public ThemeSettings {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
    }

    public ThemeSettings with(Choice other) {
        return new ThemeSettings(other, zoom, contrast, calm);
    }

    public ThemeSettings withZoom(int percent) {
        return new ThemeSettings(choice, percent, contrast, calm);
    }

    /// A step larger, or smaller.
    public ThemeSettings zoomed(boolean larger) {
        return withZoom(zoom + (larger ? STEP : -STEP));
    }

    public ThemeSettings withContrast(boolean strong) {
        return new ThemeSettings(choice, zoom, strong, calm);
    }

    public ThemeSettings withCalm(boolean little) {
        return new ThemeSettings(choice, zoom, contrast, little);
    }
}

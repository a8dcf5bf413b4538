package dev.pharos.ui.theme;

/// How the window looks.
public record ThemeSettings(Choice choice) {
    public static final String FEATURE = "theme";
    public static final ThemeSettings DEFAULT = new ThemeSettings(Choice.SYSTEM);

    /// Light, dark, or whichever the system uses.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }
}

package dev.pharos.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// Dresses all windows. For the JavaFX thread.
public final class Themes {
    private ThemeSettings.Choice choice = ThemeSettings.Choice.SYSTEM;

    /// From now on as chosen; a choice of the system follows its changes.
    public void follow(ThemeSettings.Choice chosen) {
        choice = chosen;
        dress();
    }

    /// Begins to listen to the system's changes.
    public void start() {
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> dress());
        dress();
    }

    private void dress() {
        boolean dark =
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }
}

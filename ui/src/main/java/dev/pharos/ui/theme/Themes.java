package dev.pharos.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/// Dresses all windows. For the JavaFX thread.
public final class Themes {
    private static final int TEXT = 14;

    private ThemeSettings settings = ThemeSettings.DEFAULT;
    private final Set<Scene> scenes = new LinkedHashSet<>();

    /// From now on as chosen; a choice of the system follows its changes.
    public void follow(ThemeSettings chosen) {
        settings = chosen;
        dress();
    }

    /// Dresses this one too, which holds a [Zoomed].
    public void dress(Scene window) {
        scenes.add(window);
        dress(window, dark());
    }

    /// Leaves one alone from now on.
    public void forget(Scene window) {
        scenes.remove(window);
    }

    /// Begins to listen to the system's changes.
    ///
    /// @return ends that: what the system tells holds whoever listens, and all that it dresses
    public Subscription start() {
        dress();
        return Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> dress());
    }

    private boolean dark() {
        return switch (settings.choice()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void dress() {
        boolean dark = dark();
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scenes.forEach(scene -> dress(scene, dark));
    }

    private void dress(Scene window, boolean dark) {
        var styles = new ArrayList<String>();
        styles.add(style("pharos.css"));
        if (settings.contrast() || systemContrast()) {
            styles.add(style(dark ? "contrast-dark.css" : "contrast-light.css"));
        }
        if (settings.zoom() != ThemeSettings.DEFAULT.zoom()) {
            styles.add(popups());
        }
        if (!window.getStylesheets().equals(styles)) {
            window.getStylesheets().setAll(styles);
        }
        var preferences = window.getPreferences();
        preferences.setReducedMotion(settings.calm() ? Boolean.TRUE : null);
        preferences.setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        if (window.getRoot() instanceof Zoomed zoomed) {
            zoomed.setFactor(settings.zoom() / 100.0);
        }
    }

    private static String style(String name) {
        return Objects.requireNonNull(Themes.class.getResource(name), name).toExternalForm();
    }

    /// Menus and tips are windows of their own, which no scale reaches.
    private String popups() {
        String css =
                ".context-menu, .tooltip, .combo-box-popup { -fx-font-size: "
                        + TEXT * settings.zoom() / 100
                        + "px; }";
        return "data:text/css,"
                + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean systemContrast() {
        return Platform.getPreferences().getBoolean("Windows.SPI.HighContrast").orElse(false);
    }
}

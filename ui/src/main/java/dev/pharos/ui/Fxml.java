package dev.pharos.ui;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Loads screens, each with the controller that was built for it.
final class Fxml {
    private final Texts texts;

    Fxml(Texts texts) {
        this.texts = texts;
    }

    /// @param name of the file beside `beside`, without `.fxml`
    Parent load(Class<?> beside, String name, Object controller) {
        var loader =
                new FXMLLoader(
                        Objects.requireNonNull(beside.getResource(name + ".fxml"), name),
                        texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

package dev.pharos.ui;

import dev.pharos.ui.shell.Contents;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.transcription.TranscriptViewModel;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Supplier;

/// Builds what one half of the window shows. What is read or heard there is its own; the pages show
/// what the whole window has. For the JavaFX thread.
final class HalfScreens implements Contents {
    private final Screens screens;
    private final Supplier<Pane> reader;
    private final Supplier<Pane> note;
    private final @Nullable TranscriptViewModel transcript;

    /// @param reader builds what shows a source that is read
    /// @param note builds what shows a note
    /// @param transcript null where nothing is heard
    HalfScreens(
            Screens screens,
            Supplier<Pane> reader,
            Supplier<Pane> note,
            @Nullable TranscriptViewModel transcript) {
        this.screens = screens;
        this.reader = reader;
        this.note = note;
        this.transcript = transcript;
    }

    @Override
    public Pane reader() {
        return reader.get();
    }

    @Override
    public Pane transcript() {
        return screens.transcript(
                Objects.requireNonNull(transcript, "a window for documents only"));
    }

    @Override
    public Pane note() {
        return note.get();
    }

    @Override
    public Pane recording() {
        return screens.recording();
    }

    @Override
    public Pane jobs() {
        return screens.jobs();
    }

    @Override
    public Pane settings() {
        return screens.settings();
    }

    @Override
    public Pane models() {
        return screens.modelScreens().models(screens.files());
    }

    @Override
    public Pane hardware() {
        return screens.modelScreens().hardware(screens.files());
    }

    @Override
    public Pane endpoints() {
        return screens.modelScreens().endpoints();
    }

    @Override
    public Pane keys() {
        return screens.keys();
    }

    @Override
    public Pane highlights() {
        return screens.highlights();
    }

    @Override
    public Pane graph() {
        return screens.maps().graph();
    }

    @Override
    public Pane timeline() {
        return screens.maps().timeline();
    }
}

package dev.pharos.ui;

import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.settings.SettingsController;
import dev.pharos.ui.shell.Contents;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.transcription.TranscriptViewModel;

import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Builds the panes of one half of the window, from its features. For the JavaFX thread.
final class HalfScreens implements Contents {
    private final Features all;
    private final ReaderViewModel reader;
    private final NoteScreens.Half note;
    private final @Nullable TranscriptViewModel transcript;

    /// @param reader says what is read, written or heard in this half
    HalfScreens(Features all, ReaderViewModel reader) {
        this.all = all;
        this.reader = reader;
        transcript = all.sound == null ? null : all.sound.half(reader);
        if (all.sound != null && transcript != null) {
            all.sound.tellUnsaved(transcript, all::open);
        }
        note = all.notes.half(reader);
    }

    @Override
    public Pane reader() {
        var pane = all.readers.pane(reader, all.files()::browse);
        all.making.into(pane.root(), ".reader-tools", reader);
        return pane;
    }

    @Override
    public Pane transcript() {
        var pane =
                all.heard()
                        .transcript(
                                Objects.requireNonNull(transcript, "a window for documents only"),
                                all.files(),
                                () -> all.shell.show(Page.SETTINGS),
                                all.notes.begun()::about);
        all.making.into(pane.root(), "#tools", reader);
        all.making.into(pane.root(), ".wordless .buttons", reader);
        var beside = all.readers.besideSound(pane.root(), reader);
        return new Pane(
                pane.root(),
                pane.focus(),
                event ->
                        pane.first().test(event)
                                || event.getCode() == KeyCode.ESCAPE && beside.shut(),
                pane.drop(),
                pane.spot());
    }

    @Override
    public Pane note() {
        var pane = all.notes.pane(note, all.files());
        all.making.into(pane.root(), note.note(), note.history());
        return pane;
    }

    @Override
    public Pane recording() {
        return all.heard().recordingPane();
    }

    @Override
    public Pane jobs() {
        return all.welcome.withStep(all.work.jobs(), "#empty", "command.record", "shell.record");
    }

    @Override
    public Pane batches() {
        return all.making.batches(all.library, all::files);
    }

    @Override
    public Pane settings() {
        var speech = all.sound == null ? null : all.sound.settings(all.files());
        var parts = new ArrayList<>(List.of(all.data.settings(), all.beside.settings()));
        if (all.models != null) {
            parts.addFirst(all.models.research());
        }
        if (speech != null) {
            parts.addFirst(speech);
        }
        var controller =
                new SettingsController(
                        all.settings,
                        all.language,
                        () -> all.shell.turn(Page.KEYS),
                        parts,
                        all.models == null ? null : all.models.leads(),
                        all.texts,
                        new ProblemText(all.texts));
        return new Pane(
                new Fxml(all.texts).load(SettingsController.class, "settings", controller),
                controller::first);
    }

    @Override
    public Pane models() {
        return all.chosen().models(all.files());
    }

    @Override
    public Pane hardware() {
        return all.chosen().hardware(all.files());
    }

    @Override
    public Pane endpoints() {
        return all.chosen().endpoints();
    }

    @Override
    public Pane keys() {
        return all.commands.keys();
    }

    @Override
    public Pane highlights() {
        return all.lists.highlights();
    }

    @Override
    public Pane graph() {
        return all.lists.maps().graph();
    }

    @Override
    public Pane conversation() {
        return all.talk.conversation(all.welcome);
    }

    @Override
    public Pane timeline() {
        return all.lists.maps().timeline();
    }

    @Override
    public Pane duplicates() {
        return all.lists.duplicates();
    }
}

package dev.pharos.ui;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.library.LibraryController;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.SourceFacts;
import dev.pharos.ui.library.SourcesViewModel;
import dev.pharos.ui.library.TagEditing;
import dev.pharos.ui.library.TagsController;
import dev.pharos.ui.library.TagsViewModel;
import dev.pharos.ui.note.NewNoteButton;
import dev.pharos.ui.note.NewNotes;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.Map;

/// Builds the lists of sources that stand in the column at the side. For the JavaFX thread.
final class ListScreens {
    private final LibraryViewModel library;
    private final Transcripts transcripts;
    private final TagEditing editing;
    private final ShellViewModel shell;
    private final WelcomeScreens welcome;
    private final Background background;
    private final Texts texts;
    private final Fxml fxml;

    ListScreens(
            LibraryViewModel library,
            Transcripts transcripts,
            TagEditing editing,
            ShellViewModel shell,
            WelcomeScreens welcome,
            Background background,
            Texts texts) {
        this.library = library;
        this.transcripts = transcripts;
        this.editing = editing;
        this.shell = shell;
        this.welcome = welcome;
        this.background = background;
        this.texts = texts;
        this.fxml = new Fxml(texts);
    }

    /// @param jobs all of them, kept up to date; null where nothing is heard
    Pane library(@Nullable ObservableList<Job> jobs) {
        var facts = new SourceFacts(texts, true);
        if (jobs != null) {
            lengths(facts, jobs);
        }
        var list =
                list(
                        library.those(_ -> true),
                        new LibraryController.About(
                                count -> texts.text("library.count", count),
                                facts,
                                Material2AL.LIBRARY_BOOKS,
                                texts.text("library.empty"),
                                texts.text("library.emptyHint")));
        welcome.markSamples(list);
        return welcome.withStep(list, "#empty", "command.importFiles", "shell.importFiles");
    }

    /// @param jobs all of them, kept up to date
    Pane recordings(ObservableList<Job> jobs) {
        var facts = new SourceFacts(texts, false);
        lengths(facts, jobs);
        var list =
                list(
                        library.those(source -> source.kind() == SourceKind.RECORDING),
                        new LibraryController.About(
                                count -> texts.text("recordings.count", count),
                                facts,
                                Material2AL.GRAPHIC_EQ,
                                texts.text("recordings.empty"),
                                texts.text("recordings.emptyHint")));
        return welcome.withStep(list, "#empty", "command.record", "shell.record");
    }

    /// Tells how long the recordings are, and how far their transcriptions.
    private void lengths(SourceFacts facts, ObservableList<Job> jobs) {
        jobs.subscribe(() -> facts.setJobs(jobs));
        facts.setJobs(jobs);
        Runnable read =
                () ->
                        background
                                .<Map<SourceId, Long>>job(
                                        _ -> transcripts.lengths(),
                                        outcome -> {
                                            if (outcome instanceof Outcome.Done(var now)) {
                                                facts.setLengths(now);
                                            }
                                        })
                                .start();
        library.all().subscribe(read);
        read.run();
    }

    /// @param begun begins new ones
    Pane notes(NewNotes begun) {
        var list =
                list(
                        library.those(source -> source.kind() == SourceKind.NOTE),
                        new LibraryController.About(
                                count -> texts.text("notes.count", count),
                                new SourceFacts(texts, false),
                                Material2MZ.NOTES,
                                texts.text("notes.empty"),
                                texts.text("notes.emptyHint")));
        NewNoteButton.into(list.root(), begun, texts);
        return welcome.withStep(list, "#empty", "command.newNote", "command.newNote");
    }

    Pane tags() {
        var tags = new TagsViewModel(library, texts.locale());
        var sources =
                list(
                        tags.sources(),
                        new LibraryController.About(
                                count ->
                                        tags.chosenProperty().get().isEmpty()
                                                ? texts.text("tags.count", count)
                                                : tags.chosenProperty().get() + " · " + count,
                                new SourceFacts(texts, true),
                                Material2AL.LABEL,
                                texts.text("tags.empty"),
                                texts.text("tags.emptyHint")));
        var controller = new TagsController(tags, editing, sources.root(), texts);
        var pane =
                new Pane(fxml.load(TagsController.class, "tags", controller), controller::content);
        return welcome.withStep(pane, ".pane > .empty", "command.newNote", "command.newNote");
    }

    private Pane list(SourcesViewModel sources, LibraryController.About about) {
        var controller = new LibraryController(sources, editing, shell, shell.open(), about, texts);
        return new Pane(
                fxml.load(LibraryController.class, "library", controller), controller::list);
    }
}

package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.annotation.HighlightsController;
import dev.pharos.ui.annotation.HighlightsViewModel;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.duplicate.DuplicatesController;
import dev.pharos.ui.duplicate.DuplicatesViewModel;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.library.ChangingWork;
import dev.pharos.ui.library.CollectionEditing;
import dev.pharos.ui.library.LibraryController;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.ListMemory;
import dev.pharos.ui.library.SaveSearch;
import dev.pharos.ui.library.ShelfText;
import dev.pharos.ui.library.ShelvesController;
import dev.pharos.ui.library.ShelvesViewModel;
import dev.pharos.ui.library.SourceEditing;
import dev.pharos.ui.library.SourceExport;
import dev.pharos.ui.library.SourceFacts;
import dev.pharos.ui.library.SourcesViewModel;
import dev.pharos.ui.library.TagEditing;
import dev.pharos.ui.library.TagsController;
import dev.pharos.ui.library.TagsViewModel;
import dev.pharos.ui.library.TrashController;
import dev.pharos.ui.library.TrashEditing;
import dev.pharos.ui.library.TrashViewModel;
import dev.pharos.ui.note.NewNoteButton;
import dev.pharos.ui.note.NewNotes;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.Section;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Pause;
import dev.pharos.ui.work.WindowFile;

import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Builds the lists of sources that stand in the column at the side, and what is done with the
/// sources in them. For the JavaFX thread.
final class ListScreens {
    private static final Duration NEWS = Duration.millis(400);

    private final Library kept;
    private final LibraryViewModel library;
    private final ShellViewModel shell;
    private final WelcomeScreens welcome;
    private final Background background;
    private final Texts texts;
    private final Fxml fxml;
    private final MapScreens maps;
    private final ListMemory memory;
    private final Changing changing;
    private final TagEditing tags;
    private final CollectionEditing collections;
    private final TrashEditing trash;
    private final DuplicatesViewModel duplicates;
    private final SourceEditing editing;
    private final SaveSearch saveSearch;
    private @Nullable ShelvesController shelves;

    /// What is built elsewhere and used here.
    ///
    /// @param export writes sources into a folder
    record Around(
            ShellViewModel shell,
            WelcomeScreens welcome,
            CommandScreens commands,
            SourceExport export,
            LongWorkViewModel works) {}

    ListScreens(
            Desktop desktop,
            LibraryViewModel library,
            Around around,
            Background background,
            Texts texts) {
        this.kept = desktop.library();
        this.library = library;
        this.shell = around.shell();
        this.welcome = around.welcome();
        var commands = around.commands();
        this.background = background;
        this.texts = texts;
        fxml = new Fxml(texts);
        maps = new MapScreens(kept, library, shell, background, texts);
        memory = new ListMemory(WindowFile.of(desktop.settings(), kept), background);
        changing = commands.changing();
        tags = new TagEditing(kept.tags(), changing, background, texts);
        collections = new CollectionEditing(kept.collections(), changing, background, texts);
        trash = new TrashEditing(kept.trash(), changing, texts);
        duplicates =
                new DuplicatesViewModel(
                        kept.relations().duplicates()::groups,
                        this::marked,
                        library,
                        trash::put,
                        background);
        editing = new SourceEditing(changing, tags, collections, trash, around.export());
        new ChangingWork(changing, around.works(), texts);
        saveSearch = new SaveSearch(collections, shell.lineProperty(), texts);
        library.all().subscribe(tags::load);
        library.all().subscribe(collections::load);
        shell.open()
                .subscribe(target -> {
                    if (target != null) {
                        memory.read(target.source());
                    }
                });
        add(commands.commands());
    }

    /// @param make asks how notes are to be made of sources
    void onMake(Consumer<List<Source>> make) {
        editing.onMake(make);
    }

    /// What is chosen in the list that has the keyboard, or had it last.
    List<Source> chosen() {
        return editing.chosen();
    }

    MapScreens maps() {
        return maps;
    }

    /// All sources of a library.
    static LibraryViewModel all(Library kept, Background background, Locale locale) {
        return new LibraryViewModel(
                _ -> kept.sources().all(),
                _ -> !kept.trash().all().isEmpty(),
                background,
                Pause.atMost(NEWS),
                locale);
    }

    private void add(Commands commands) {
        commands.add(Group.GO, "command.collections", this::enterShelves, "Shortcut+Shift+L");
        commands.add(Group.DO, "command.tag", editing::tag, "Shortcut+Shift+A");
        commands.add(Group.DO, "command.collect", editing::collect, "Shortcut+Shift+C");
        commands.add(Group.DO, "command.throwAway", editing::throwAway);
        commands.add(Group.DO, "command.exportChosen", editing::exportChosen);
        commands.add(
                Group.DO,
                "command.saveSearch",
                saveSearch::possible,
                saveSearch::ask,
                "Shortcut+Shift+S");
    }

    private void enterShelves() {
        shell.lineProperty().set("");
        shell.sectionProperty().set(Section.LIBRARY);
        shell.listShownProperty().set(true);
        if (shelves != null) {
            Platform.runLater(shelves::enter);
        }
    }

    /// @param jobs all of them, kept up to date; null where nothing is heard
    Pane library(@Nullable ObservableList<Job> jobs) {
        var facts = new SourceFacts(texts, true);
        if (jobs != null) {
            lengths(facts, jobs);
        }
        var viewModel =
                new ShelvesViewModel(
                        library,
                        new ShelvesViewModel.Kept(kept.collections(), kept.trash()),
                        collections,
                        changing,
                        memory,
                        background,
                        InstantSource.system());
        var sources =
                list("library", viewModel.sources(), new ShelfText(texts).about(viewModel, facts));
        var thrown = trash();
        var controller =
                new ShelvesController(
                        viewModel,
                        memory,
                        trash,
                        new ShelvesController.Below(sources.root(), sources.focus()),
                        new ShelvesController.Below(thrown.root(), thrown.focus()),
                        () -> shell.show(Page.HIGHLIGHTS),
                        texts);
        shelves = controller;
        welcome.markSamples(sources);
        maps.leadFrom(sources.root());
        var withStep =
                welcome.withStep(sources, "#empty", "command.importFiles", "shell.importFiles");
        return new Pane(
                fxml.load(ShelvesController.class, "shelves", controller),
                controller::content,
                event ->
                        controller.first(event)
                                || withStep.first().test(event)
                                || thrown.first().test(event),
                null);
    }

    private Pane trash() {
        var viewModel = new TrashViewModel(kept.trash(), trash, library, changing, background);
        var controller = new TrashController(viewModel, texts);
        return new Pane(
                fxml.load(TrashController.class, "trash", controller),
                controller::content,
                controller::first,
                null);
    }

    /// Adds to what was found that it can be kept.
    Pane saving(Pane results) {
        saveSearch.into(results.root());
        return results;
    }

    /// All that was marked.
    Pane highlights() {
        var viewModel =
                new HighlightsViewModel(kept.highlights(), library, changing, background, texts);
        var controller = new HighlightsController(viewModel, shell, texts);
        return new Pane(
                fxml.load(HighlightsController.class, "highlights", controller),
                controller::content);
    }

    CollectionEditing collections() {
        return collections;
    }

    /// What stands there twice. The window looks for it once, however many panes show it.
    Pane duplicates() {
        var controller = new DuplicatesController(duplicates, shell, texts, new ProblemText(texts));
        return new Pane(
                fxml.load(DuplicatesController.class, "duplicates", controller),
                controller::content,
                controller::first,
                null);
    }

    private DuplicatesViewModel.Marked marked(List<SourceId> sources) {
        var of = Set.copyOf(sources);
        int highlights =
                (int)
                        kept.highlights().all().stream()
                                .filter(each -> of.contains(each.source()))
                                .count();
        int links =
                (int)
                        kept.notes().links().edges().stream()
                                .filter(each -> of.contains(each.to()) && !of.contains(each.from()))
                                .count();
        return new DuplicatesViewModel.Marked(highlights, links);
    }

    /// @param jobs all of them, kept up to date
    Pane recordings(ObservableList<Job> jobs) {
        var facts = new SourceFacts(texts, false);
        lengths(facts, jobs);
        var list =
                list(
                        "recordings",
                        library.those(source -> source.kind() == SourceKind.RECORDING),
                        new LibraryController.About(
                                count -> texts.text("recordings.count", count),
                                facts,
                                new LibraryController.Empty(
                                        Material2AL.GRAPHIC_EQ,
                                        texts.text("recordings.empty"),
                                        texts.text("recordings.emptyHint"))));
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
                                        _ -> kept.transcripts().lengths(),
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
                        "notes",
                        library.those(source -> source.kind() == SourceKind.NOTE),
                        new LibraryController.About(
                                count -> texts.text("notes.count", count),
                                new SourceFacts(texts, false),
                                new LibraryController.Empty(
                                        Material2MZ.NOTES,
                                        texts.text("notes.empty"),
                                        texts.text("notes.emptyHint"))));
        NewNoteButton.into(list.root(), begun, texts);
        return welcome.withStep(list, "#empty", "command.newNote", "command.newNote");
    }

    Pane tags() {
        var viewModel = new TagsViewModel(library, tags.treeProperty(), texts.locale());
        var sources =
                list(
                        "tags",
                        viewModel.sources(),
                        new LibraryController.About(
                                count ->
                                        viewModel.chosenProperty().get().isEmpty()
                                                ? texts.text("tags.count", count)
                                                : viewModel.chosenProperty().get() + " · " + count,
                                new SourceFacts(texts, true),
                                new LibraryController.Empty(
                                        Material2AL.LABEL,
                                        texts.text("tags.empty"),
                                        texts.text("tags.emptyHint"))));
        var controller = new TagsController(viewModel, tags, sources.root(), texts);
        var pane =
                new Pane(
                        fxml.load(TagsController.class, "tags", controller),
                        controller::content,
                        event -> sources.first().test(event) || controller.first(event),
                        null);
        return welcome.withStep(pane, ".pane > .empty", "command.newNote", "command.newNote");
    }

    /// @param name under which its order is kept
    private Pane list(String name, SourcesViewModel sources, LibraryController.About about) {
        memory.keep(name, sources.orderProperty());
        var controller = new LibraryController(sources, editing, shell, shell.open(), about, texts);
        return new Pane(
                fxml.load(LibraryController.class, "library", controller),
                controller::list,
                controller::first,
                null);
    }
}

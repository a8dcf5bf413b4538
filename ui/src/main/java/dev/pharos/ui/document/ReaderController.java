package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Source;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FindBar;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.PanelRoom;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.ReaderViewModel.Opened;
import dev.pharos.ui.document.ReaderViewModel.State;
import dev.pharos.ui.work.Background;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Binds `reader.fxml` to its view-models: the two ways to look at a source, and what is around
/// them.
public final class ReaderController {
    private static final int SHORT = 80;

    private final ReaderParts parts;
    private final ReaderViewModel viewModel;
    private final PagesPane pagesPane;
    private final Node pages;
    private final ReaderParts.Aside aside;
    private final Texts texts;
    private final ProblemText problems;
    private final PlaceText places;
    private final FindBar findBar;
    private final LookCard lookCard;
    private final TrashedView trashed;

    @FXML private VBox page;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Label howFar;
    @FXML private PanelRoom room;
    @FXML private Region progressLine;
    @FXML private HBox looks;
    @FXML private ToggleButton asPages;
    @FXML private ToggleButton asText;
    @FXML private Button find;
    @FXML private ToggleButton appearance;
    @FXML private ToggleButton panel;
    @FXML private StackPane findSlot;
    @FXML private StackPane asideSlot;
    @FXML private StackPane below;
    @FXML private StackPane sheets;
    @FXML private ListView<Block> blocks;
    @FXML private VBox empty;
    @FXML private VBox failed;
    @FXML private StackPane trashedSlot;
    @FXML private Label problem;
    @FXML private Label noText;
    @FXML private ProgressIndicator loading;

    private @Nullable TextPane textPane;
    private @Nullable ReaderMarks marks;
    private @Nullable ReaderPanel readerPanel;
    private @Nullable Scrolled scrolled;
    private @Nullable Opened opened;

    /// @param rendering works for the pages in view alone, so that nothing else waits for them
    /// @param browse shows a page of the web
    public ReaderController(
            ReaderParts parts,
            PdfPages images,
            Background rendering,
            Texts texts,
            ProblemText problems,
            PlaceText places,
            Consumer<String> browse) {
        this.parts = parts;
        this.viewModel = parts.reader();
        pagesPane = new PagesPane(images, rendering, places, texts, browse);
        pages = pagesPane.room();
        this.aside = parts.aside();
        this.texts = texts;
        this.problems = problems;
        this.places = places;
        findBar = new FindBar(parts.finding(), texts);
        lookCard = new LookCard(parts.look(), texts);
        trashed = new TrashedView(viewModel::takeBack, texts);
    }

    @FXML
    private void initialize() {
        textPane = new TextPane(blocks, places, parts.look().valueProperty());
        sheets.getChildren().add(1, pages);
        marks =
                new ReaderMarks(
                        below,
                        this::sheet,
                        parts.marking(),
                        parts.settings(),
                        parts.quoting(),
                        texts);
        List.of(textPane, pagesPane).forEach(marks::listen);
        scrolled = new Scrolled(this::reached);
        List.of(textPane, pagesPane).forEach(scrolled::listen);
        asPages.setOnAction(_ -> look(false));
        asText.setOnAction(_ -> look(true));
        bindAround();
        parts.marking().allProperty().subscribe(_ -> overlay());
        parts.finding()
                .foundProperty()
                .subscribe(found -> {
                    overlay();
                    if (found.now() >= 0) {
                        go(found.ranges().get(found.now()).start());
                    }
                });
        trashedSlot.getChildren().setAll(trashed);
        viewModel.stateProperty().subscribe(this::show);
    }

    private void bindAround() {
        findSlot.getChildren().setAll(findBar);
        findBar.onClosed(() -> sheet().node().requestFocus());
        find.setOnAction(_ -> find());
        lookCard.over(below, appearance, () -> sheet().node().requestFocus());
        aside.controller().lead(this::leadTo, (highlight, at) -> marks().edit(highlight, at));
        readerPanel()
                .bind(
                        aside.root(),
                        parts.settings(),
                        ReaderSettings::aside,
                        ReaderSettings::withAside);
    }

    private ReaderPanel readerPanel() {
        if (readerPanel == null) {
            readerPanel =
                    new ReaderPanel(room, asideSlot, panel, () -> sheet().node().requestFocus());
        }
        return readerPanel;
    }

    private ReaderMarks marks() {
        return Objects.requireNonNull(marks, "not initialized");
    }

    private Sheet sheet() {
        return Objects.requireNonNull(pages.isVisible() ? pagesPane : textPane, "not initialized");
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return trashedSlot.isVisible() ? trashed.takeBack() : sheet().node();
    }

    /// Where it stands, or null where nothing is read.
    public @Nullable Spot spot() {
        return page.isVisible() ? sheet().spot() : null;
    }

    /// Whether a source is read here.
    public boolean reads() {
        return viewModel.stateProperty().get() instanceof State.Reading;
    }

    /// Takes the keys that the window would else take for itself.
    ///
    /// @return whether this one was taken
    public boolean first(KeyEvent event) {
        var scene = page.getScene();
        if (!reads() || scene == null || !Nodes.within(page, scene.getFocusOwner())) {
            return false;
        }
        boolean again =
                event.getCode() == KeyCode.F3
                        || event.getCode() == KeyCode.G && event.isShortcutDown();
        if (again) {
            findAgain(event.isShiftDown());
            return true;
        }
        return marks().ends(event) || event.getCode() == KeyCode.ESCAPE && escape();
    }

    private boolean escape() {
        if (lookCard.isVisible()) {
            lookCard.open(false);
        } else if (marks().isEditing()) {
            marks().close();
        } else if (sheet().selectedProperty().get() != null || marks().isOpen()) {
            sheet().clearSelection();
            marks().close();
        } else if (findBar.isOpen()) {
            findBar.close();
        } else {
            return readerPanel().shut();
        }
        return true;
    }

    /// Opens the line to find something in what is read.
    public void find() {
        var selected = sheet().selectedProperty().get();
        if (selected != null && selected.text().length() <= SHORT) {
            parts.finding().wantedProperty().set(selected.text().strip());
        }
        findBar.open();
        parts.finding().begin(selected == null ? sheet().offsetInView() : selected.start());
    }

    private void findAgain(boolean backwards) {
        if (!findBar.isOpen()) {
            find();
        } else if (backwards) {
            parts.finding().previous();
        } else {
            parts.finding().next();
        }
    }

    /// Marks what is selected.
    public void mark() {
        marks().mark();
    }

    /// Whether words are selected, or a highlight is.
    public boolean selects() {
        return reads() && marks().selects();
    }

    /// Begins a note about what is selected.
    public void write() {
        marks().write();
    }

    /// Shows the panel beside the text, or hides it.
    public void togglePanel() {
        readerPanel().toggle();
    }

    /// Shows beside the text what has to do with it.
    public void showRelated() {
        parts.settings().change(now -> now.with(ReaderSettings.Tab.RELATED));
        readerPanel().enter();
    }

    /// Leads to an offset, as a reader who goes there.
    private void go(int offset) {
        if (scrolled != null) {
            scrolled.byReader();
        }
        sheet().reveal(offset);
    }

    private void leadTo(int offset) {
        var now = opened;
        if (now != null) {
            if (scrolled != null) {
                scrolled.byReader();
            }
            sheet().show(now, at(now.source(), now.document(), offset));
            overlay();
            readerPanel().shut();
            sheet().node().requestFocus();
        }
    }

    /// A point of a source.
    private static Target at(Source source, Document document, int offset) {
        return new Target(source.id(), Outline.of(document).place(offset, offset), List.of());
    }

    private void look(boolean text) {
        int offset = sheet().offsetInView();
        viewModel.asTextProperty().set(text);
        var now = opened;
        if (now != null) {
            read(now, at(now.source(), now.document(), offset));
        }
    }

    private void show(State state) {
        Nodes.setShown(empty, state instanceof State.Nothing);
        Nodes.setShown(loading, state instanceof State.Loading);
        Nodes.setShown(failed, state instanceof State.Failed);
        Nodes.setShown(trashedSlot, state instanceof State.Trashed);
        Nodes.setShown(page, state instanceof State.Reading);
        switch (state) {
            case State.Reading(var now, var target) -> read(now, target);
            case State.Failed(var why) -> problem.setText(problems.of(why));
            case State.Trashed(var source) -> trashed.show(source);
            case State.Nothing(), State.Loading(_), State.Listening(_, _), State.Writing _ ->
                    marks().close();
        }
    }

    private void read(Opened now, Target target) {
        boolean other = opened == null || opened.document() != now.document();
        opened = now;
        var source = now.source();
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(about(source, target));
        boolean paper = now.paper() != null;
        boolean text = !paper || viewModel.asTextProperty().get();
        Nodes.setShown(looks, paper);
        Nodes.setShown(appearance, text);
        asPages.setSelected(!text);
        asText.setSelected(text);
        Nodes.setShown(blocks, text);
        Nodes.setShown(pages, !text);
        room.setFixed(!text);
        Nodes.setShown(noText, text && now.document().blocks().isEmpty());
        if (other) {
            lookCard.open(false);
            if (findBar.isOpen()) {
                findBar.close();
            }
            marks().close();
            parts.finding().in(now.document().text());
            parts.marking().in(source.id());
            aside.controller().show(Heading.of(now));
        }
        if (scrolled != null) {
            scrolled.shown();
        }
        sheet().show(now, target);
        overlay();
        Platform.runLater(() -> reached(false));
    }

    private void overlay() {
        var found = parts.finding().foundProperty().get();
        sheet().overlay(
                        new Overlay(
                                parts.marking().allProperty().get(), found.ranges(), found.now()));
    }

    /// Something else is in view.
    ///
    /// @param byReader who has gone there; else it was led there
    private void reached(boolean byReader) {
        var now = opened;
        if (now == null || !reads() || now.document().text().isEmpty()) {
            return;
        }
        int offset = sheet().offsetInView();
        double fraction = (double) sheet().endInView() / now.document().text().length();
        int index = TextSelection.index(now.document().blocks(), offset);
        var block = index < 0 ? null : now.document().blocks().get(index);
        String where =
                pages.isVisible() || block == null
                        ? ""
                        : places.page(now.source().kind(), block.page());
        String part = texts.text("reader.progress", Math.clamp(fraction, 0, 1));
        howFar.setText(where.isEmpty() ? part : where + " · " + part);
        progressLine.setMaxWidth(page.getWidth() * Math.clamp(fraction, 0, 1));
        aside.controller().readAt(offset);
        if (byReader) {
            viewModel.progress().reached(now.source().id(), offset, fraction);
        }
    }

    private String about(Source source, Target target) {
        var place = target.place();
        String where =
                place == null || place.startOffset() == place.endOffset()
                        ? ""
                        : places.of(source.kind(), source.title(), place);
        return Stream.of(
                        texts.text("kind." + source.kind().id()),
                        String.join(", ", source.authors()),
                        where)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }
}

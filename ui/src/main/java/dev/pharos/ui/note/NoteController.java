package dev.pharos.ui.note;

import dev.pharos.engine.note.FrontMatter;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.PanelRoom;
import dev.pharos.ui.note.NoteViewModel.Mode;
import dev.pharos.ui.note.NoteViewModel.State;

import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Binds `note.fxml` to its view-models.
public final class NoteController {

    /// What stands in the pane beside the text.
    ///
    /// @param body shows the text itself
    public record Parts(
            NoteBody body,
            Parent find,
            FindController findController,
            Parent history,
            HistoryController historyController,
            Parent around,
            NoteDeeds deeds,
            Tips tips) {}

    private final NoteViewModel viewModel;
    private final NoteChanges changes;
    private final HistoryViewModel history;
    private final AroundViewModel around;
    private final Parts parts;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private StackPane root;
    @FXML private VBox page;
    @FXML private TextField title;
    @FXML private Label shownTitle;
    @FXML private Label about;
    @FXML private Hyperlink saved;
    @FXML private ToggleButton asSource;
    @FXML private ToggleButton asSplit;
    @FXML private ToggleButton asRead;
    @FXML private Button find;
    @FXML private ToggleButton aside;
    @FXML private MenuItem rename;
    @FXML private MenuItem copyLink;
    @FXML private MenuItem beside;
    @FXML private MenuItem export;
    @FXML private MenuItem addProperty;
    @FXML private MenuItem attach;
    @FXML private MenuItem earlier;
    @FXML private MenuItem trash;
    @FXML private HBox dispute;
    @FXML private Button mine;
    @FXML private Button theirs;
    @FXML private StackPane findSlot;
    @FXML private SplitPane split;
    @FXML private StackPane sourceSlot;
    @FXML private StackPane readSlot;
    @FXML private PanelRoom room;
    @FXML private StackPane asideSlot;
    @FXML private StackPane historySlot;
    @FXML private VBox trashed;
    @FXML private Label trashedTitle;
    @FXML private Button takeBack;
    @FXML private Pane overlay;

    public NoteController(
            NoteViewModel viewModel,
            NoteChanges changes,
            HistoryViewModel history,
            AroundViewModel around,
            Parts parts,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.changes = changes;
        this.history = history;
        this.around = around;
        this.parts = parts;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        FlowWords.wrap(trashedTitle);
        findSlot.getChildren().setAll(parts.find());
        historySlot.getChildren().setAll(parts.history());
        asideSlot.getChildren().setAll(parts.around());
        parts.body().into(split, sourceSlot, readSlot, overlay);
        bindHead();
        bindTools();
        bindTrouble();
        viewModel.stateProperty().subscribe(this::show);
        viewModel.modeProperty().subscribe(this::look);
        viewModel.placeProperty().subscribe(this::titled);
        history.noteProperty().subscribe(note -> Nodes.setShown(historySlot, note != null));
    }

    private void bindHead() {
        new NoteTitle(title, shownTitle, viewModel, changes, parts.body()::focus);
        viewModel.sourceProperty().subscribe(_ -> count(parts.body().readingProperty().get()));
        saved.setOnAction(_ -> {
            saved.setVisited(false);
            viewModel.saveAgain();
        });
        viewModel.keepingProperty().subscribe(this::kept);
        parts.body().readingProperty().subscribe(this::count);
    }

    private void count(Reading reading) {
        var source = viewModel.sourceProperty().get();
        var parent = source == null ? null : source.path().getParent();
        String folder =
                parent == null || parent.getFileName() == null ? "" : parent.getFileName() + " · ";
        about.setText(folder + texts.text("note.words", reading.words(), reading.minutes()));
    }

    private void kept(Draft.State state) {
        saved.setText(
                switch (state) {
                    case Draft.State.Unchanged _ -> "";
                    case Draft.State.Saving _ -> texts.text("transcript.saving");
                    case Draft.State.Kept(var merged) ->
                            texts.text(merged ? "note.savedMerged" : "transcript.saved");
                    case Draft.State.Failed(var why) ->
                            texts.text("note.notSaved", problems.of(why));
                    case Draft.State.Disputed _ -> texts.text("note.disputed");
                });
        Nodes.setShown(saved, !saved.getText().isEmpty());
        saved.setDisable(!(state instanceof Draft.State.Failed));
        Nodes.setShown(dispute, state instanceof Draft.State.Disputed);
    }

    private void bindTools() {
        List.of(asSource, asSplit, asRead)
                .forEach(each -> parts.tips().on(each, "command.noteMode"));
        asSource.setOnAction(_ -> choose(Mode.SOURCE));
        asSplit.setOnAction(_ -> choose(Mode.SPLIT));
        asRead.setOnAction(_ -> choose(Mode.READ));
        find.setOnAction(_ -> find(false));
        aside.setOnAction(_ -> togglePanel());
        room.openProperty().subscribe(this::showAround);
        asideSlot.addEventHandler(ActionEvent.ACTION, _ -> room.shut());
        rename.setOnAction(_ -> rename());
        copyLink.setOnAction(_ -> parts.deeds().copyLink());
        beside.setOnAction(_ -> parts.deeds().openBeside());
        export.setOnAction(_ -> parts.deeds().export());
        addProperty.setOnAction(_ -> addProperty());
        attach.setOnAction(_ -> parts.body().attachChosen());
        earlier.setOnAction(_ -> showHistory());
        trash.setOnAction(_ -> changes.trash());
        takeBack.setOnAction(_ -> {
            if (viewModel.stateProperty().get() instanceof State.Trashed(var note, _)) {
                changes.takeBack(note);
            }
        });
        parts.findController().onClosed(parts.body()::focus);
    }

    /// Shows beside the note what has to do with it, and puts the keyboard there.
    public void showRelated() {
        if (!room.openProperty().get()) {
            room.toggle();
        }
        whenStyled(parts.around()::requestFocus);
    }

    /// Shows or hides what stands beside the note.
    public void togglePanel() {
        room.toggle();
        aside.setSelected(room.openProperty().get());
    }

    private void showAround(boolean open) {
        aside.setSelected(open);
        if (!open && root.getScene() != null && hasKeyboard(asideSlot)) {
            parts.body().focus();
        }
        around.shownProperty().set(open);
    }

    private void choose(Mode mode) {
        viewModel.modeProperty().set(mode);
        look(mode);
        parts.body().focus();
    }

    private void look(Mode mode) {
        asSource.setSelected(mode == Mode.SOURCE);
        asSplit.setSelected(mode == Mode.SPLIT);
        asRead.setSelected(mode == Mode.READ);
        parts.body().look(mode);
        if (mode == Mode.READ) {
            parts.findController().onlyFind();
        }
    }

    /// A property begins with a name that is not taken; both are written in their row.
    private void addProperty() {
        var names = List.of("tags", "aliases", "status", "date", "author", "source");
        String text = viewModel.textProperty().get();
        var taken = FrontMatter.of(text).properties().keySet();
        names.stream()
                .filter(each -> !taken.contains(each))
                .findFirst()
                .ifPresent(name -> new Touches(viewModel).set(name, PropertyRows.begin(name)));
    }

    private void showHistory() {
        viewModel.saveNow();
        history.open(viewModel.note());
        parts.historyController().enter();
    }

    private void bindTrouble() {
        mine.setOnAction(_ -> viewModel.decide(true));
        theirs.setOnAction(_ -> viewModel.decide(false));
    }

    private void show(State state) {
        Nodes.setShown(page, state instanceof State.Open);
        Nodes.setShown(trashed, state instanceof State.Trashed);
        switch (state) {
            case State.Open(var note, var target, _) -> {
                history.close();
                parts.findController().hide();
                around.open(note);
                parts.body().open(target);
            }
            case State.Trashed(_, var name) -> {
                trashedTitle.setText(texts.text("note.trashed", name));
                takeBack.requestFocus();
            }
            case State.Nothing() -> {}
        }
    }

    private void titled(NoteViewModel.@Nullable Place place) {
        switch (place) {
            case NoteViewModel.Place.Title() -> whenStyled(this::rename);
            case NoteViewModel.Place.End() -> whenStyled(parts.body()::focus);
            case null, default -> {}
        }
    }

    /// What a new pane holds is in the scene once its style is applied, and has no keyboard before.
    private void whenStyled(Runnable focusing) {
        Platform.runLater(() -> {
            root.applyCss();
            focusing.run();
        });
    }

    private void find(boolean replacing) {
        if (replacing && viewModel.modeProperty().get() == Mode.READ) {
            choose(Mode.SOURCE);
        }
        parts.findController().open(replacing, parts.body().offset());
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (trashed.isVisible()) {
            return takeBack;
        }
        boolean naming =
                viewModel.placeProperty().get() instanceof NoteViewModel.Place.Title
                        && title.getText().equals(texts.text("note.untitled"));
        return naming ? title : parts.body().content();
    }

    /// Takes keys before the window does.
    public boolean first(KeyEvent event) {
        if (!page.isVisible()) {
            return false;
        }
        if (parts.body().takes(event)) {
            return true;
        }
        if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
            return shortcut(event.getCode());
        }
        return event.getCode() == KeyCode.ESCAPE && hasKeyboard(root) && escape();
    }

    private boolean hasKeyboard(Node box) {
        return Nodes.within(box, root.getScene().getFocusOwner());
    }

    private boolean shortcut(KeyCode key) {
        switch (key) {
            case F -> find(false);
            case S -> viewModel.saveNow();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Whether a note is open here.
    public boolean isOpen() {
        return page.isVisible();
    }

    /// Goes on from writing to both beside each other, to reading, and round.
    public void nextMode() {
        choose(viewModel.modeProperty().get().next());
    }

    /// Lets the title be written.
    public void rename() {
        title.requestFocus();
        title.selectAll();
    }

    /// Opens the line that finds and replaces.
    public void replace() {
        find(true);
    }

    private boolean escape() {
        if (history.noteProperty().get() != null) {
            history.close();
            parts.body().focus();
        } else if (parts.findController().shown()) {
            parts.findController().close();
        } else {
            return room.shut();
        }
        return true;
    }
}

package dev.pharos.ui.transcription;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.note.Quote;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.FindBar;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.JobText;
import dev.pharos.ui.transcription.TranscriptViewModel.State;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Binds `transcript.fxml` to its view-models.
public final class TranscriptController {
    private static final Duration NOTICE = Duration.seconds(5);

    private final TranscriptViewModel viewModel;
    private final Exporting exporting;
    private final Parts parts;
    private final FileChoice files;
    private final Consumer<Quote> quoting;
    private final Texts texts;
    private final ProblemText problems;
    private final JobText jobs;
    private final AboutText facts;
    private final FindBar findBar;
    private @Nullable TranscriptPane pane;

    /// What stands within it, built and bound already.
    public record Parts(
            Parent player,
            PlayerController playerController,
            Parent wordless,
            WordlessController wordlessController,
            Parent versions,
            VersionsController versionsController) {}

    @FXML private StackPane root;
    @FXML private VBox page;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Hyperlink saved;
    @FXML private HBox tools;
    @FXML private HBox doubts;
    @FXML private Label doubtCount;
    @FXML private Button doubtBefore;
    @FXML private Button doubtNext;
    @FXML private Button doubtRight;
    @FXML private Button find;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private MenuButton export;
    @FXML private MenuButton more;
    @FXML private CheckMenuItem exportTimes;
    @FXML private CheckMenuItem exportSpeakers;
    @FXML private MenuItem copy;
    @FXML private MenuItem copyTimes;
    @FXML private MenuItem writeAbout;
    @FXML private MenuItem earlier;
    @FXML private MenuItem importWords;
    @FXML private MenuItem transcribeAgain;
    @FXML private StackPane findSlot;
    @FXML private ListView<Line> list;
    @FXML private Label nobody;
    @FXML private StackPane wordlessSlot;
    @FXML private StackPane versionsSlot;
    @FXML private ProgressIndicator loading;
    @FXML private Label notice;
    @FXML private Button follow;
    @FXML private StackPane playerSlot;
    @FXML private VBox failed;
    @FXML private Label problem;

    /// @param quoting begins a note about words
    public TranscriptController(
            TranscriptViewModel viewModel,
            Exporting exporting,
            Parts parts,
            FileChoice files,
            Consumer<Quote> quoting,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.exporting = exporting;
        this.parts = parts;
        this.files = files;
        this.quoting = quoting;
        this.texts = texts;
        this.problems = problems;
        this.jobs = new JobText(texts, problems);
        this.facts = new AboutText(texts, jobs);
        this.findBar = new FindBar(viewModel.finding(), texts);
    }

    @FXML
    private void initialize() {
        var words =
                new TranscriptPane(
                        list, viewModel, new SpeakerCard(root, viewModel.editing(), texts), texts);
        pane = words;
        playerSlot.getChildren().setAll(parts.player());
        wordlessSlot.getChildren().setAll(parts.wordless());
        versionsSlot.getChildren().setAll(parts.versions());
        parts.playerController().setOnLoop(words::toggleLoop);
        parts.wordlessController().setOnImport(this::importWords);
        bindTools(words);
        bindFinding();
        bindExport();
        showNotice("");
        viewModel
                .refusalProperty()
                .subscribe(why -> showNotice(why == null ? "" : problems.of(why)));
        viewModel.stateProperty().subscribe(this::show);
        viewModel.versions().sourceProperty().subscribe((was, is) -> showVersions(was != is));
        viewModel.editing().transcriptProperty().subscribe(this::describe);
        viewModel.jobProperty().subscribe((_, job) -> show(job));
        new TranscriptKeys(viewModel, parts.playerController(), words).listen(root, list);
    }

    private void bindTools(TranscriptPane words) {
        var editing = viewModel.editing();
        undo.setOnAction(_ -> editing.undo());
        redo.setOnAction(_ -> editing.redo());
        undo.disableProperty().bind(editing.undoableProperty().not());
        redo.disableProperty().bind(editing.redoableProperty().not());
        editing.undoableProperty().subscribe(_ -> showUndo());
        editing.redoableProperty().subscribe(_ -> showUndo());
        saved.setOnAction(_ -> editing.saveNow());
        editing.stateProperty().subscribe(this::showSaved);
        doubtBefore.setOnAction(_ -> words.toDoubtful(false));
        doubtNext.setOnAction(_ -> words.toDoubtful(true));
        doubtRight.setOnAction(_ -> words.confirm());
        follow.setOnAction(_ -> words.followAgain());
        viewModel.playback().playingProperty().subscribe(_ -> showFollow(words));
        words.followingProperty().subscribe(_ -> showFollow(words));
        copy.setOnAction(_ -> words.copy(false));
        copyTimes.setOnAction(_ -> words.copy(true));
        writeAbout.setOnAction(_ -> write());
        more.setOnShowing(_ -> writeAbout.setDisable(!hasChosen()));
        earlier.setOnAction(_ -> viewModel.showVersions());
        importWords.setOnAction(_ -> importWords());
        transcribeAgain.setOnAction(_ -> viewModel.transcribe());
    }

    private void showUndo() {
        var editing = viewModel.editing();
        boolean changed = editing.undoableProperty().get() || editing.redoableProperty().get();
        Nodes.setShown(undo, changed);
        Nodes.setShown(redo, changed);
    }

    private void showFollow(TranscriptPane words) {
        boolean plays = viewModel.playback().playingProperty().get();
        Nodes.setShown(follow, plays && !words.followingProperty().get());
    }

    private void bindFinding() {
        findSlot.getChildren().setAll(findBar);
        findBar.onClosed(list::requestFocus);
        find.setOnAction(_ -> findBar.open());
    }

    private void bindExport() {
        exportTimes.selectedProperty().bindBidirectional(exporting.timesProperty());
        exportSpeakers.selectedProperty().bindBidirectional(exporting.speakersProperty());
        for (var format : TranscriptFormat.values()) {
            var item = new MenuItem(formatName(format));
            item.setId("export-" + format.id());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> export(format));
            export.getItems().add(item);
        }
        exporting
                .stateProperty()
                .subscribe(state ->
                        showNotice(
                                switch (state) {
                                    case Exporting.State.Quiet() -> "";
                                    case Exporting.State.Written(var file) ->
                                            texts.text("transcript.written", file);
                                    case Exporting.State.Failed(var why) -> problems.of(why);
                                }));
    }

    private String formatName(TranscriptFormat format) {
        return switch (format) {
            case TXT -> texts.text("transcript.format.txt");
            case MD -> texts.text("transcript.format.md");
            case SRT -> texts.text("transcript.format.srt");
            case VTT -> texts.text("transcript.format.vtt");
            case JSON -> texts.text("transcript.format.json");
            case DOCX -> texts.text("transcript.format.docx");
        };
    }

    private void export(TranscriptFormat format) {
        var source = viewModel.source();
        var transcript = viewModel.editing().transcriptProperty().get();
        if (source != null && transcript != null) {
            String name = source.title().replaceAll("[\\\\/:*?\"<>|]", " ").strip();
            files.save(name + "." + format.id())
                    .ifPresent(file -> exporting.write(transcript, source.title(), format, file));
        }
    }

    private void importWords() {
        var formats = Arrays.stream(TranscriptFormat.values()).map(TranscriptFormat::id).toList();
        files.one(formats).ifPresent(viewModel::take);
    }

    /// Whether segments are chosen.
    public boolean hasChosen() {
        return list.isVisible()
                && viewModel.source() != null
                && !list.getSelectionModel().isEmpty();
    }

    /// Begins a note about the chosen segments.
    public void write() {
        var source = viewModel.source();
        var chosen =
                list.getSelectionModel().getSelectedItems().stream().map(Line::segment).toList();
        if (source != null && hasChosen()) {
            long start = chosen.getFirst().startMs();
            long end = chosen.getLast().endMs();
            quoting.accept(
                    new Quote(
                            source,
                            chosen.stream().map(Segment::text).collect(Collectors.joining("\n")),
                            new Place(null, null, null, start, end, 0, 0),
                            Clock.of(start)));
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list.isVisible() ? list : playerSlot.lookup(".play");
    }

    /// Where it stands, or null where no words are shown.
    public @Nullable Spot spot() {
        return pane == null || !list.isVisible() ? null : pane.spot();
    }

    /// A correction, before what was done last elsewhere in the window.
    private boolean takesBack(KeyEvent event) {
        return event.getCode() == KeyCode.Z
                && event.isShortcutDown()
                && !event.isShiftDown()
                && !(event.getTarget() instanceof TextInputControl)
                && event.getTarget() instanceof Node node
                && Nodes.within(root, node)
                && viewModel.editing().undoableProperty().get();
    }

    /// Takes the keys that the window would else take for itself.
    ///
    /// @return whether this one was taken
    public boolean first(KeyEvent event) {
        if (takesBack(event)) {
            viewModel.editing().undo();
            return true;
        }
        boolean findKey =
                event.getCode() == KeyCode.F && event.isShortcutDown() && !event.isShiftDown();
        if (findKey && list.isVisible()) {
            findBar.open();
            return true;
        }
        if (event.getCode() != KeyCode.ESCAPE) {
            return false;
        }
        if (versionsSlot.isVisible()) {
            viewModel.versions().close();
            return true;
        }
        if (pane != null && pane.leaveEditing()) {
            return true;
        }
        if (findBar.isTyping()) {
            findBar.close();
            return true;
        }
        return false;
    }

    private void show(State state) {
        Nodes.setShown(failed, state instanceof State.Failed);
        Nodes.setShown(page, !(state instanceof State.Failed) && !(state instanceof State.Nothing));
        Nodes.setShown(loading, state instanceof State.Loading);
        Nodes.setShown(wordlessSlot, state instanceof State.Wordless);
        showVersions(false);
        if (state instanceof State.Loading) {
            findBar.hide();
        }
        var source = viewModel.source();
        title.setText(source == null ? "" : source.title());
        switch (state) {
            case State.Reading(_, var target, _) -> {
                if (pane != null) {
                    pane.show(target);
                }
            }
            case State.Failed(var why) -> problem.setText(problems.of(why));
            case State.Nothing(), State.Loading(_), State.Wordless(_) -> {}
        }
        describe(viewModel.editing().transcriptProperty().get());
    }

    private void showVersions(boolean enters) {
        boolean reading = viewModel.stateProperty().get() instanceof State.Reading;
        boolean shown = reading && viewModel.versions().sourceProperty().get() != null;
        Nodes.setShown(versionsSlot, shown);
        Nodes.setShown(list, reading && !shown);
        Nodes.setShown(tools, reading && !shown);
        if (shown && enters) {
            findBar.hide();
            parts.versionsController().enter();
        } else if (enters) {
            list.requestFocus();
        }
    }

    /// What becomes of a transcription that was asked for although there are words.
    private void show(@Nullable Job job) {
        describe(viewModel.editing().transcriptProperty().get());
        if (list.isVisible() && job != null && job.state() == Job.State.FAILED) {
            showNotice(jobs.about(job));
        }
    }

    private void describe(@Nullable Transcript transcript) {
        Nodes.setShown(
                nobody, list.isVisible() && transcript != null && transcript.segments().isEmpty());
        int doubtful = transcript == null ? 0 : WordPlace.doubtful(transcript).size();
        doubtCount.setText(texts.text("transcript.doubts", doubtful));
        Nodes.setShown(doubts, doubtful > 0);
        about.setText(facts.of(viewModel.source(), transcript, viewModel.jobProperty().get()));
    }

    private void showSaved(Editing.State state) {
        saved.setText(
                switch (state) {
                    case Editing.State.Unchanged() -> "";
                    case Editing.State.Saving() -> texts.text("transcript.saving");
                    case Editing.State.Saved() -> texts.text("transcript.saved");
                    case Editing.State.Failed _ -> texts.text("transcript.notSaved");
                });
        if (state instanceof Editing.State.Failed(var why)) {
            showNotice(problems.of(why));
        }
        Nodes.setShown(saved, !(state instanceof Editing.State.Unchanged));
        saved.setDisable(!(state instanceof Editing.State.Failed));
    }

    private void showNotice(String words) {
        notice.setText(words);
        Nodes.setShown(notice, !words.isEmpty());
        if (!words.isEmpty()) {
            var pause = new PauseTransition(NOTICE);
            pause.setOnFinished(_ -> Nodes.setShown(notice, !notice.getText().equals(words)));
            pause.play();
        }
    }
}

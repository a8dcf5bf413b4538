package dev.pharos.ui.note;

import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.note.NoteViewModel.Mode;
import dev.pharos.ui.note.NoteViewModel.Place;
import dev.pharos.ui.note.NoteViewModel.State;
import dev.pharos.ui.theme.Unzoomed;
import dev.pharos.ui.work.Pause;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The text of a note, written, read, or both beside each other; what is not looked at is not
/// built. For the JavaFX thread.
public final class NoteBody {
    private static final Duration STILL = Duration.millis(160);
    private static final double HALF = 0.5;

    private final NoteViewModel viewModel;
    private final NoteChanges changes;
    private final ReadingViewModel reading;
    private final NoteFinding finding;
    private final Completion completion;
    private final Following following;
    private final FileChoice files;
    private final Texts texts;
    private final ReadPane readPane;
    private final Pause still = Pause.afterTheLast(STILL);
    private @Nullable SourcePane source;
    private @Nullable WritingKeys keys;
    private @Nullable SplitPane split;
    private @Nullable Node sourceSlot;
    private @Nullable Node readSlot;
    private @Nullable Pane overlay;
    private boolean typed;

    /// The text was read, and nothing was built of it.
    private boolean behind;

    /// What is to be shown as soon as the text is read.
    private @Nullable Target citing;

    private @Nullable Place awaited;
    private @Nullable Spot left;

    /// What the window gives.
    public record Parts(
            NoteViewModel viewModel,
            NoteChanges changes,
            ReadingViewModel reading,
            Completion completion,
            NewNotes begun,
            Opening opening,
            FileChoice files) {}

    public NoteBody(Parts parts, Texts texts) {
        this.viewModel = parts.viewModel();
        this.changes = parts.changes();
        this.reading = parts.reading();
        this.completion = parts.completion();
        this.following =
                new Following(
                        viewModel,
                        parts.begun(),
                        parts.opening(),
                        address -> parts.files().browse(address));
        this.files = parts.files();
        this.texts = texts;
        this.finding = new NoteFinding(this::searched, this::isWritten);
        this.readPane = new ReadPane(new Touches(viewModel), following, texts);
    }

    public NoteFinding finding() {
        return finding;
    }

    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.readingProperty();
    }

    /// Where it is shown.
    void into(SplitPane split, StackPane sourceSlot, StackPane readSlot, Pane overlay) {
        this.split = split;
        this.sourceSlot = sourceSlot;
        this.readSlot = readSlot;
        this.overlay = overlay;
        readSlot.getChildren().setAll(readPane.list());
        reading.turnProperty().subscribe(_ -> read(reading.readingProperty().get()));
        viewModel.textProperty().subscribe(this::readText);
        viewModel.placeProperty().subscribe(this::place);
        finding.foundProperty().subscribe(this::found);
    }

    private void readText(String text) {
        if (viewModel.stateProperty().get() instanceof State.Open || !text.isEmpty()) {
            viewModel.withNote(note -> reading.read(note, viewModel.name(), text));
        }
        finding.textChanged();
    }

    /// Nothing is built of it as long as nobody sees it.
    private void read(Reading now) {
        behind = writing();
        if (!behind) {
            build(now);
        }
        if (awaited != null) {
            var place = awaited;
            awaited = null;
            show(place, now);
        }
    }

    private boolean writing() {
        return viewModel.modeProperty().get() == Mode.SOURCE;
    }

    private void build(Reading now) {
        readPane.show(now);
        if (citing != null
                && viewModel.stateProperty().get() instanceof State.Open(_, _, var document)) {
            var cited = Cited.of(now.blocks(), document, citing);
            citing = null;
            readPane.cite(cited);
        }
        if (left != null) {
            Scrolling.to(readPane.list(), left);
            left = null;
        }
    }

    /// Shows the open note from its beginning, at a place, or where it was left.
    void open(Target target) {
        citing = target.place() == null || target.left() != null ? null : target;
        left = target.left();
        if (writing()) {
            readPane.show(Reading.NONE);
        } else {
            readPane.begin();
        }
        readText(viewModel.textProperty().get());
        boolean back = source != null && source.isBack();
        if (source != null && left != null && left.ms() > 0 && !back) {
            source.area().select(source.position((int) left.ms() - 1));
        }
    }

    /// Where it stands: what is read, by its pieces; what is written, by the caret.
    public @Nullable Spot spot() {
        var spot = writing() ? null : Scrolling.spot(readPane.list());
        if (source == null || source.area().getCaretPosition() == null) {
            return spot;
        }
        int caret = source.offset(source.area().getCaretPosition());
        return spot == null ? new Spot(0, 0, caret + 1) : spot.at(caret + 1);
    }

    private void place(@Nullable Place place) {
        if (place == null || place instanceof Place.Title) {
            awaited = null;
        } else if (reading.isCurrent()) {
            show(place, reading.readingProperty().get());
        } else {
            awaited = place;
        }
    }

    private void show(Place place, Reading now) {
        int block =
                switch (place) {
                    case Place.Anchor(var anchor) -> Reading.place(now.blocks(), anchor);
                    case Place.Footnote(var label) -> now.footnote(label);
                    case Place.Offset(var at) -> now.blockAt(at);
                    case Place.End() -> now.blocks().size() - 1;
                    case Place.Title() -> -1;
                };
        if (!writing()) {
            readPane.showBlock(block);
        }
        if (source != null && place instanceof Place.End) {
            source.toEnd();
        } else if (source != null && block >= 0 && viewModel.modeProperty().get() != Mode.READ) {
            source.area().select(source.position(now.blocks().get(block).where().start()));
        }
    }

    void look(Mode mode) {
        if (split == null || sourceSlot == null || readSlot == null) {
            return;
        }
        if (mode != Mode.READ && source == null) {
            build((StackPane) sourceSlot);
        }
        var shown =
                switch (mode) {
                    case SOURCE -> List.of(sourceSlot);
                    case SPLIT -> List.of(sourceSlot, readSlot);
                    case READ -> List.of(readSlot);
                };
        if (!split.getItems().equals(shown)) {
            split.getItems().setAll(shown);
            split.setDividerPositions(HALF);
        }
        if (mode != Mode.SOURCE && behind) {
            behind = false;
            build(reading.readingProperty().get());
        }
        if (mode == Mode.SPLIT && source != null && source.area().getCaretPosition() != null) {
            readPane.comfortably(source.offset(source.area().getCaretPosition()));
        }
        finding.textChanged();
    }

    private void build(StackPane slot) {
        var pane = new SourcePane(texts.text("note.sourceName"), this::edited);
        source = pane;
        slot.getChildren().setAll(new Unzoomed(pane.area(), pane::enlarge));
        viewModel.setSheet(pane);
        var choices =
                new CompletionList(
                        completion,
                        pane,
                        Objects.requireNonNull(overlay),
                        texts.text("note.completion"));
        keys =
                new WritingKeys(
                        pane,
                        choices,
                        following::follow,
                        new WritingKeys.Taken() {
                            @Override
                            public void picture(Image picture, String name) {
                                changes.attach(picture, name);
                            }

                            @Override
                            public void files(List<Path> files) {
                                files.forEach(changes::attach);
                            }
                        });
        pane.area().caretPositionProperty().subscribe(_ -> moved(pane));
        pane.area()
                .focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        completion.close();
                    }
                });
    }

    private void edited() {
        typed = true;
        viewModel.edited();
    }

    private void moved(SourcePane pane) {
        var caret = pane.area().getCaretPosition();
        if (caret == null) {
            return;
        }
        if (typed && pane.area().isFocused()) {
            String line = pane.model().getPlainText(caret.index());
            int column = Math.min(caret.offset(), line.length());
            viewModel.withNote(note ->
                    completion.typed(
                            note, pane::text, line.substring(0, column), line.substring(column)));
        } else {
            completion.close();
        }
        typed = false;
        if (viewModel.modeProperty().get() == Mode.SPLIT) {
            still.execute(() -> readPane.comfortably(pane.offset(caret)));
        }
    }

    void attachChosen() {
        if (viewModel.modeProperty().get() == Mode.READ) {
            viewModel.modeProperty().set(Mode.SOURCE);
        }
        files.any().ifPresent(changes::attach);
    }

    private boolean isWritten() {
        return viewModel.modeProperty().get() != Mode.READ && source != null;
    }

    /// What is looked through: the Markdown, or while one only reads the words.
    private String searched() {
        if (isWritten() && source != null) {
            return source.text();
        }
        var text = new StringBuilder();
        reading.readingProperty()
                .get()
                .blocks()
                .forEach(block -> text.append(block.text()).append('\n'));
        return text.toString();
    }

    private void found(NoteFinding.Found now) {
        if (viewModel.modeProperty().get() != Mode.READ && source != null) {
            source.show(now);
            return;
        }
        var marks = new HashMap<Integer, List<Hit.Range>>();
        int first = -1;
        int start = 0;
        var blocks = reading.readingProperty().get().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int end = start + blocks.get(i).text().length();
            var here =
                    now.within(start, end).stream()
                            .map(each -> new Hit.Range(each.start(), each.end()))
                            .toList();
            if (!here.isEmpty()) {
                marks.put(i, here);
            }
            if (now.now() >= 0
                    && now.matches().get(now.now()).start() >= start
                    && now.matches().get(now.now()).start() <= end) {
                first = i;
            }
            start = end + 1;
        }
        readPane.find(new Cited(first, Map.copyOf(marks)));
    }

    /// Where in what is looked through one reads.
    int offset() {
        if (viewModel.modeProperty().get() == Mode.READ || source == null) {
            return 0;
        }
        var caret = source.area().getCaretPosition();
        return caret == null ? 0 : source.offset(caret);
    }

    Node content() {
        return viewModel.modeProperty().get() == Mode.READ || source == null
                ? readPane.list()
                : source.area();
    }

    void focus() {
        content().requestFocus();
    }

    /// Whether the key was meant for what is written.
    boolean takes(KeyEvent event) {
        return source != null && keys != null && source.area().isFocused() && keys.takes(event);
    }
}

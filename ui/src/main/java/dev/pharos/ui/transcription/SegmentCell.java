package dev.pharos.ui.transcription;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/// One segment of a transcript: when, who, and what was said; becomes a text field to be corrected.
final class SegmentCell extends WideCell<Line> {
    private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
    private static final PseudoClass INTRODUCES = PseudoClass.getPseudoClass("introduces");
    private static final double COLUMN = 760;
    private static final double EDITOR_EXTRA = 22;

    /// Keeps the words where they stood.
    private static final Insets EDITOR_MARGIN = new Insets(0, -10, 0, -10);

    private final TranscriptPane pane;
    private final Hyperlink time = new Hyperlink();
    private final Hyperlink speaker = new Hyperlink();
    private final SegmentText words = new SegmentText();
    private final StackPane said = new StackPane(words);
    private final StackPane content;
    private WordRanges ranges = WordRanges.of(new Segment(0, 0, null, "", List.of()));
    private @Nullable TextArea editor;
    private @Nullable Typing typing;

    /// The line into which is being typed, whatever this cell shows meanwhile.
    private record Typing(Transcript shown, Line line) {}

    SegmentCell(TranscriptPane pane) {
        this.pane = pane;
        time.getStyleClass().add("segment-time");
        time.setFocusTraversable(false);
        time.setMinWidth(Hyperlink.USE_PREF_SIZE);
        time.setOnAction(_ -> {
            time.setVisited(false);
            pane.playFrom(getItem().segment().startMs());
        });
        speaker.getStyleClass().add("segment-speaker");
        speaker.setFocusTraversable(false);
        speaker.setOnAction(_ -> {
            speaker.setVisited(false);
            pane.nameSpeaker(getItem(), speaker);
        });
        words.setOnMouseClicked(this::clicked);
        words.setCursor(Cursor.HAND);
        var spoken = new VBox(speaker, said);
        spoken.getStyleClass().add("segment-words");
        HBox.setHgrow(spoken, Priority.ALWAYS);
        var row = new HBox(time, spoken);
        row.getStyleClass().add("segment");
        row.setMaxWidth(COLUMN);
        content = new StackPane(row);
        content.getStyleClass().add("segment-column");
        getStyleClass().add("segment-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Line line) {
        var segment = line.segment();
        ranges = WordRanges.of(segment);
        time.setText(Clock.of(segment.startMs()));
        String name = segment.speaker() == null ? "" : pane.speakerName(segment.speaker());
        speaker.setText(name);
        Nodes.setShown(speaker, line.introduces());
        pseudoClassStateChanged(INTRODUCES, line.introduces());
        words.show(segment.text(), doubtful(segment));
        edit(isEditing());
        follow(pane.heard());
        markFound();
        markCited();
        setAccessibleText(
                Clock.of(segment.startMs())
                        + (name.isEmpty() ? " " : " " + name + ": ")
                        + segment.text());
    }

    @Override
    protected void leave() {
        edit(false);
    }

    private List<Hit.Range> doubtful(Segment segment) {
        return IntStream.range(0, segment.words().size())
                .filter(word -> segment.words().get(word).doubtful())
                .mapToObj(ranges::of)
                .filter(range -> range.start() < range.end())
                .toList();
    }

    /// Shows which word is heard.
    void follow(@Nullable WordPlace heard) {
        var line = getItem();
        boolean here = line != null && heard != null && heard.segment() == line.index();
        pseudoClassStateChanged(HEARD, here);
        boolean known =
                here
                        && heard != null
                        && heard.word() >= 0
                        && heard.word() < getItem().segment().words().size();
        words.heard(known && heard != null ? List.of(ranges.of(heard.word())) : List.of());
    }

    void markFound() {
        var line = getItem();
        if (line == null) {
            return;
        }
        var found = pane.found();
        var now = found.current();
        words.found(
                found.in(line.index()),
                now != null && now.segment() == line.index() ? List.of(now.range()) : List.of());
    }

    private void markCited() {
        var segment = getItem().segment();
        var spans =
                pane.cited().stream()
                        .filter(span ->
                                segment.endMs() > span.startMs()
                                        && segment.startMs() < span.endMs())
                        .map(span -> citedRange(segment, span))
                        .toList();
        words.cited(spans);
        if (!spans.isEmpty()) {
            pane.pulse(words.citedShape());
        }
    }

    /// From the first word within the span to the last one; the whole text where words have no
    /// times.
    private Hit.Range citedRange(Segment segment, Playback.Loop span) {
        var within =
                IntStream.range(0, segment.words().size())
                        .filter(word -> {
                            var each = segment.words().get(word);
                            return each.endMs() > span.startMs() && each.startMs() < span.endMs();
                        })
                        .toArray();
        return within.length == 0
                ? new Hit.Range(0, segment.text().length())
                : new Hit.Range(
                        ranges.of(within[0]).start(), ranges.of(within[within.length - 1]).end());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            pane.edit(getIndex());
            event.consume();
        } else if (event.getClickCount() == 1 && !event.isShiftDown()) {
            int word = ranges.at(words.offsetAt(new Point2D(event.getX(), event.getY())));
            var segment = getItem().segment();
            pane.playFrom(word < 0 ? segment.startMs() : segment.words().get(word).startMs());
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        var shown = pane.transcript();
        if (isEditing() && shown != null) {
            typing = new Typing(shown, getItem());
            if (editor == null) {
                editor = editor();
                said.getChildren().add(editor);
            }
            editor.setText(getItem().segment().text());
            edit(true);
            editor.requestFocus();
            editor.end();
        }
    }

    /// Most lines are never corrected, and a text field takes longer to build than all the rest.
    private TextArea editor() {
        var area = new TextArea();
        area.wrapTextProperty().bind(area.textProperty().map(text -> !FlowWords.fromRight(text)));
        area.getStyleClass().add("segment-editor");
        area.setAccessibleText(pane.editorName());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        area.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        give();
                    }
                });
        StackPane.setMargin(area, EDITOR_MARGIN);
        return area;
    }

    /// Also called where the cell is needed for another line, and shows that already: what was
    /// typed is taken all the same.
    @Override
    public void cancelEdit() {
        var typed = typing;
        typing = null;
        super.cancelEdit();
        edit(false);
        if (typed != null && editor != null) {
            pane.typed(typed.shown(), typed.line(), editor.getText());
        }
    }

    /// Takes what is being typed, if anything is.
    void give() {
        if (typing != null) {
            cancelEdit();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            give();
            event.consume();
            pane.focus();
        }
    }

    /// Nothing of what was typed is taken.
    void leaveEditing() {
        typing = null;
        cancelEdit();
        pane.focus();
    }

    private void edit(boolean now) {
        words.setVisible(!now);
        if (editor == null) {
            return;
        }
        Nodes.setShown(editor, now);
        if (now) {
            double height = words.getHeight() + EDITOR_EXTRA;
            editor.setMinHeight(height);
            editor.setPrefHeight(height);
            editor.setMaxHeight(height);
        }
    }

    /// Beside what a speaker is named.
    Node nameAnchor() {
        return speaker.isVisible() ? speaker : time;
    }

    /// Where the first mark begins, in pixels from the top of the cell.
    double firstMarkY() {
        return words.localToScene(0, words.firstMarkY()).getY() - localToScene(0, 0).getY();
    }
}

package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.note.NoteFinding.Match;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.shape.Path;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The Markdown as it is written: a column as wide as a page, dressed line by line. For the JavaFX
/// thread.
final class SourcePane implements Sheet {
    private static final double COLUMN = 720;
    private static final double MARGIN = 28;
    private static final double ABOVE = 18;
    private static final double BELOW = 120;
    private static final double TEXT = 15;

    /// How many notes are remembered as they were left.
    private static final int LEAVES = 40;

    private final CodeArea area = new CodeArea();
    private final Runnable edited;
    private final Map<SourceId, Leaf> leaves =
            new LinkedHashMap<>(LEAVES, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<SourceId, Leaf> eldest) {
                    return size() > LEAVES;
                }
            };
    private Leaf leaf = new Leaf();
    private NoteFinding.Found found = NoteFinding.Found.NONE;
    private double factor = 1;
    private boolean turning;
    private boolean back;

    /// The text of one note with all that can be undone, and where one was in it.
    private final class Leaf {
        private final CodeTextModel model = new CodeTextModel();
        private final UndoSteps steps = new UndoSteps(area);
        private TextPos anchor = TextPos.ZERO;
        private TextPos caret = TextPos.ZERO;
        private double scrolled;

        Leaf() {
            model.setDecorator(new Dress());
            model.addListener(change -> {
                if (change.isEdit()) {
                    steps.changed(change);
                    keepFromWrapping(change.getStart().index());
                    if (!turning) {
                        edited.run();
                    }
                }
            });
        }

        void leave() {
            caret = Objects.requireNonNullElse(area.getCaretPosition(), TextPos.ZERO);
            anchor = Objects.requireNonNullElse(area.getAnchorPosition(), caret);
            scrolled = bar().map(ScrollBar::getValue).orElse(0.0);
        }
    }

    /// @param edited hears of every change of the text
    SourcePane(String name, Runnable edited) {
        this.edited = edited;
        area.getStyleClass().add("note-source");
        area.setAccessibleText(name);
        area.setWrapText(true);
        area.setTabSize(4);
        area.widthProperty().subscribe(_ -> centre());
        area.setModel(leaf.model);
    }

    /// See [FlowWords].
    private void keepFromWrapping(int line) {
        if (area.isWrapText() && FlowWords.fromRight(model().getPlainText(line))) {
            area.setWrapText(false);
        }
    }

    CodeArea area() {
        return area;
    }

    CodeTextModel model() {
        return (CodeTextModel) Objects.requireNonNull(area.getModel());
    }

    UndoSteps steps() {
        return leaf.steps;
    }

    private void centre() {
        double side = Math.max(MARGIN * factor, (area.getWidth() - COLUMN * factor) / 2);
        area.setContentPadding(new Insets(ABOVE * factor, side, BELOW * factor, side));
    }

    /// Shows everything as much larger.
    void enlarge(double by) {
        factor = by;
        area.setStyle("-fx-font-size: " + TEXT * factor + "px");
        centre();
    }

    @Override
    public String text() {
        var model = model();
        var text = new StringBuilder();
        for (int i = 0; i < model.size(); i++) {
            text.append(i > 0 ? "\n" : "").append(model.getPlainText(i));
        }
        return text.toString();
    }

    @Override
    public void begin(SourceId note, String text) {
        leaf.leave();
        var known = leaves.get(note);
        var now = known == null ? new Leaf() : known;
        leaves.put(note, now);
        turning = true;
        if (now != leaf) {
            leaf = now;
            area.setModel(now.model);
            area.setWrapText(!FlowWords.fromRight(text));
            area.select(now.anchor, now.caret);
        }
        if (known == null) {
            area.setText(text);
            now.steps.forget();
            area.select(TextPos.ZERO);
        } else {
            take(text);
            Platform.runLater(() -> scroll(now));
        }
        turning = false;
        back = known != null;
    }

    private void scroll(Leaf to) {
        if (to == leaf) {
            area.applyCss();
            area.layout();
            bar().ifPresent(bar -> bar.setValue(to.scrolled));
        }
    }

    private Optional<ScrollBar> bar() {
        return area.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst();
    }

    /// Whether the note that was just begun stands as it was left; true once.
    boolean isBack() {
        boolean was = back;
        back = false;
        return was;
    }

    void toEnd() {
        area.select(area.getDocumentEnd());
    }

    @Override
    public void take(String text) {
        String now = text();
        if (now.equals(text)) {
            return;
        }
        int from = 0;
        int most = Math.min(now.length(), text.length());
        while (from < most && now.charAt(from) == text.charAt(from)) {
            from++;
        }
        int same = 0;
        while (same < most - from
                && now.charAt(now.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
            same++;
        }
        String with = text.substring(from, text.length() - same);
        var start = position(from);
        var end = position(now.length() - same);
        var caret = area.getCaretPosition();
        replace(start, end, with);
        if (caret != null && caret.compareTo(start) <= 0) {
            area.select(caret);
        } else if (caret != null) {
            area.select(position(moved(offset(now, caret), from, now.length() - same, with)));
        }
    }

    private static int moved(int caret, int from, int to, String with) {
        return caret >= to ? caret + with.length() - (to - from) : from + with.length();
    }

    /// The control moves the ends of a selection one after the other, and fails (26.0.1) where it
    /// draws what lies between them meanwhile; so there is none.
    private TextPos replace(TextPos from, TextPos to, String with) {
        area.clearSelection();
        return area.replaceText(from, to, with);
    }

    @Override
    public void insert(String text) {
        var selected = selection();
        if (selected != null) {
            var end = replace(selected.from(), selected.to(), text);
            area.select(end);
        }
    }

    Typing.@Nullable Selection selection() {
        var caret = area.getCaretPosition();
        var anchor = area.getAnchorPosition();
        return caret == null || anchor == null ? null : Typing.Selection.of(anchor, caret);
    }

    void make(Edit edit) {
        if (!edit.with().isEmpty() || !edit.from().equals(edit.to())) {
            replace(edit.from(), edit.to(), edit.with());
        }
        area.select(edit.anchor(), edit.caret());
    }

    /// Where a UTF-16 offset of the text stands.
    TextPos position(int offset) {
        var model = model();
        int line = 0;
        int left = offset;
        while (line < model.size() - 1 && left > model.getPlainText(line).length()) {
            left -= model.getPlainText(line).length() + 1;
            line++;
        }
        return Edit.at(line, Math.min(left, model.getPlainText(line).length()));
    }

    int offset(TextPos position) {
        int offset = position.offset();
        for (int i = 0; i < position.index(); i++) {
            offset += model().getPlainText(i).length() + 1;
        }
        return offset;
    }

    private static int offset(String text, TextPos position) {
        int start = 0;
        for (int i = 0; i < position.index(); i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(text.length(), start + position.offset());
    }

    /// Where the caret is on the screen, or null while it is not in view.
    @Nullable Bounds caret() {
        for (Node node : area.lookupAll(".caret")) {
            if (node instanceof Path path && !path.getElements().isEmpty()) {
                return path.localToScreen(path.getBoundsInLocal());
            }
        }
        return null;
    }

    /// Marks what was found and shows the place that is the current one.
    void show(NoteFinding.Found now) {
        found = now;
        var model = model();
        model.fireStyleChangeEvent(TextPos.ZERO, model.getDocumentEnd());
        if (now.now() >= 0) {
            var match = now.matches().get(now.now());
            area.select(position(match.start()), position(match.end()));
        }
    }

    private final class Dress implements SyntaxDecorator {
        private final Blocks blocks = new Blocks();

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            String line = model.getPlainText(index);
            var paragraph = RichParagraph.builder();
            var runs = Markup.of(blocks.of(model, index), index, line);
            for (var run : runs) {
                paragraph.addWithStyleNames(
                        line.substring(run.start(), run.end()),
                        run.styles().toArray(String[]::new));
            }
            if (runs.isEmpty()) {
                paragraph.addWithStyleNames("", "md-text");
            }
            for (var mark : marks(index, line)) {
                paragraph.addHighlight(mark.start(), mark.end() - mark.start(), "md-found");
            }
            return paragraph.build();
        }

        @Override
        public void handleChange(
                CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
            blocks.changed(start);
        }
    }

    private List<Match> marks(int index, String line) {
        if (found.matches().isEmpty()) {
            return List.of();
        }
        int start = offset(Edit.at(index, 0));
        return found.within(start, start + line.length());
    }
}

package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Direction;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.note.Reading.Shown;
import dev.pharos.ui.note.Run.Lead;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes what shows a piece of a note. For the JavaFX thread.
final class BlockNodes {
    private static final double INDENT = 26;
    private static final double WIDEST = 660;
    private static final int PICTURES = 60;

    /// What a reader can do with a note.
    interface Actions {
        void follow(Lead lead);

        void tick(NoteBlock.Item.Box box);

        /// What a link leads to, or null where that does not exist yet.
        @Nullable Source target(Lead.Inside leads);

        /// What stands in the place of an embed.
        Shown shown(Lead.Inside leads);

        /// The shape behind cited words is to be noticed.
        void cited(Node marks);

        /// Whether a box that can be folded is open.
        boolean isOpen(NoteBlock.Callout callout);

        void turn(NoteBlock.Callout callout, boolean open);

        /// The rows of the note's properties.
        Node properties(NoteBlock.Properties properties);
    }

    private final Actions actions;
    private final Texts texts;

    /// Pictures that were shown last, so that none flickers when the text around it changes.
    private final Map<String, Image> pictures =
            new LinkedHashMap<>(PICTURES, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
                    return size() > PICTURES;
                }
            };

    BlockNodes(Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
    }

    /// @param inner whether it stands in an embedded note, whose own embeds are only named
    /// @param marks cited words, in the text of the block
    Node of(NoteBlock block, boolean inner, List<Hit.Range> marks) {
        Node node =
                switch (block) {
                    case NoteBlock.Properties properties -> actions.properties(properties);
                    case NoteBlock.Heading heading ->
                            flow(heading.runs(), "note-heading-" + heading.level(), marks);
                    case NoteBlock.Paragraph paragraph ->
                            flow(paragraph.runs(), "note-words", marks);
                    case NoteBlock.Item item -> item(item, marks);
                    case NoteBlock.Code code -> code(code);
                    case NoteBlock.Table table -> table(table);
                    case NoteBlock.Embed embed -> embed(embed, inner);
                    case NoteBlock.Callout callout -> callout(callout, inner, marks);
                    case NoteBlock.Rule _ -> new Separator();
                    case NoteBlock.Footnote note -> footnote(note, marks);
                };
        return quoted(node, block.where());
    }

    private static Node quoted(Node node, NoteBlock.Where where) {
        Node outer = node;
        for (int i = 0; i < where.quoted(); i++) {
            var quote = new VBox(outer);
            quote.getStyleClass().add("note-quote");
            outer = quote;
        }
        return outer;
    }

    private RunFlow flow(List<Run> runs, String style) {
        return flow(runs, style, List.of());
    }

    /// @param marks cited words, in the text of the runs
    private RunFlow flow(List<Run> runs, String style, List<Hit.Range> marks) {
        var flow = new RunFlow(style);
        int at = 0;
        for (var run : runs) {
            int from = flow.letters();
            if (run.leads() == null) {
                words(run).forEach(each -> flow.add(each, each.getText().length()));
            } else {
                flow.add(link(run, run.leads()), 1);
            }
            behind(flow, run, new Hit.Range(from, flow.letters()));
            for (var mark : marks) {
                if (mark.start() < at + run.text().length() && mark.end() > at) {
                    cite(flow, run, from, mark, at);
                }
            }
            at += run.text().length();
        }
        return flow;
    }

    private static void behind(RunFlow flow, Run run, Hit.Range range) {
        if (run.leads() == null && run.looks().contains(Run.Look.MARKED)) {
            flow.mark("marked", range);
        } else if (run.leads() == null && run.looks().contains(Run.Look.CODE)) {
            flow.mark("inline-code", range);
        }
    }

    private void cite(RunFlow flow, Run run, int from, Hit.Range mark, int at) {
        int wide = run.leads() == null ? run.text().length() : 1;
        int start = run.leads() == null ? Math.max(0, mark.start() - at) : 0;
        int end = run.leads() == null ? Math.min(wide, mark.end() - at) : wide;
        actions.cited(flow.mark("marks", new Hit.Range(from + start, from + end)));
    }

    private static List<Text> words(Run run) {
        var looks =
                run.looks().stream()
                        .map(look -> "look-" + look.name().toLowerCase(Locale.ROOT))
                        .toList();
        var words = FlowWords.of(run.text());
        words.forEach(each -> each.getStyleClass().addAll(looks));
        return words;
    }

    private Node link(Run run, Lead lead) {
        var link = new Hyperlink(run.text());
        link.setMnemonicParsing(false);
        FlowWords.wrap(link);
        link.getStyleClass().add("note-link");
        run.looks()
                .forEach(look ->
                        link.getStyleClass().add("look-" + look.name().toLowerCase(Locale.ROOT)));
        link.setOnAction(_ -> {
            link.setVisited(false);
            actions.follow(lead);
        });
        switch (lead) {
            case Lead.Inside inside -> {
                var target = actions.target(inside);
                boolean missing = target == null && !inside.target().isEmpty();
                if (missing) {
                    link.getStyleClass().add("missing");
                }
                link.setTooltip(
                        new Tooltip(
                                missing
                                        ? texts.text("note.linkMissing", inside.target())
                                        : target == null
                                                ? inside.anchor()
                                                : target.title() + inside.anchor()));
            }
            case Lead.Web web -> link.setTooltip(new Tooltip(web.address()));
            case Lead.Footnote _ -> {}
        }
        return link;
    }

    private Node item(NoteBlock.Item item, List<Hit.Range> marks) {
        Region sign = item.box() == null ? new Label(item.sign()) : box(item, item.box());
        sign.getStyleClass().add("note-sign");
        boolean wide = item.box() != null || item.sign().length() > 1;
        sign.setPrefWidth(wide ? Region.USE_COMPUTED_SIZE : INDENT);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var words = flow(item.runs(), "note-words", marks);
        if (item.box() != null && item.box().done()) {
            words.getStyleClass().add("done");
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(sign, words);
        line.getStyleClass().add("note-item");
        line.setPadding(new Insets(0, 0, 0, INDENT * Math.max(0, item.where().depth() - 1)));
        return line;
    }

    private CheckBox box(NoteBlock.Item item, NoteBlock.Item.Box box) {
        var check = new CheckBox();
        check.setSelected(box.done());
        check.setAccessibleText(item.text());
        check.setOnAction(_ -> actions.tick(box));
        return check;
    }

    private static Node code(NoteBlock.Code code) {
        var flow = new TextFlow();
        flow.getChildren().setAll(FlowWords.of(code.text()));
        flow.setTabSize(4);
        var box = new VBox(flow);
        if (!code.language().isEmpty()) {
            var language = new Label(code.language());
            language.getStyleClass().add("row-about");
            box.getChildren().addFirst(language);
        }
        box.getStyleClass().add("note-code");
        return box;
    }

    private Node table(NoteBlock.Table table) {
        var grid = new GridPane();
        grid.getStyleClass().add("note-table");
        for (int row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                var words = flow(cells.get(column), row == 0 ? "note-cell-head" : "note-cell");
                words.setTextAlignment(
                        switch (table.sides().get(column)) {
                            case START -> TextAlignment.LEFT;
                            case CENTER -> TextAlignment.CENTER;
                            case END -> TextAlignment.RIGHT;
                        });
                var cell = new VBox(words);
                cell.getStyleClass().add("note-cell-box");
                grid.add(cell, column, row);
            }
        }
        int columns = table.rows().isEmpty() ? 0 : table.rows().getFirst().size();
        for (int column = 0; column < columns; column++) {
            var width = new ColumnConstraints();
            width.setMinWidth(48);
            width.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(width);
        }
        return grid;
    }

    /// Words that are cited in it open it.
    private Node callout(NoteBlock.Callout callout, boolean inner, List<Hit.Range> marks) {
        String named = callout.titleText();
        var title =
                named.isEmpty()
                        ? flow(List.of(new Run(kind(callout), Set.of(), null)), "callout-title")
                        : flow(callout.title(), "callout-title", within(marks, 0, named.length()));
        int start = named.isEmpty() ? 0 : named.length() + 1;
        return new CalloutBox(
                callout,
                actions.isOpen(callout) || !within(marks, start, Integer.MAX_VALUE).isEmpty(),
                title,
                () -> inside(callout, start, inner, marks),
                open -> actions.turn(callout, open),
                texts);
    }

    private List<Node> inside(
            NoteBlock.Callout callout, int start, boolean inner, List<Hit.Range> marks) {
        var nodes = new ArrayList<Node>();
        int at = start;
        for (var block : callout.inside()) {
            int end = at + block.text().length();
            var node = of(block, inner, within(marks, at, end));
            node.setNodeOrientation(Direction.of(block.text()));
            nodes.add(node);
            at = end + 1;
        }
        return nodes;
    }

    /// What a callout without a title is called: its kind, or the other name that was written.
    private String kind(NoteBlock.Callout callout) {
        String written = callout.kind();
        var kind = CalloutKind.of(written);
        return kind.is(written)
                ? texts.text(kind.key())
                : written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
    }

    /// Those within a part of the text, counted from its start.
    private static List<Hit.Range> within(List<Hit.Range> marks, int start, int end) {
        return marks.stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .map(mark ->
                        new Hit.Range(
                                Math.max(mark.start(), start) - start,
                                Math.min(mark.end(), end) - start))
                .toList();
    }

    private Node embed(NoteBlock.Embed embed, boolean inner) {
        return switch (actions.shown(embed.leads())) {
            case Shown.Picture picture -> picture(picture, embed.text());
            case Shown.Piece piece ->
                    inner ? thing(piece.source(), embed.leads()) : piece(piece, embed.leads());
            case Shown.Thing(var source) -> thing(source, embed.leads());
            case Shown.Missing() -> {
                var missing =
                        new Label(texts.text("note.embedMissing", Reading.key(embed.leads())));
                missing.getStyleClass().add("note-missing");
                yield missing;
            }
        };
    }

    private Node picture(Shown.Picture picture, String name) {
        double width = Math.min(WIDEST, picture.width());
        var image =
                pictures.computeIfAbsent(
                        picture.file().toUri().toString(),
                        file ->
                                new Image(
                                        file,
                                        Math.min(WIDEST * 2, picture.width()),
                                        0,
                                        true,
                                        true,
                                        true));
        return new PictureBox(image, width, name);
    }

    private Node piece(Shown.Piece piece, Lead.Inside leads) {
        var box = new VBox();
        box.getStyleClass().add("note-embed");
        box.getChildren().add(thing(piece.source(), leads));
        piece.blocks().forEach(block -> box.getChildren().add(of(block, true, List.of())));
        if (!piece.whole()) {
            var more = new Hyperlink(texts.text("note.embedMore"));
            more.setOnAction(_ -> actions.follow(leads));
            box.getChildren().add(more);
        }
        return box;
    }

    private Node thing(Source source, Lead.Inside leads) {
        var icon = new FontIcon();
        icon.setIconCode(KindIcons.of(source.kind()));
        var link = new Hyperlink(source.title(), icon);
        link.setMnemonicParsing(false);
        link.getStyleClass().add("note-thing");
        link.setOnAction(_ -> actions.follow(leads));
        return link;
    }

    private Node footnote(NoteBlock.Footnote note, List<Hit.Range> marks) {
        var label = new Label(note.label());
        label.getStyleClass().add("note-footnote-label");
        label.setMinWidth(INDENT);
        var words = flow(note.runs(), "note-footnote", marks);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(label, words);
    }
}

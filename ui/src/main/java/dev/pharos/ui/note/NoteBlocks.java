package dev.pharos.ui.note;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.wikilink.WikiLinkExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import dev.pharos.engine.note.FrontMatter;
import dev.pharos.ui.note.NoteBlock.Item;
import dev.pharos.ui.note.NoteBlock.Where;
import dev.pharos.ui.note.Run.Lead;
import dev.pharos.ui.note.Run.Look;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads the Markdown of a note as pieces to show one below the other. For every thread.
final class NoteBlocks {
    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(Parser.SPACE_IN_LINK_URLS, true)
                                    .set(WikiLinkExtension.IMAGE_LINKS, true)
                                    .set(WikiLinkExtension.LINK_FIRST_SYNTAX, true)
                                    .set(WikiLinkExtension.ALLOW_ANCHORS, true)
                                    .set(WikiLinkExtension.ALLOW_PIPE_ESCAPE, true))
                    .extensions(
                            List.of(
                                    TablesExtension.create(),
                                    WikiLinkExtension.create(),
                                    TaskListExtension.create(),
                                    StrikethroughExtension.create(),
                                    FootnoteExtension.create()))
                    .build();
    private static final Pattern COMMENT = Pattern.compile("(?s)%%.*?%%");
    private static final Pattern TAGS = Pattern.compile("(?s)<[^>]*>");
    private static final int DEEPEST = 100;
    private static final int ROWS = 40;

    private final int offset;
    private final List<NoteBlock> blocks = new ArrayList<>();

    private NoteBlocks(int offset) {
        this.offset = offset;
    }

    static List<NoteBlock> of(String markdown) {
        var front = FrontMatter.of(markdown);
        var reading = new NoteBlocks(front.body());
        if (!front.properties().isEmpty()) {
            reading.blocks.add(properties(front));
        }
        String body =
                COMMENT.matcher(markdown.substring(front.body()))
                        .replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
        reading.children(PARSER.parse(body), 0, 0);
        return List.copyOf(reading.blocks);
    }

    private static NoteBlock properties(FrontMatter front) {
        var all = new ArrayList<NoteBlock.Properties.Property>();
        front.properties()
                .forEach((key, value) ->
                        all.add(
                                value instanceof List<?> list
                                        ? new NoteBlock.Properties.Property(
                                                key,
                                                list.stream()
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", ")),
                                                true)
                                        : new NoteBlock.Properties.Property(
                                                key, String.valueOf(value), false)));
        return new NoteBlock.Properties(new Where(0, front.body(), 0, 0), all);
    }

    private Where where(Node node, int quoted, int depth) {
        return new Where(
                offset + node.getStartOffset(), offset + node.getEndOffset(), quoted, depth);
    }

    private void children(Node parent, int quoted, int depth) {
        for (var node : parent.getChildren()) {
            if (quoted + depth < DEEPEST) {
                block(node, quoted, depth);
            }
        }
    }

    private void block(Node node, int quoted, int depth) {
        var where = where(node, quoted, depth);
        switch (node) {
            case Heading heading -> heading(heading, where);
            case Paragraph paragraph -> paragraph(paragraph, where, "", null);
            case FencedCodeBlock code ->
                    code(where, code.getInfo().toString(), code.getContentChars());
            case IndentedCodeBlock code -> code(where, "", code.getContentChars());
            case HtmlCommentBlock _, Reference _ -> {}
            case HtmlBlock html -> html(where, html.getChars().toString());
            case ListItem item -> item(item, quoted, depth);
            case BlockQuote quote -> children(quote, quoted + 1, depth);
            case TableBlock table -> table(table, where);
            case ThematicBreak _ -> blocks.add(new NoteBlock.Rule(where));
            case FootnoteBlock note -> footnote(note, where);
            default -> children(node, quoted, depth);
        }
    }

    private static Where at(Where whole, Inlines.Part part) {
        return new Where(part.start(), part.end(), whole.quoted(), whole.depth());
    }

    /// What is too long for a heading goes on as words.
    private void heading(Heading heading, Where where) {
        var parts = Inlines.of(heading, offset);
        boolean whole = parts.size() == 1;
        blocks.add(
                new NoteBlock.Heading(
                        whole ? where : at(where, parts.getFirst()),
                        heading.getLevel(),
                        parts.getFirst().runs()));
        goOn(where, parts);
    }

    private void goOn(Where where, List<Inlines.Part> parts) {
        parts.stream()
                .skip(1)
                .forEach(part -> blocks.add(new NoteBlock.Paragraph(at(where, part), part.runs())));
    }

    private void code(Where where, String language, BasedSequence code) {
        var pieces = Pieces.of(code.toString().stripTrailing());
        if (pieces.size() <= 1) {
            blocks.add(new NoteBlock.Code(where, language.strip(), String.join("", pieces)));
            return;
        }
        int from = where.start();
        for (String piece : pieces) {
            int end = piece == pieces.getLast() ? where.end() : from + piece.length();
            blocks.add(
                    new NoteBlock.Code(
                            new Where(from, end, where.quoted(), where.depth()),
                            from == where.start() ? language.strip() : "",
                            piece.stripTrailing()));
            from = end;
        }
    }

    private void html(Where where, String html) {
        String words = TAGS.matcher(html).replaceAll("").strip();
        for (String piece : Pieces.of(words)) {
            blocks.add(new NoteBlock.Paragraph(where, List.of(new Run(piece, Set.of(), null))));
        }
    }

    private void paragraph(Paragraph paragraph, Where where, String sign, Item.@Nullable Box box) {
        var parts = Inlines.of(paragraph, offset);
        if (parts.size() == 1) {
            part(parts.getFirst().runs(), where, sign, box);
            return;
        }
        for (var part : parts) {
            boolean first = part == parts.getFirst();
            part(part.runs(), at(where, part), first ? sign : "", first ? box : null);
        }
    }

    /// A picture or an embedded note that stands alone in its paragraph is a block of its own.
    private void part(List<Run> all, Where where, String sign, Item.@Nullable Box box) {
        var runs = new ArrayList<Run>();
        for (var run : all) {
            if (run.looks().contains(Look.PICTURE) && run.leads() instanceof Lead.Inside leads) {
                words(where, sign, box, runs);
                runs.clear();
                blocks.add(new NoteBlock.Embed(where, leads, run.text()));
            } else {
                runs.add(run);
            }
        }
        words(where, sign, box, runs);
    }

    private void words(Where where, String sign, Item.@Nullable Box box, List<Run> runs) {
        boolean blank = runs.stream().allMatch(run -> run.text().isBlank());
        if (blank && box == null) {
            return;
        }
        blocks.add(
                where.depth() > 0
                        ? new Item(where, sign, box, List.copyOf(runs))
                        : new NoteBlock.Paragraph(where, List.copyOf(runs)));
    }

    private void item(ListItem item, int quoted, int depth) {
        String sign = sign(item);
        boolean first = true;
        for (var node : item.getChildren()) {
            if (node instanceof Paragraph paragraph) {
                paragraph(
                        paragraph,
                        where(paragraph, quoted, depth + 1),
                        first ? sign : "",
                        first ? box(item) : null);
            } else {
                block(node, quoted, depth + 1);
            }
            first = false;
        }
        if (first) {
            blocks.add(new Item(where(item, quoted, depth + 1), sign, box(item), List.of()));
        }
    }

    private static String sign(ListItem item) {
        return switch (item) {
            case OrderedListItem _ -> number(item);
            case BulletListItem _ -> "•";
            default -> Character.isDigit(item.getOpeningMarker().charAt(0)) ? number(item) : "•";
        };
    }

    private static String number(ListItem item) {
        return item.getOpeningMarker().toString();
    }

    private Item.@Nullable Box box(ListItem item) {
        if (!(item instanceof TaskListItem task)) {
            return null;
        }
        int bracket = item.getStartOffset() + item.getChars().indexOf('[');
        return new Item.Box(offset + bracket + 1, task.isItemDoneMarker());
    }

    private void table(TableBlock table, Where where) {
        var rows = new ArrayList<List<List<Run>>>();
        for (var part : table.getChildren()) {
            if (!(part instanceof TableSeparator)) {
                for (var row : part.getChildren()) {
                    if (row instanceof TableRow) {
                        rows.add(cells(row));
                    }
                }
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.replaceAll(row -> {
            var wide = new ArrayList<>(row);
            while (wide.size() < width) {
                wide.add(List.of());
            }
            return List.copyOf(wide);
        });
        shown(where, rows);
    }

    /// A long table comes in several, each with the headings.
    private void shown(Where where, List<List<List<Run>>> rows) {
        for (int from = 1; from == 1 || from < rows.size(); from += ROWS) {
            var some = new ArrayList<>(rows.subList(0, Math.min(1, rows.size())));
            if (from < rows.size()) {
                some.addAll(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
            blocks.add(new NoteBlock.Table(where, List.copyOf(some)));
        }
    }

    private List<List<Run>> cells(Node row) {
        return StreamSupport.stream(row.getChildren().spliterator(), false)
                .filter(TableCell.class::isInstance)
                .map(this::cell)
                .toList();
    }

    /// Its first words, where they are very many.
    private List<Run> cell(Node cell) {
        var parts = Inlines.of(cell, offset);
        var runs = new ArrayList<>(parts.getFirst().runs());
        if (parts.size() > 1) {
            runs.add(new Run("…", Set.of(), null));
        }
        return List.copyOf(runs);
    }

    private void footnote(FootnoteBlock note, Where where) {
        var runs = new ArrayList<Run>();
        var longer = new ArrayList<List<Inlines.Part>>();
        for (var node : note.getChildren()) {
            var parts = Inlines.of(node, offset);
            runs.addAll(parts.getFirst().runs());
            longer.add(parts);
        }
        blocks.add(new NoteBlock.Footnote(where, note.getText().toString(), List.copyOf(runs)));
        longer.forEach(parts -> goOn(where, parts));
    }
}

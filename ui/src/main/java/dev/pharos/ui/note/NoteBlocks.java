package dev.pharos.ui.note;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.wikilink.WikiLinkExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;

import dev.pharos.engine.document.BlockSigns;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.ui.note.NoteBlock.Callout;
import dev.pharos.ui.note.NoteBlock.Item;
import dev.pharos.ui.note.NoteBlock.Where;
import dev.pharos.ui.note.Run.Lead;
import dev.pharos.ui.note.Run.Look;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final int BOXES = 10;
    private static final int BOXED = 20_000;

    private final int offset;
    private List<NoteBlock> blocks = new ArrayList<>();

    /// The name that stands below what is being read, or empty.
    private String name = "";

    private int callouts;
    private int boxes;

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
        return new NoteBlock.Properties(new Where(0, front.body(), 0, 0, ""), all);
    }

    private Where where(Node node, int quoted, int depth) {
        var own = BlockSigns.NAME.matcher(node.getChars());
        return new Where(
                offset + node.getStartOffset(),
                offset + node.getEndOffset(),
                quoted,
                depth,
                node instanceof Paragraph && own.find() ? own.group(1) : name);
    }

    private void children(Node parent, int quoted, int depth) {
        from(parent.getFirstChild(), quoted, depth);
    }

    /// A node and all behind it; one that is nothing but a name belongs to the one before.
    private void from(@Nullable Node first, int quoted, int depth) {
        String around = name;
        for (var node = first; node != null; node = node.getNext()) {
            if (quoted + depth < DEEPEST) {
                String below = nameAlone(node.getNext());
                name = below.isEmpty() ? around : below;
                block(node, quoted, depth);
            }
        }
        name = around;
    }

    private static String nameAlone(@Nullable Node node) {
        var name = BlockSigns.NAME.matcher(node instanceof Paragraph ? node.getChars() : "");
        return name.find() && name.start() == 0 ? name.group(1) : "";
    }

    private void block(Node node, int quoted, int depth) {
        var where = where(node, quoted, depth);
        switch (node) {
            case Heading heading -> heading(heading, where);
            case Paragraph paragraph -> paragraph(parts(paragraph), where, "", null);
            case FencedCodeBlock code ->
                    blocks.addAll(
                            Pieces.code(where, code.getInfo().toString(), code.getContentChars()));
            case IndentedCodeBlock code ->
                    blocks.addAll(Pieces.code(where, "", code.getContentChars()));
            case HtmlCommentBlock _, Reference _ -> {}
            case HtmlBlock html -> html(where, html.getChars().toString());
            case ListItem item -> item(item, quoted, depth);
            case BlockQuote quote -> quote(quote, where, quoted, depth);
            case TableBlock table -> blocks.addAll(NoteTables.of(table, where, offset));
            case ThematicBreak _ -> blocks.add(new NoteBlock.Rule(where));
            case FootnoteBlock note -> footnote(note, where);
            default -> children(node, quoted, depth);
        }
    }

    private static Where at(Where whole, Inlines.Part part) {
        return new Where(part.start(), part.end(), whole.quoted(), whole.depth(), whole.name());
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

    private void html(Where where, String html) {
        String words = TAGS.matcher(html).replaceAll("").strip();
        for (String piece : Pieces.of(words)) {
            blocks.add(new NoteBlock.Paragraph(where, List.of(new Run(piece, Set.of(), null))));
        }
    }

    private void paragraph(
            List<Inlines.Part> parts, Where where, String sign, Item.@Nullable Box box) {
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

    /// The words of a paragraph without the name at its end.
    private List<Inlines.Part> parts(Paragraph paragraph) {
        return lastWithoutName(Inlines.of(paragraph, offset));
    }

    private static List<Inlines.Part> lastWithoutName(List<Inlines.Part> parts) {
        var all = new ArrayList<>(parts);
        var last = all.removeLast();
        all.add(new Inlines.Part(last.start(), last.end(), withoutName(last.runs())));
        return all;
    }

    private static List<Run> withoutName(List<Run> runs) {
        if (runs.isEmpty()
                || runs.getLast().leads() != null
                || runs.getLast().looks().contains(Look.CODE)) {
            return runs;
        }
        var last = runs.getLast();
        var name = BlockSigns.NAME.matcher(last.text());
        return name.find()
                ? changed(
                        runs,
                        runs.size() - 1,
                        last.text().substring(0, name.start()).stripTrailing())
                : runs;
    }

    private static List<Run> changed(List<Run> runs, int index, String text) {
        var changed = new ArrayList<>(runs);
        var run = changed.remove(index);
        if (!text.isEmpty()) {
            changed.add(index, new Run(text, run.looks(), run.leads()));
        }
        return changed;
    }

    private void quote(BlockQuote quote, Where where, int quoted, int depth) {
        var first = quote.getFirstChild();
        var sign = BlockSigns.CALLOUT.matcher(first == null ? "" : first.getChars());
        if (first instanceof Paragraph paragraph && boxes < BOXES && sign.lookingAt()) {
            boxes++;
            callout(paragraph, where, sign);
            boxes--;
        } else {
            children(quote, quoted + 1, depth);
        }
    }

    /// The first line is its title; what follows stands in the box.
    private void callout(Paragraph first, Where where, Matcher sign) {
        var nodes = new ArrayList<Node>();
        first.getChildren().forEach(nodes::add);
        int end = 0;
        while (end < nodes.size()
                && !(nodes.get(end) instanceof SoftLineBreak
                        || nodes.get(end) instanceof HardLineBreak)) {
            end++;
        }
        var title = withoutName(withoutSign(some(first, nodes.subList(0, end)).getFirst().runs()));
        var words = some(first, nodes.subList(Math.min(end + 1, nodes.size()), nodes.size()));
        var outside = blocks;
        blocks = new ArrayList<>();
        int number = callouts++;
        paragraph(lastWithoutName(words), where(first, 0, 0), "", null);
        from(first.getNext(), 0, 0);
        var inside = blocks;
        blocks = outside;
        String kind = sign.group(1).toLowerCase(Locale.ROOT);
        int most = boxed(inside);
        blocks.add(
                new Callout(
                        where,
                        kind,
                        fold(sign.group(2)),
                        title,
                        number,
                        List.copyOf(inside.subList(0, most))));
        blocks.addAll(inside.subList(most, inside.size()));
    }

    private List<Inlines.Part> some(Node within, List<Node> nodes) {
        int start = nodes.isEmpty() ? within.getEndOffset() : nodes.getFirst().getStartOffset();
        return Inlines.of(nodes, start, within.getEndOffset(), offset);
    }

    /// How many pieces one box has; what is too long for it goes on below.
    private static int boxed(List<NoteBlock> inside) {
        int most = 0;
        for (int letters = 0; most < inside.size() && letters < BOXED; most++) {
            letters += inside.get(most).text().length();
        }
        return most;
    }

    private static Callout.Fold fold(String sign) {
        return switch (sign) {
            case "+" -> Callout.Fold.OPEN;
            case "-" -> Callout.Fold.CLOSED;
            default -> Callout.Fold.NEVER;
        };
    }

    private static List<Run> withoutSign(List<Run> title) {
        var sign = BlockSigns.CALLOUT.matcher(title.isEmpty() ? "" : title.getFirst().text());
        return sign.lookingAt()
                ? changed(title, 0, title.getFirst().text().substring(sign.end()))
                : title;
    }

    private void item(ListItem item, int quoted, int depth) {
        String sign = sign(item);
        boolean first = true;
        for (var node : item.getChildren()) {
            if (node instanceof Paragraph paragraph) {
                paragraph(
                        parts(paragraph),
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

package dev.pharos.engine.document;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;

import dev.pharos.engine.problem.ProblemException;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Notes in Markdown (CommonMark with tables) as people keep them in folders of notes: front matter
/// in YAML, `#tags`, `[[wiki links]]`, `![[embeds]]`. The text is what a reader sees, without the
/// markup; offsets point into that.
final class MarkdownReader implements DocumentReader {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final int MAX_LEVEL = 6;

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException, ProblemException {
        read(PlainTextReader.text(file, name, draft), draft);
    }

    static void read(String text, Draft draft) {
        var body = text.substring(frontMatter(text, draft));
        Node parsed;
        try {
            parsed = PARSER.parse(body);
            new Walk(draft).blocks(parsed, 0, false);
        } catch (StackOverflowError e) {
            if (draft.blockCount() > 0) {
                throw e;
            }
            PlainTextReader.paragraphs(body, draft);
        }
    }

    /// Reads the front matter, if there is one.
    ///
    /// @return where the note itself begins
    private static int frontMatter(String text, Draft draft) {
        if (!text.startsWith("---\n")) {
            return 0;
        }
        int end = text.indexOf("\n---", 3);
        if (end < 0) {
            return 0;
        }
        int lineEnd = text.indexOf('\n', end + 1);
        try {
            var settings = LoadSettings.builder().setMaxAliasesForCollections(0).build();
            if (new Load(settings).loadFromString(text.substring(4, end + 1))
                    instanceof Map<?, ?> facts) {
                facts.forEach((key, value) -> fact(String.valueOf(key), value, draft));
                return lineEnd < 0 ? text.length() : lineEnd + 1;
            }
        } catch (YamlEngineException _) {
            return 0;
        }
        return 0;
    }

    private static void fact(String key, Object value, Draft draft) {
        var values =
                value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        var words = values.stream().map(String::valueOf).filter(word -> !word.isBlank()).toList();
        switch (key.toLowerCase(Locale.ROOT)) {
            case "title" -> words.forEach(draft::title);
            case "author", "authors" -> words.forEach(draft::author);
            case "tag", "tags", "keywords" ->
                    words.stream()
                            .flatMap(word ->
                                    List.of(word.split(value instanceof List ? "," : "[,\\s]+"))
                                            .stream())
                            .forEach(draft::tag);
            case "date", "created" -> words.forEach(word -> draft.created(Dates.parse(word)));
            case "updated", "modified" -> words.forEach(word -> draft.modified(Dates.parse(word)));
            default -> draft.property(key, String.join(", ", words));
        }
    }

    /// One walk over a parsed note.
    private record Walk(Draft draft) {

        void blocks(Node parent, int lists, boolean quoted) {
            for (var node : parent.getChildren()) {
                if (!draft.full()) {
                    block(node, lists, quoted);
                }
            }
        }

        private void block(Node node, int lists, boolean quoted) {
            switch (node) {
                case Heading heading -> words(Block.Kind.HEADING, heading.getLevel(), heading);
                case Paragraph paragraph -> paragraph(paragraph, lists, quoted);
                case FencedCodeBlock code -> code(code.getContentChars().toString());
                case IndentedCodeBlock code -> code(code.getContentChars().toString());
                case HtmlBlock html -> html(html.getChars().toString());
                case ListBlock list -> blocks(list, lists + 1, quoted);
                case BlockQuote quote -> blocks(quote, lists, true);
                case TableSeparator _ -> {}
                case TableRow row -> words(Block.Kind.TABLE_ROW, 0, row);
                default -> blocks(node, lists, quoted);
            }
        }

        private void paragraph(Node node, int lists, boolean quoted) {
            if (lists > 0) {
                words(Block.Kind.LIST_ITEM, Math.min(lists, MAX_LEVEL), node);
            } else {
                words(quoted ? Block.Kind.QUOTE : Block.Kind.PARAGRAPH, 0, node);
            }
        }

        private void code(String words) {
            draft.add(Block.Kind.CODE, 0, null, words);
        }

        private void html(String html) {
            HtmlReader.body(HtmlReader.parse(html), draft, new MarkupBlocks(draft));
        }

        private void words(Block.Kind kind, int level, Node node) {
            var inline = new InlineText(node);
            int blocks = draft.blockCount();
            int at = draft.add(kind, level, null, inline.text());
            int start = draft.blockCount() > blocks ? at : draft.length();
            for (var link : inline.links()) {
                draft.link(
                        link.kind(),
                        link.target(),
                        within(start + link.start()),
                        within(start + link.end()));
            }
            inline.tags().forEach(draft::tag);
        }

        /// A picture that shows no words may stand before the first or behind the last.
        private int within(int offset) {
            return Math.clamp(offset, 0, draft.length());
        }
    }
}

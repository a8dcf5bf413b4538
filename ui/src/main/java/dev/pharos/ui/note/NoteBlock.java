package dev.pharos.ui.note;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of a note as its reader sees it, from top to bottom.
sealed interface NoteBlock {

    /// Where it stands.
    Where where();

    /// All its words, without markup.
    String text();

    /// The block and those that stand in it.
    default Stream<NoteBlock> whole() {
        return Stream.of(this);
    }

    /// @param start UTF-16 offset into the Markdown
    /// @param end exclusive
    /// @param quoted in how many quotations it stands
    /// @param depth in how many lists it stands
    /// @param name by which links lead to it, as in `#^name`; empty without
    record Where(int start, int end, int quoted, int depth, String name) {}

    /// What the note says of itself at its top.
    record Properties(Where where, List<Property> all) implements NoteBlock {

        /// @param value as it is shown; that of a list has commas
        /// @param list whether it is one
        public record Property(String key, String value, boolean list) {}

        public Properties {
            all = List.copyOf(all);
        }

        @Override
        public String text() {
            return all.stream()
                    .map(each -> each.key() + ": " + each.value())
                    .collect(Collectors.joining("\n"));
        }
    }

    record Heading(Where where, int level, List<Run> runs) implements NoteBlock {
        @Override
        public String text() {
            return NoteBlock.text(runs);
        }
    }

    record Paragraph(Where where, List<Run> runs) implements NoteBlock {
        @Override
        public String text() {
            return NoteBlock.text(runs);
        }
    }

    /// @param sign `•`, `1.` or empty where it goes on with the item before
    /// @param box of a task
    record Item(Where where, String sign, @Nullable Box box, List<Run> runs) implements NoteBlock {

        /// @param at where the sign between the brackets stands in the Markdown
        public record Box(int at, boolean done) {}

        @Override
        public String text() {
            return NoteBlock.text(runs);
        }
    }

    record Code(Where where, String language, String text) implements NoteBlock {}

    /// @param rows the first one has the headings; all have equally many cells
    /// @param sides to which the words of each column stand
    record Table(Where where, List<List<List<Run>>> rows, List<Side> sides) implements NoteBlock {

        public enum Side {
            START,
            CENTER,
            END
        }

        @Override
        public String text() {
            return rows.stream()
                    .map(row -> row.stream().map(NoteBlock::text).collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\n"));
        }
    }

    /// A picture or another note that stands here.
    record Embed(Where where, Run.Lead.Inside leads, String text) implements NoteBlock {}

    /// A quotation that stands out as a box.
    ///
    /// @param kind as its author wrote it, in small letters
    /// @param title may be empty
    /// @param number how many stand before it in the note
    record Callout(
            Where where,
            String kind,
            Fold fold,
            List<Run> title,
            int number,
            List<NoteBlock> inside)
            implements NoteBlock {

        /// Whether it can be folded, and how it is before anybody did.
        public enum Fold {
            NEVER,
            OPEN,
            CLOSED
        }

        public Callout {
            title = List.copyOf(title);
            inside = List.copyOf(inside);
        }

        @Override
        public Stream<NoteBlock> whole() {
            return Stream.concat(Stream.of(this), inside.stream().flatMap(NoteBlock::whole));
        }

        String titleText() {
            return NoteBlock.text(title);
        }

        @Override
        public String text() {
            return Stream.concat(
                            Stream.of(titleText()).filter(each -> !each.isEmpty()),
                            inside.stream().map(NoteBlock::text))
                    .collect(Collectors.joining("\n"));
        }
    }

    record Rule(Where where) implements NoteBlock {
        @Override
        public String text() {
            return "";
        }
    }

    record Footnote(Where where, String label, List<Run> runs) implements NoteBlock {
        @Override
        public String text() {
            return NoteBlock.text(runs);
        }
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}

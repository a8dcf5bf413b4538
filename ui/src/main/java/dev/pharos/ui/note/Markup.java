package dev.pharos.ui.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one line of Markdown is dressed while it is written. A line by itself says little: whether
/// it stands in code or in front matter is a matter of the lines above, which [Block] carries on.
final class Markup {

    /// What a line begins in.
    enum Block {
        TEXT,
        /// Code between rows of three `` ` ``.
        BACKTICKS,
        /// Code between rows of three `~`.
        TILDES,
        PROPERTIES
    }

    /// Some letters of a line that look alike.
    ///
    /// @param styles names for the stylesheet
    record Run(int start, int end, List<String> styles) {}

    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})(\\s.*|$)");
    private static final Pattern LEAD =
            Pattern.compile("(\\s*)(>+\\s?|[-*+]\\s+\\[[ xX]]\\s|[-*+]\\s|\\d{1,9}[.)]\\s)(.*)");
    private static final Pattern RULE = Pattern.compile("\\s{0,3}([-*_]\\s*){3,}");
    private static final Pattern PROPERTY = Pattern.compile("([\\w -]+:)(.*)");

    /// What stands inside a line, the first that fits.
    private static final Pattern INLINE =
            Pattern.compile(
                    "(?<code>`+)(?<codeText>.+?)\\k<code>(?!`)"
                            + "|(?<wiki>!?\\[\\[[^\\[\\]\\n]+]])"
                            + "|(?<link>!?\\[[^\\[\\]\\n]*]\\([^()\\n]*\\))"
                            + "|(?<note>\\[\\^[^\\]\\s]+])"
                            + "|(?<web>https?://[^\\s<>)\\]]+)"
                            + "|(?<bold>\\*\\*|__)(?=\\S)(?<boldText>.+?)(?<=\\S)\\k<bold>"
                            + "|(?<![\\p{L}\\p{N}])(?<italic>[*_])(?=[^\\s*_])(?<italicText>[^*_]*?)"
                            + "(?<=\\S)\\k<italic>(?![\\p{L}\\p{N}])"
                            + "|(?<struck>~~)(?=\\S)(?<struckText>.+?)(?<=\\S)~~"
                            + "|(?<marked>==)(?=\\S)(?<markedText>.+?)(?<=\\S)=="
                            + "|(?<math>\\$)(?=\\S)[^$]+?(?<=\\S)\\$(?!\\d)"
                            + "|(?<comment>%%.*?%%)"
                            + "|(?<callout>(?<=^>\\s{0,1}|^>\\s{0,1}>\\s{0,1})\\[![\\w|-]+][+-]?)"
                            + "|(?<name>(?<=\\s|^)\\^[A-Za-z0-9-]+\\s*$)"
                            + "|(?<![\\p{L}\\p{N}/&#_-])(?<tag>#[\\p{L}\\p{N}_/-]*\\p{L}[\\p{L}\\p{N}_/-]*)");

    /// A longer line is no prose; looking for pairs in it would take too long.
    private static final int LONGEST = 4_000;

    private Markup() {}

    /// What the line after this one begins in.
    ///
    /// @param index of this line in its note
    static Block after(Block block, int index, String line) {
        return switch (block) {
            case TEXT ->
                    index == 0 && line.equals("---")
                            ? Block.PROPERTIES
                            : fence(line, "```")
                                    ? Block.BACKTICKS
                                    : fence(line, "~~~") ? Block.TILDES : Block.TEXT;
            case BACKTICKS -> fence(line, "```") ? Block.TEXT : block;
            case TILDES -> fence(line, "~~~") ? Block.TEXT : block;
            case PROPERTIES -> line.startsWith("---") ? Block.TEXT : block;
        };
    }

    private static boolean fence(String line, String sign) {
        return line.strip().startsWith(sign) && FENCE.matcher(line).matches();
    }

    /// All of a line, in its order.
    static List<Run> of(Block block, int index, String line) {
        var runs = new Runs(line);
        switch (block) {
            case PROPERTIES -> properties(line, runs);
            case BACKTICKS, TILDES -> runs.add(0, line.length(), "md-code");
            case TEXT -> {
                if (index == 0 && line.equals("---")
                        || after(block, 1, line) != Block.TEXT
                        || RULE.matcher(line).matches()) {
                    runs.add(0, line.length(), "md-sign");
                } else {
                    text(line, runs);
                }
            }
        }
        return runs.all;
    }

    private static void properties(String line, Runs runs) {
        var property = PROPERTY.matcher(line);
        if (property.matches()) {
            runs.add(0, property.end(1), "md-key");
            runs.add(property.end(1), line.length(), "md-value");
        } else {
            runs.add(0, line.length(), "md-value");
        }
    }

    private static void text(String line, Runs runs) {
        if (line.length() > LONGEST) {
            runs.add(0, line.length(), "md-text");
            return;
        }
        var heading = HEADING.matcher(line);
        var lead = LEAD.matcher(line);
        if (heading.matches()) {
            String size = "md-heading-" + heading.group(1).length();
            int words = Math.min(line.length(), heading.end(1) + 1);
            runs.add(0, words, size, "md-sign");
            inline(line, words, runs, size);
        } else if (lead.matches()) {
            String sign = lead.group(2);
            boolean quote = sign.startsWith(">");
            runs.add(0, lead.end(2), box(sign));
            boolean done = sign.toLowerCase(Locale.ROOT).contains("[x]");
            inline(line, lead.end(2), runs, quote ? "md-quote" : done ? "md-done" : "md-text");
        } else {
            inline(line, 0, runs, "md-text");
        }
    }

    private static String box(String sign) {
        return sign.contains("[") ? "md-box" : "md-sign";
    }

    private static void inline(String line, int from, Runs runs, String around) {
        var matcher = INLINE.matcher(line);
        int at = from;
        while (at < line.length() && matcher.find(at)) {
            runs.add(at, matcher.start(), around);
            piece(matcher, runs, around);
            at = Math.max(matcher.end(), at + 1);
        }
        runs.add(at, line.length(), around);
    }

    private static void piece(Matcher piece, Runs runs, String around) {
        if (signs(piece, "code", "md-inline-code", runs, around)
                || signs(piece, "bold", "md-bold", runs, around)
                || signs(piece, "italic", "md-italic", runs, around)
                || signs(piece, "struck", "md-struck", runs, around)
                || signs(piece, "marked", "md-marked", runs, around)) {
            return;
        }
        if (piece.group("wiki") != null) {
            wiki(piece, runs, around);
        } else if (piece.group("link") != null) {
            int label = piece.start() + piece.group().indexOf('[') + 1;
            int end = piece.start() + piece.group().lastIndexOf("](");
            runs.add(piece.start(), label, around, "md-sign");
            runs.add(label, end, around, "md-link");
            runs.add(end, piece.end(), around, "md-sign");
        } else {
            String style =
                    piece.group("tag") != null
                            ? "md-tag"
                            : piece.group("comment") != null || piece.group("name") != null
                                    ? "md-sign"
                                    : piece.group("math") != null ? "md-inline-code" : "md-link";
            runs.add(piece.start(), piece.end(), around, style);
        }
    }

    private static void wiki(Matcher piece, Runs runs, String around) {
        int from = piece.start() + piece.group().indexOf("[[") + 2;
        int bar = piece.group().indexOf('|');
        int label = bar < 0 ? from : piece.start() + bar + 1;
        runs.add(piece.start(), label, around, "md-sign");
        runs.add(label, piece.end() - 2, around, "md-link");
        runs.add(piece.end() - 2, piece.end(), around, "md-sign");
    }

    /// Words between signs, as in `**words**`.
    private static boolean signs(
            Matcher piece, String group, String style, Runs runs, String around) {
        if (piece.group(group) == null) {
            return false;
        }
        int from = piece.start(group + "Text");
        int to = piece.end(group + "Text");
        runs.add(piece.start(), from, around, "md-sign");
        runs.add(from, to, around, style);
        runs.add(to, piece.end(), around, "md-sign");
        return true;
    }

    private record Runs(String line, List<Run> all) {
        Runs(String line) {
            this(line, new ArrayList<>());
        }

        void add(int start, int end, String... styles) {
            if (end > start) {
                all.add(new Run(start, end, List.of(styles)));
            }
        }
    }
}

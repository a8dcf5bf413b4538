package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads plain text and Markdown as [ReadableText] writes them with times, the text of a document
/// as [WordDocument] does, and as people leave them after correcting: a line that begins with a
/// time begins a segment, lines without one go on with it. A segment ends where the next one
/// begins.
final class TimedText {
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\[(\\d{2,6}:\\d{2}:\\d{2})]\\s*(.*)");
    private static final Pattern BARE =
            Pattern.compile("\\[?(\\d{2,6}:\\d{2}:\\d{2})(?:]|\\s|$)\\s*(.*)");
    private static final Pattern VOICE = Pattern.compile("\\*\\*(.+?):\\*\\*\\s*(.*)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final String HEADING = "# ";

    /// How long the last segment lasts, for each letter.
    private static final long LETTER_MS = 60;

    private enum Kind {
        PLAIN,
        MARKDOWN,
        DOCUMENT;

        Pattern begin() {
            return this == DOCUMENT ? BARE : IN_BRACKETS;
        }

        boolean mayBeTitle(String line) {
            return this == DOCUMENT || this == MARKDOWN && line.startsWith(HEADING);
        }
    }

    private record Line(long startMs, @Nullable String speaker, StringBuilder text) {}

    private TimedText() {}

    /// Null where no line begins with a time, or words stand before the first that does.
    static @Nullable Transcript readPlain(String text) {
        return read(text, Kind.PLAIN);
    }

    /// The same, whose first heading is the title.
    static @Nullable Transcript readMarkdown(String text) {
        return read(text, Kind.MARKDOWN);
    }

    /// The same, whose first line may be the title.
    static @Nullable Transcript readDocument(String text) {
        return read(text, Kind.DOCUMENT);
    }

    private static @Nullable Transcript read(String text, Kind kind) {
        boolean markdown = kind == Kind.MARKDOWN;
        var lines = new ArrayList<Line>();
        int before = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            var begin = kind.begin().matcher(line);
            if (begin.matches()) {
                lines.add(begun(begin.group(1), begin.group(2), markdown));
            } else if (!lines.isEmpty()) {
                var open = lines.getLast().text();
                open.append(open.isEmpty() || line.isEmpty() ? "" : " ")
                        .append(markdown ? unescaped(line) : line);
            } else if (!line.isEmpty() && (before++ > 0 || !kind.mayBeTitle(line))) {
                return null;
            }
        }
        return lines.isEmpty() ? null : transcript(lines);
    }

    private static Line begun(String time, String rest, boolean markdown) {
        long start = Timecode.parse(time).orElseThrow();
        var voice = VOICE.matcher(markdown ? rest : "");
        return voice.matches()
                ? new Line(
                        start,
                        unescaped(voice.group(1)),
                        new StringBuilder(unescaped(voice.group(2))))
                : new Line(start, null, new StringBuilder(markdown ? unescaped(rest) : rest));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }

    private static Transcript transcript(List<Line> lines) {
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            long end =
                    i + 1 < lines.size()
                            ? Math.max(line.startMs(), lines.get(i + 1).startMs())
                            : line.startMs() + LETTER_MS * line.text().length();
            segments.add(
                    new Segment(
                            line.startMs(),
                            end,
                            line.speaker(),
                            line.text().toString().strip(),
                            List.of()));
        }
        return Subtitles.transcript(Transcript.UNKNOWN, segments);
    }
}

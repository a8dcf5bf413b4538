package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads plain text and Markdown as [ReadableText] writes them with times, and as people leave them
/// after correcting: a line that begins with a time in brackets begins a segment, lines without one
/// go on with it. A segment ends where the next one begins.
final class TimedText {
    private static final Pattern BEGIN = Pattern.compile("\\[(\\d{2,6}:\\d{2}:\\d{2})]\\s*(.*)");
    private static final Pattern VOICE = Pattern.compile("\\*\\*(.+?):\\*\\*\\s*(.*)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final String HEADING = "# ";

    /// How long the last segment lasts, for each letter.
    private static final long LETTER_MS = 60;

    private record Line(long startMs, @Nullable String speaker, StringBuilder text) {}

    private TimedText() {}

    /// Null where no line begins with a time, or words stand before the first that does.
    static @Nullable Transcript readPlain(String text) {
        return read(text, false);
    }

    /// The same, whose first heading is the title.
    static @Nullable Transcript readMarkdown(String text) {
        return read(text, true);
    }

    private static @Nullable Transcript read(String text, boolean markdown) {
        var lines = new ArrayList<Line>();
        for (String line : text.lines().map(String::strip).toList()) {
            var begin = BEGIN.matcher(line);
            if (begin.matches()) {
                lines.add(begun(begin.group(1), begin.group(2), markdown));
            } else if (!lines.isEmpty()) {
                var open = lines.getLast().text();
                open.append(open.isEmpty() || line.isEmpty() ? "" : " ")
                        .append(markdown ? unescaped(line) : line);
            } else if (!line.isEmpty() && !(markdown && line.startsWith(HEADING))) {
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

package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Finds the cues of subtitle files, as they are found in the wild: badly numbered or not at all,
/// without blank lines between them, with a comma or a point before the milliseconds. A line with
/// two times and an arrow begins a cue, whatever stands around it.
final class Cues {
    private static final Pattern TIMES =
            Pattern.compile("\\s*([\\d:.,]{4,24}+)\\s*-->\\s*([\\d:.,]{4,24}+)(\\s.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");

    private static final String ARROW = "-->";

    /// A no-break space stands for an empty line, a word joiner keeps an arrow from its time.
    private static final String EMPTY_LINE = "\u00A0";

    private static final String GUARDED_ARROW = "\u2060" + ARROW;

    /// What is shown for a stretch of time; times are never negative, the end not before the start.
    record Cue(long startMs, long endMs, String text) {}

    private final boolean blankEnds;
    private final List<Cue> found = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private long @Nullable [] times;

    private Cues(boolean blankEnds) {
        this.blankEnds = blankEnds;
    }

    /// @param text with line feeds
    /// @param blankEnds an empty line ends a cue (WebVTT, where comments and styles may follow);
    ///   otherwise the next cue does
    static List<Cue> of(String text, boolean blankEnds) {
        var cues = new Cues(blankEnds);
        text.lines().forEach(cues::line);
        cues.end();
        return cues.found;
    }

    /// A line of text so that it neither ends a cue nor begins one; [#of] gives it back as it was.
    static String guarded(String line) {
        if (line.isBlank()) {
            return EMPTY_LINE;
        }
        return times(line) == null ? line : line.replace(ARROW, GUARDED_ARROW);
    }

    private static String unguarded(String line) {
        return line.equals(EMPTY_LINE) ? "" : line.replace(GUARDED_ARROW, ARROW);
    }

    private void line(String line) {
        var begun = times(line);
        if (begun != null) {
            if (!lines.isEmpty() && NUMBER.matcher(lines.getLast()).matches()) {
                lines.removeLast();
            }
            end();
            times = begun;
        } else if (times != null) {
            if (blankEnds && line.isEmpty()) {
                end();
            } else {
                lines.add(line);
            }
        }
    }

    private void end() {
        if (times != null) {
            while (!lines.isEmpty() && lines.getLast().isBlank()) {
                lines.removeLast();
            }
            lines.replaceAll(Cues::unguarded);
            found.add(new Cue(times[0], Math.max(times[0], times[1]), String.join("\n", lines)));
        }
        times = null;
        lines.clear();
    }

    private static long @Nullable [] times(String line) {
        var match = line.contains(ARROW) ? TIMES.matcher(line) : null;
        if (match == null || !match.matches()) {
            return null;
        }
        var start = time(match.group(1));
        var end = time(match.group(2));
        return start.isEmpty() || end.isEmpty()
                ? null
                : new long[] {start.getAsLong(), end.getAsLong()};
    }

    private static OptionalLong time(String text) {
        return text.contains(":") ? Timecode.parse(text) : OptionalLong.empty();
    }
}

package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.Cues.Cue;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The text of a WebVTT cue: who speaks as `<v Name>`, when each word begins as `<00:00:01.000>`
/// (W3C WebVTT, 4.2.2), special characters as HTML entities. Other tags are styling and fall away;
/// a `<` that begins no tag is itself.
final class VttText {
    private static final Pattern TAG =
            Pattern.compile(
                    "<(?:(?<time>[\\d:.]{4,24})|v(?:\\.[^\\s>]*)?\\s+(?<voice>[^>\\n]*)"
                            + "|/?(?:v|c|i|b|u|ruby|rt|lang)(?:[.\\s][^>\\n]*)?)>");

    /// Text between two tags.
    private record Run(@Nullable String voice, long startMs, String text) {}

    private VttText() {}

    /// Whether there are times of words in it.
    static boolean timed(String text) {
        return TAG.matcher(text).results().anyMatch(tag -> tag.group("time") != null);
    }

    /// A segment for each voice in the cue, each with all of the cue's time.
    ///
    /// @param timed the file gives times of words, so that a cue of a single word needs none
    static List<Segment> read(Cue cue, boolean timed) {
        var runs = runs(cue);
        var segments = new ArrayList<Segment>();
        for (int from = 0; from < runs.size(); ) {
            int to = from + 1;
            while (to < runs.size()
                    && Objects.equals(runs.get(to).voice(), runs.get(from).voice())) {
                to++;
            }
            segments.add(segment(cue, runs, from, to, timed));
            from = to;
        }
        var spoken = segments.stream().filter(segment -> !segment.text().isBlank()).toList();
        return spoken.isEmpty() ? List.of(segments.getLast()) : spoken;
    }

    private static List<Run> runs(Cue cue) {
        var runs = new ArrayList<Run>();
        String voice = null;
        long ms = cue.startMs();
        int at = 0;
        for (var tag : TAG.matcher(cue.text()).results().toList()) {
            runs.add(new Run(voice, ms, plain(cue.text().substring(at, tag.start()))));
            at = tag.end();
            if (tag.group("time") != null) {
                ms = Math.max(ms, Timecode.parse(tag.group("time")).orElse(ms));
            } else if (tag.group("voice") != null) {
                var name = plain(tag.group("voice")).strip();
                voice = name.isEmpty() ? null : name;
            }
        }
        runs.add(new Run(voice, ms, plain(cue.text().substring(at))));
        return runs;
    }

    private static Segment segment(Cue cue, List<Run> runs, int from, int to, boolean timed) {
        var text = new StringBuilder();
        var words = new ArrayList<Word>();
        for (int i = from; i < to; i++) {
            var run = runs.get(i);
            text.append(run.text());
            if (timed) {
                words.addAll(words(run, end(cue, runs, i)));
            }
        }
        return new Segment(
                cue.startMs(), cue.endMs(), runs.get(from).voice(), text.toString(), words);
    }

    private static List<Word> words(Run run, long endMs) {
        var words = run.text().strip();
        return words.isEmpty()
                ? List.of()
                : WordTimes.shared(
                        List.of(words.split("\\s+")),
                        run.startMs(),
                        Math.max(run.startMs(), endMs),
                        1);
    }

    private static long end(Cue cue, List<Run> runs, int index) {
        return runs.subList(index, runs.size()).stream()
                .mapToLong(Run::startMs)
                .filter(ms -> ms > runs.get(index).startMs())
                .findFirst()
                .orElse(cue.endMs());
    }

    private static String plain(String raw) {
        return raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false);
    }

    /// @param timed with the times of words, where the text is made of them
    static String write(Segment segment, boolean timed) {
        var out = new StringBuilder();
        if (segment.speaker() != null) {
            out.append("<v ")
                    .append(escaped(segment.speaker().replaceAll("\\s+", " ")))
                    .append('>');
        }
        var places = timed ? WordTimes.places(segment.text(), segment.words()) : null;
        if (places == null) {
            return out.append(escaped(segment.text())).toString();
        }
        timed(segment, places, out);
        return out.toString();
    }

    /// A time stands before a word, and behind it where the next one does not begin at once. Times
    /// must rise within a cue, and lie within its own.
    private static void timed(Segment segment, int[] places, StringBuilder out) {
        var words = segment.words();
        long lastMs = segment.startMs();
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            var word = words.get(i);
            out.append(escaped(segment.text().substring(at, places[i])));
            lastMs = time(word.startMs(), lastMs, segment.endMs(), out);
            at = places[i] + word.text().length();
            out.append(escaped(segment.text().substring(places[i], at)));
            long nextMs = i + 1 < places.length ? words.get(i + 1).startMs() : segment.endMs();
            lastMs = time(word.endMs(), lastMs, nextMs, out);
        }
        out.append(escaped(segment.text().substring(at)));
    }

    private static long time(long ms, long afterMs, long beforeMs, StringBuilder out) {
        if (ms <= afterMs || ms >= beforeMs) {
            return afterMs;
        }
        out.append('<').append(Timecode.vtt(ms)).append('>');
        return ms;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

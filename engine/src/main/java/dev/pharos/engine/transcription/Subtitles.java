package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SubRip (SRT) and WebVTT (VTT). What each can hold is kept: times to the millisecond and text
/// with its line breaks; VTT also who speaks, when each word is spoken, and the language. SRT knows
/// neither escapes nor speakers: its text is read as it stands, names in it by [Voices].
final class Subtitles {
    private static final String VTT = "WEBVTT";
    private static final String LANGUAGE = "Language: ";
    private static final Pattern LANGUAGE_LINE =
            Pattern.compile(
                    "\\A" + VTT + "[^\\n]*\\n(?:[^\\n]+\\n)*?" + LANGUAGE + "([a-z]{2,3})\\b");

    private Subtitles() {}

    static String srt(Transcript transcript) {
        var out = new StringBuilder();
        var leads =
                Voices.leads(
                        transcript.segments().stream()
                                .map(each -> new Voices.Said(each.speaker(), each.text()))
                                .toList());
        for (int i = 0; i < leads.size(); i++) {
            var segment = transcript.segments().get(i);
            out.append(i + 1).append('\n');
            out.append(Timecode.srt(segment.startMs())).append(" --> ");
            out.append(Timecode.srt(segment.endMs())).append('\n');
            out.append(lines(leads.get(i) + segment.text())).append('\n');
        }
        return out.toString();
    }

    static String vtt(Transcript transcript, boolean wordTimes) {
        var out = new StringBuilder(VTT).append('\n');
        if (!transcript.language().equals(Transcript.UNKNOWN)) {
            out.append(LANGUAGE).append(transcript.language()).append('\n');
        }
        for (var segment : transcript.segments()) {
            out.append('\n').append(Timecode.vtt(segment.startMs())).append(" --> ");
            out.append(Timecode.vtt(segment.endMs())).append('\n');
            out.append(lines(VttText.write(segment, wordTimes)));
        }
        return out.toString();
    }

    /// The lines of a cue, each with its end: none of them empty, none that looks like times.
    private static String lines(String text) {
        return text.isEmpty()
                ? ""
                : Arrays.stream(text.split("\\R", -1))
                        .map(Cues::guarded)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Null where nothing in the text is a cue.
    static @Nullable Transcript readSrt(String text) {
        var segments =
                Cues.of(text, false).stream()
                        .map(cue ->
                                new Segment(
                                        cue.startMs(), cue.endMs(), null, cue.text(), List.of()))
                        .toList();
        return segments.isEmpty() ? null : transcript(Transcript.UNKNOWN, segments);
    }

    /// Null where nothing in the text is a cue, and it does not say that it is a WebVTT file.
    static @Nullable Transcript readVtt(String text) {
        var cues = Cues.of(text, true);
        if (cues.isEmpty() && !text.startsWith(VTT)) {
            return null;
        }
        boolean timed = cues.stream().anyMatch(cue -> VttText.timed(cue.text()));
        var language = LANGUAGE_LINE.matcher(text);
        return transcript(
                language.find() ? language.group(1) : Transcript.UNKNOWN,
                cues.stream().flatMap(cue -> VttText.read(cue, timed).stream()).toList());
    }

    /// In order; as long as its segments.
    static Transcript transcript(String language, List<Segment> segments) {
        var ordered = segments.stream().sorted(Comparator.comparingLong(Segment::startMs)).toList();
        long end = ordered.stream().mapToLong(Segment::endMs).max().orElse(0);
        return new Transcript(language, end, "", "", ordered, true);
    }
}

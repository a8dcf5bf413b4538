package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Transcripts as plain text and as Markdown (CommonMark).
final class ReadableText {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&~|#]");
    private static final Pattern BLOCK_START = Pattern.compile("^(\\d{0,9})([.)+-])");

    private ReadableText() {}

    /// A line a segment with times, else paragraphs.
    static String plain(Transcript transcript, Shown shown) {
        return shown.times()
                ? timed(transcript.segments())
                : Paragraphs.of(transcript.segments()).stream()
                        .map(paragraph ->
                                Voices.lead(paragraph.speaker()) + paragraph.text() + "\n")
                        .collect(Collectors.joining("\n"));
    }

    private static String timed(List<Segment> segments) {
        var said =
                segments.stream()
                        .map(segment ->
                                new Voices.Said(
                                        segment.speaker(),
                                        segment.text().strip().replaceAll("\\s+", " ")))
                        .toList();
        var leads = Voices.leads(said);
        var out = new StringBuilder();
        for (int i = 0; i < leads.size(); i++) {
            out.append(time(segments.get(i).startMs())).append(' ');
            out.append(leads.get(i)).append(said.get(i).text()).append('\n');
        }
        return out.toString();
    }

    private static String time(long ms) {
        return "[" + Timecode.full(ms) + "]";
    }

    static String markdown(Transcript transcript, String title, Shown shown) {
        var out = new StringBuilder();
        if (!title.isBlank()) {
            out.append("# ").append(escaped(title.strip().replaceAll("\\s+", " "))).append('\n');
        }
        for (var paragraph : Paragraphs.of(transcript.segments())) {
            out.append(out.isEmpty() ? "" : "\n");
            if (shown.times()) {
                out.append(time(paragraph.startMs())).append(' ');
            }
            if (paragraph.speaker() != null) {
                out.append("**").append(escaped(paragraph.speaker().strip())).append(":** ");
            }
            out.append(escaped(paragraph.text())).append('\n');
        }
        return out.toString();
    }

    /// Words that look like markup stay words.
    private static String escaped(String text) {
        var inline = MARKUP.matcher(text).replaceAll("\\\\$0");
        return BLOCK_START.matcher(inline).replaceFirst("$1\\\\$2");
    }
}

package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.TranscriptFormat.Shown;

import org.jspecify.annotations.Nullable;

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
                ? transcript.segments().stream()
                        .map(segment ->
                                time(segment.startMs())
                                        + " "
                                        + name(segment.speaker())
                                        + segment.text().strip().replaceAll("\\s+", " ")
                                        + "\n")
                        .collect(Collectors.joining())
                : Paragraphs.of(transcript.segments()).stream()
                        .map(paragraph -> name(paragraph.speaker()) + paragraph.text() + "\n")
                        .collect(Collectors.joining("\n"));
    }

    private static String name(@Nullable String speaker) {
        return speaker == null ? "" : speaker + ": ";
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

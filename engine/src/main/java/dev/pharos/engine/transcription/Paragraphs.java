package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Segments put together to be read: a paragraph ends where another voice begins, at a longer
/// pause, and at the first end of a sentence after about a dozen lines.
final class Paragraphs {
    private static final long PAUSE_MS = 2_000;
    private static final int LONG = 800;
    private static final String SENTENCE_ENDS = ".?!…。？！";

    /// @param speaker as in [Segment]
    record Paragraph(long startMs, @Nullable String speaker, String text) {}

    private Paragraphs() {}

    static List<Paragraph> of(List<Segment> segments) {
        var paragraphs = new ArrayList<Paragraph>();
        Segment last = null;
        for (var segment : segments) {
            var text = segment.text().strip().replaceAll("\\s+", " ");
            if (text.isEmpty()) {
                continue;
            }
            if (last != null && belongs(paragraphs.getLast(), last, segment)) {
                var open = paragraphs.removeLast();
                text = WordTimes.joined(open.text(), text);
                paragraphs.add(new Paragraph(open.startMs(), open.speaker(), text));
            } else {
                paragraphs.add(new Paragraph(segment.startMs(), segment.speaker(), text));
            }
            last = segment;
        }
        return paragraphs;
    }

    private static boolean belongs(Paragraph open, Segment last, Segment next) {
        int length = open.text().length();
        boolean full =
                length > 4 * LONG
                        || length > LONG
                                && SENTENCE_ENDS.indexOf(open.text().charAt(length - 1)) >= 0;
        return Objects.equals(open.speaker(), next.speaker())
                && next.startMs() - last.endMs() < PAUSE_MS
                && !full;
    }
}

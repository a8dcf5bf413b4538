package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One segment as the list shows it.
///
/// @param index of the segment
/// @param introduces whether another voice begins here
record Line(int index, Segment segment, boolean introduces) {

    static List<Line> of(Transcript transcript) {
        var lines = new ArrayList<Line>();
        String before = null;
        for (var segment : transcript.segments()) {
            boolean introduces =
                    segment.speaker() != null && !Objects.equals(before, segment.speaker());
            lines.add(new Line(lines.size(), segment, introduces));
            before = segment.speaker();
        }
        return lines;
    }
}

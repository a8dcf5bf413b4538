package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;

/// Finds who speaks in a format that has no place for it: where every line begins with a short name
/// and a colon, as [TranscriptFormat#write] and people write a conversation, and some name comes
/// back. Anything less may be part of what was said.
final class Voices {
    private static final int LONGEST = 40;
    private static final Pattern LINE =
            Pattern.compile(
                    "(?<name>[^\\s:;,.!?][^:;,!?\\v]{0," + (LONGEST - 1) + "}):\\h(?<words>.*)",
                    Pattern.DOTALL);

    private Voices() {}

    static @Nullable Transcript named(@Nullable Transcript words) {
        if (words == null) {
            return null;
        }
        var named = new ArrayList<Segment>();
        var names = new HashSet<String>();
        for (var segment : words.segments()) {
            var line = LINE.matcher(segment.text());
            if (!line.matches()) {
                return words;
            }
            var name = line.group("name").strip();
            names.add(name);
            named.add(
                    new Segment(
                            segment.startMs(),
                            segment.endMs(),
                            name,
                            line.group("words").strip(),
                            segment.words()));
        }
        return names.size() < named.size() ? words.with(named) : words;
    }
}

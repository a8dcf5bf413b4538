package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Who speaks, in a format that has no place for it: each line begins with a name and a colon, as
/// people write a conversation. Where that could be read in another way than it is meant, the lines
/// have an invisible separator (U+2063) as well: after the colon of a name, or at the beginning of
/// words that are said by nobody known. In files of others names are found where every line begins
/// with a short one and some name comes back; anything less may be part of what was said.
final class Voices {
    private static final int LONGEST = 40;
    private static final Pattern LINE =
            Pattern.compile(
                    "(?<name>[^\\s:;,.!?][^:;,!?\\v]{0," + (LONGEST - 1) + "}):\\h(?<words>.*)",
                    Pattern.DOTALL);
    private static final String COLON = ": ";
    private static final String MARK = "\u2063";

    /// What somebody says.
    record Said(@Nullable String speaker, String text) {}

    private Voices() {}

    static String lead(@Nullable String speaker) {
        return speaker == null ? "" : speaker + COLON;
    }

    /// What stands before the text of each, so that [#named] gives them back.
    static List<String> leads(List<Said> all) {
        var plain = all.stream().map(said -> lead(said.speaker()) + said.text()).toList();
        boolean clear = read(plain).equals(all);
        return all.stream()
                .map(said -> clear ? lead(said.speaker()) : marked(said.speaker(), said.text()))
                .toList();
    }

    private static String marked(@Nullable String speaker, String text) {
        if (speaker != null) {
            return lead(speaker) + MARK;
        }
        return text.contains(":") || text.startsWith(MARK) ? MARK : "";
    }

    static @Nullable Transcript named(@Nullable Transcript words) {
        if (words == null) {
            return null;
        }
        var said = read(words.segments().stream().map(Segment::text).toList());
        var named = new ArrayList<Segment>();
        for (int i = 0; i < said.size(); i++) {
            var segment = words.segments().get(i);
            named.add(
                    new Segment(
                            segment.startMs(),
                            segment.endMs(),
                            said.get(i).speaker(),
                            said.get(i).text(),
                            segment.words()));
        }
        return words.with(named);
    }

    private static List<Said> read(List<String> lines) {
        boolean voices = lines.stream().anyMatch(line -> line.contains(COLON + MARK));
        return voices || lines.stream().anyMatch(line -> line.startsWith(MARK))
                ? lines.stream().map(line -> unmarked(line, voices)).toList()
                : guessed(lines);
    }

    /// @param voices whether the file has names, so that a line which somebody has added may too
    private static Said unmarked(String line, boolean voices) {
        if (line.startsWith(MARK)) {
            return new Said(null, line.substring(MARK.length()));
        }
        int colon = line.indexOf(COLON + MARK);
        if (colon >= 0) {
            var text = line.substring(colon + COLON.length() + MARK.length());
            return new Said(line.substring(0, colon), text);
        }
        return voices ? guessed(line) : new Said(null, line);
    }

    private static List<Said> guessed(List<String> lines) {
        var said = lines.stream().map(Voices::guessed).toList();
        var names = new HashSet<@Nullable String>();
        said.forEach(each -> names.add(each.speaker()));
        return names.contains(null) || names.size() == said.size()
                ? lines.stream().map(line -> new Said(null, line)).toList()
                : said;
    }

    private static Said guessed(String line) {
        var named = LINE.matcher(line);
        return named.matches()
                ? new Said(named.group("name").strip(), named.group("words").strip())
                : new Said(null, line);
    }
}

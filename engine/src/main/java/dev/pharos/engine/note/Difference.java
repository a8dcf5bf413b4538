package dev.pharos.engine.note;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What was changed between two texts: all lines, and in lines that were changed the words. For the
/// window that compares versions. Immutable.
public record Difference(List<Line> lines) {
    private static final Pattern WORDS =
            Pattern.compile("(?<=\\P{Alnum})|(?=\\P{Alnum})", Pattern.UNICODE_CHARACTER_CLASS);

    /// What became of a line.
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /// One line without its line break.
    ///
    /// @param runs all of it, in order
    public record Line(Kind kind, List<Run> runs) {
        public Line {
            runs = List.copyOf(runs);
        }

        public String text() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    /// Some words of a line.
    ///
    /// @param changed whether the other side has not got them; in a line that has no counterpart
    ///   all are
    public record Run(String text, boolean changed) {}

    public Difference {
        lines = List.copyOf(lines);
    }

    public static Difference of(String before, String after) {
        var old = before.lines().toList();
        var lines = new ArrayList<Line>();
        int at = 0;
        for (var delta : DiffUtils.diff(old, after.lines().toList()).getDeltas()) {
            int from = delta.getSource().getPosition();
            old.subList(at, from).forEach(line -> lines.add(whole(Kind.SAME, line)));
            lines.addAll(changed(delta));
            at = from + delta.getSource().size();
        }
        old.subList(at, old.size()).forEach(line -> lines.add(whole(Kind.SAME, line)));
        return new Difference(lines);
    }

    private static Line whole(Kind kind, String line) {
        return new Line(kind, List.of(new Run(line, kind != Kind.SAME)));
    }

    /// Lines in the place of others are compared with them one by one.
    private static List<Line> changed(AbstractDelta<String> delta) {
        var removed = delta.getSource().getLines();
        var added = delta.getTarget().getLines();
        int both = Math.min(removed.size(), added.size());
        var old = new ArrayList<Line>();
        var made = new ArrayList<Line>();
        for (int i = 0; i < both; i++) {
            var words = words(removed.get(i), added.get(i));
            old.add(words.getFirst());
            made.add(words.getLast());
        }
        removed.subList(both, removed.size()).forEach(line -> old.add(whole(Kind.REMOVED, line)));
        added.subList(both, added.size()).forEach(line -> made.add(whole(Kind.ADDED, line)));
        old.addAll(made);
        return old;
    }

    /// A line that went and the one that came for it.
    private static List<Line> words(String before, String after) {
        var old = WORDS.splitAsStream(before).toList();
        var made = WORDS.splitAsStream(after).toList();
        var removed = new ArrayList<Run>();
        var added = new ArrayList<Run>();
        for (var delta : DiffUtils.diff(old, made, true).getDeltas()) {
            boolean same = delta.getType() == DeltaType.EQUAL;
            add(removed, String.join("", delta.getSource().getLines()), !same);
            add(added, String.join("", delta.getTarget().getLines()), !same);
        }
        return List.of(new Line(Kind.REMOVED, removed), new Line(Kind.ADDED, added));
    }

    private static void add(List<Run> runs, String text, boolean changed) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, changed));
        }
    }
}

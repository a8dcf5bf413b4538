package dev.pharos.engine.transcription;

import java.util.ArrayList;
import java.util.List;

/// Gives the words of a changed text their times: those that stayed (the longest common
/// subsequence) keep theirs and their confidence; new ones share the time of those that they stand
/// for, or the gap that they were put into, and are certain.
final class Rewording {

    /// Beyond this many pairs of words, such as for a whole book pasted into a line, everything
    /// between the common beginning and end counts as new.
    private static final int PAIRS = 4_000_000;

    private final Segment segment;
    private final List<Word> before;
    private final List<String> after;
    private final List<Word> result = new ArrayList<>();

    private Rewording(Segment segment, String text) {
        this.segment = segment;
        before =
                segment.words().stream()
                        .flatMap(word ->
                                WordTimes.shared(
                                        WordTimes.split(word.text()),
                                        word.startMs(),
                                        word.endMs(),
                                        word.confidence())
                                        .stream())
                        .toList();
        after = WordTimes.split(text);
    }

    /// @return in order, none before another's start
    static List<Word> of(Segment segment, String text) {
        return new Rewording(segment, text).words();
    }

    private List<Word> words() {
        int first = 0;
        while (first < Math.min(before.size(), after.size()) && same(first, first)) {
            first++;
        }
        int lastBefore = before.size();
        int lastAfter = after.size();
        while (lastBefore > first && lastAfter > first && same(lastBefore - 1, lastAfter - 1)) {
            lastBefore--;
            lastAfter--;
        }
        result.addAll(before.subList(0, first));
        middle(first, lastBefore, lastAfter);
        result.addAll(before.subList(lastBefore, before.size()));
        return result;
    }

    private boolean same(int old, int fresh) {
        return before.get(old).text().equals(after.get(fresh));
    }

    private void middle(int first, int lastBefore, int lastAfter) {
        int rows = lastBefore - first;
        int columns = lastAfter - first;
        if ((long) rows * columns > PAIRS) {
            replace(first, lastBefore, first, lastAfter);
            return;
        }
        var common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] =
                        same(first + i, first + j)
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        walk(common, first);
    }

    private void walk(int[][] common, int first) {
        int fromOld = 0;
        int fromNew = 0;
        int i = 0;
        int j = 0;
        while (i < common.length - 1 && j < common[0].length - 1) {
            if (same(first + i, first + j)) {
                replace(first + fromOld, first + i, first + fromNew, first + j);
                result.add(before.get(first + i));
                fromOld = ++i;
                fromNew = ++j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        replace(
                first + fromOld,
                first + common.length - 1,
                first + fromNew,
                first + common[0].length - 1);
    }

    /// Puts `after[fromNew, toNew)` into the place of `before[fromOld, toOld)`.
    private void replace(int fromOld, int toOld, int fromNew, int toNew) {
        long next = toOld < before.size() ? before.get(toOld).startMs() : segment.endMs();
        long previous = fromOld > 0 ? before.get(fromOld - 1).endMs() : segment.startMs();
        long start = Math.min(toOld > fromOld ? before.get(fromOld).startMs() : previous, next);
        long end = toOld > fromOld ? before.get(toOld - 1).endMs() : next;
        if (fromOld > 0) {
            start = Math.max(start, before.get(fromOld - 1).startMs());
        }
        result.addAll(
                WordTimes.shared(after.subList(fromNew, toNew), start, Math.max(start, end), 1));
    }
}

package dev.pharos.engine.storage;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Word;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/// The segments of one recording's transcripts. An edited version keeps only those that its base
/// has not, so that a thousand corrections of a long recording take little more room than a few.
/// What was written for one version is never changed for another.
final class SegmentRows {

    /// So many segments beyond those of its base a version may have; with more it is kept whole,
    /// and the base of those that follow.
    private static final int MOST = 64;

    /// Segments that a version has from its base.
    ///
    /// @param at the first one's ordinal in the version
    /// @param from the same in the base
    record Run(int at, int from, int count) {
        boolean has(int ordinalInBase) {
            return ordinalInBase >= from && ordinalInBase < from + count;
        }
    }

    /// Where a version's segments are.
    ///
    /// @param base the number of a version that is kept whole, or null where this one is
    record Layout(@Nullable Integer base, List<Run> runs) {
        static final Layout WHOLE = new Layout(null, List.of());

        Layout {
            runs = List.copyOf(runs);
        }

        /// Of a row of `transcript`.
        static Layout of(ResultSet row) throws SQLException {
            var base = Rows.integer(row, "base");
            return base == null
                    ? WHOLE
                    : new Layout(base, List.of(Json.read(row.getString("runs"), Run[].class)));
        }

        boolean borrows(int ordinal) {
            return runs.stream()
                    .anyMatch(run -> ordinal >= run.at() && ordinal < run.at() + run.count());
        }
    }

    private record Placed(int ordinal, Segment segment) {}

    private final Connection connection;
    private final long source;

    /// @param source its key
    SegmentRows(Connection connection, long source) {
        this.connection = connection;
        this.source = source;
    }

    /// How to keep the version that follows `last`.
    Layout layout(int last, List<Segment> segments) throws SQLException {
        var base =
                Rows.first(
                        connection,
                        "SELECT coalesce(base, number) FROM transcript t JOIN source s ON s.key = t.source "
                                + "WHERE s.key = ? AND number = ? AND t.content_hash = s.content_hash",
                        row -> row.getInt(1),
                        source,
                        last);
        if (base.isEmpty()) {
            return Layout.WHOLE;
        }
        var whole = read(base.get(), Layout.WHOLE, 0, Long.MAX_VALUE);
        var runs = runs(whole, segments);
        int own = segments.size() - runs.stream().mapToInt(Run::count).sum();
        return own > Math.min(MOST, segments.size() / 2)
                ? Layout.WHOLE
                : new Layout(base.get(), runs);
    }

    private static List<Run> runs(List<Segment> base, List<Segment> segments) {
        var places = new HashMap<Segment, Integer>();
        for (int i = 0; i < base.size(); i++) {
            places.put(base.get(i), i);
        }
        var runs = new ArrayList<Run>();
        int next = 0;
        for (int i = 0; i < segments.size(); i++) {
            int from = places.getOrDefault(segments.get(i), -1);
            if (from < next) {
                continue;
            }
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null
                    && last.from() + last.count() == from
                    && last.at() + last.count() == i) {
                runs.removeLast();
                runs.add(new Run(last.at(), last.from(), last.count() + 1));
            } else {
                runs.add(new Run(i, from, 1));
            }
            next = from + 1;
        }
        return runs;
    }

    void save(int number, Layout layout, List<Segment> segments) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                if (!layout.borrows(i)) {
                    Rows.bind(
                            statement,
                            source,
                            number,
                            i,
                            segment.startMs(),
                            segment.endMs(),
                            segment.speaker(),
                            segment.text(),
                            Json.write(segment.words()));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /// Those that are heard, at least in part, in a stretch of time, in their order.
    List<Segment> read(int number, Layout layout, long fromMs, long toMs) throws SQLException {
        var placed = new TreeMap<Integer, Segment>();
        rows(number, fromMs, toMs).forEach(row -> placed.put(row.ordinal(), row.segment()));
        var base = layout.base();
        if (base != null) {
            for (Placed row : rows(base, fromMs, toMs)) {
                layout.runs().stream()
                        .filter(run -> run.has(row.ordinal()))
                        .forEach(run ->
                                placed.put(run.at() + row.ordinal() - run.from(), row.segment()));
            }
        }
        return List.copyOf(placed.values());
    }

    private List<Placed> rows(int number, long fromMs, long toMs) throws SQLException {
        return Rows.list(
                connection,
                "SELECT * FROM segment WHERE source = ? AND number = ? "
                        + "AND end_ms >= ? AND start_ms < ? ORDER BY ordinal",
                row -> new Placed(row.getInt("ordinal"), segment(row)),
                source,
                number,
                fromMs,
                toMs);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getString("speaker"),
                row.getString("text"),
                List.of(Json.read(row.getString("words"), Word[].class)));
    }
}

package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Transcripts] in SQLite. A version belongs to the sound that its words were said in; those of an
/// earlier revision stay.
public final class SqliteTranscripts implements Transcripts {
    private static final String OF_SOURCE =
            "FROM transcript t JOIN source s ON s.key = t.source WHERE s.id = ? ";
    private static final String OF_SOUND = OF_SOURCE + "AND t.content_hash = s.content_hash ";
    private static final String NEWEST = OF_SOUND + "ORDER BY t.number DESC LIMIT 1";

    private final Database database;
    private final Clock clock;

    public SqliteTranscripts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Transcript> find(SourceId source) {
        return first(NEWEST, source.toString());
    }

    @Override
    public Optional<Transcript> find(SourceId source, int version) {
        return first(OF_SOURCE + "AND t.number = ?", source.toString(), version);
    }

    private Optional<Transcript> first(String from, Object... parameters) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT t.* " + from,
                        row -> transcript(connection, row, 0, Long.MAX_VALUE),
                        parameters));
    }

    @Override
    public Optional<Transcript> heard(SourceId source, long fromMs, long toMs) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT t.* " + NEWEST,
                        row -> transcript(connection, row, fromMs, toMs),
                        source.toString()));
    }

    @Override
    public Map<SourceId, Long> lengths() {
        return database.read(connection -> {
            var lengths = new HashMap<SourceId, Long>();
            Rows.list(
                            connection,
                            "SELECT s.id, t.duration_ms FROM transcript t JOIN source s"
                                    + " ON s.key = t.source AND s.content_hash = t.content_hash"
                                    + " ORDER BY t.number",
                            row -> Map.entry(SourceId.of(row.getString(1)), row.getLong(2)))
                    .forEach(each -> lengths.put(each.getKey(), each.getValue()));
            return lengths;
        });
    }

    @Override
    public List<Version> versions(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT t.*, t.content_hash = s.content_hash AS same_sound "
                                + OF_SOURCE
                                + "ORDER BY t.number DESC",
                        row ->
                                new Version(
                                        row.getInt("number"),
                                        Origin.valueOf(row.getString("origin")),
                                        Instant.ofEpochMilli(row.getLong("made")),
                                        row.getString("model"),
                                        row.getBoolean("complete"),
                                        row.getBoolean("same_sound")),
                        source.toString()));
    }

    @Override
    public Version save(SourceId source, Transcript transcript, Origin origin) {
        return database.write(
                connection -> save(source, sound(connection, source), transcript, origin));
    }

    /// The same, of words that were said in the sound of this content hash, which need not be the
    /// one that the source has now.
    public Version save(SourceId source, String sound, Transcript transcript, Origin origin) {
        return save(source, sound, transcript, origin, clock.instant());
    }

    /// The same, of a version that was made before.
    public Version save(
            SourceId source, String sound, Transcript transcript, Origin origin, Instant made) {
        return database.write(connection -> {
            long key = RevisionRows.key(connection, source);
            int newest = newest(connection, key);
            var version =
                    new Version(
                            newest + 1,
                            origin,
                            made.truncatedTo(ChronoUnit.MILLIS),
                            transcript.model(),
                            transcript.complete(),
                            sound.equals(sound(connection, source)));
            var rows = new SegmentRows(connection, key);
            var layout =
                    origin == Origin.EDITED
                            ? rows.layout(newest, transcript.segments())
                            : SegmentRows.Layout.WHOLE;
            Rows.update(
                    connection,
                    "INSERT INTO transcript VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    key,
                    version.number(),
                    sound,
                    origin,
                    version.made(),
                    transcript.language(),
                    transcript.durationMs(),
                    transcript.model(),
                    transcript.device(),
                    transcript.complete(),
                    layout.base(),
                    layout.base() == null ? null : Json.write(layout.runs()));
            rows.save(version.number(), layout, transcript.segments());
            return version;
        });
    }

    /// The source has another file with the same sound in it: what is known of the words of the one
    /// belongs to the other as well.
    ///
    /// @param before content hash of the file that it had
    public void carry(SourceId source, String before) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "UPDATE transcript SET content_hash = ? WHERE source = ? AND content_hash = ?",
                        sound(connection, source),
                        RevisionRows.key(connection, source),
                        before));
    }

    /// Whether what was known of the words in a file belongs, since [#carry], to the one that the
    /// source has now.
    ///
    /// @param before content hash of the former
    public boolean carried(SourceId source, String before) {
        return versions(source).stream().anyMatch(Version::sameSound)
                && database.read(connection ->
                        Rows.count(
                                connection,
                                "SELECT count(*) " + OF_SOURCE + "AND t.content_hash = ?",
                                source.toString(),
                                before))
                        == 0;
    }

    private static String sound(Connection connection, SourceId source) throws SQLException {
        return Rows.first(
                        connection,
                        "SELECT content_hash FROM source WHERE id = ?",
                        row -> row.getString(1),
                        source.toString())
                .orElseThrow();
    }

    private static int newest(Connection connection, long key) throws SQLException {
        return Rows.count(
                connection,
                "SELECT coalesce(max(number), 0) FROM transcript WHERE source = ?",
                key);
    }

    private static Transcript transcript(
            Connection connection, ResultSet row, long fromMs, long toMs) throws SQLException {
        var segments =
                new SegmentRows(connection, row.getLong("source"))
                        .read(row.getInt("number"), SegmentRows.Layout.of(row), fromMs, toMs);
        return new Transcript(
                row.getString("language"),
                row.getLong("duration_ms"),
                row.getString("model"),
                row.getString("device"),
                segments,
                row.getBoolean("complete"));
    }
}

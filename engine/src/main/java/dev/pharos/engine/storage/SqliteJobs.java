package dev.pharos.engine.storage;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Jobs;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// [Jobs] in SQLite.
public final class SqliteJobs implements Jobs {
    private static final String IDS = "SELECT id FROM job ORDER BY position";

    private final Database database;
    private final Clock clock;

    public SqliteJobs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Job add(String kind, String subject, String title, String options) {
        return database.write(connection ->
                Rows.first(
                                connection,
                                """
                                INSERT INTO job (position, kind, subject, title, options, state, done, total, speed, created)
                                VALUES ((SELECT coalesce(max(position), 0) + 1 FROM job), ?, ?, ?, ?, ?, 0, 0, 0, ?)
                                RETURNING *
                                """,
                                SqliteJobs::job,
                                kind,
                                subject,
                                title,
                                options,
                                Job.State.WAITING,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .orElseThrow());
    }

    @Override
    public Optional<Job> find(long id) {
        return database.read(connection ->
                Rows.first(connection, "SELECT * FROM job WHERE id = ?", SqliteJobs::job, id));
    }

    @Override
    public List<Job> all() {
        return database.read(connection ->
                Rows.list(connection, "SELECT * FROM job ORDER BY position", SqliteJobs::job));
    }

    @Override
    public void save(Job job) {
        database.write(connection ->
                Rows.update(
                        connection,
                        """
                        UPDATE job SET title = ?, options = ?, state = ?, stage = ?, done = ?, total = ?, speed = ?,
                            device = ?, problem = ?, started = ?, ended = ? WHERE id = ?
                        """,
                        job.title(),
                        job.options(),
                        job.state(),
                        job.stage(),
                        job.done(),
                        job.total(),
                        job.speed(),
                        job.device(),
                        job.problem() == null ? null : Json.write(job.problem()),
                        job.started(),
                        job.ended(),
                        job.id()));
    }

    @Override
    public void move(long id, @Nullable Long before) {
        database.write(connection -> {
            var order = new ArrayList<>(Rows.list(connection, IDS, row -> row.getLong(1)));
            if (!order.contains(id) || before != null && before == id) {
                return order;
            }
            order.remove(id);
            int to = before == null ? -1 : order.indexOf(before);
            order.add(to < 0 ? order.size() : to, id);
            number(connection, order);
            return order;
        });
    }

    @Override
    public void order(List<Long> ids) {
        database.write(connection -> {
            var order = new LinkedHashSet<>(ids);
            order.addAll(Rows.list(connection, IDS, row -> row.getLong(1)));
            number(connection, List.copyOf(order));
            return order;
        });
    }

    private static void number(Connection connection, List<Long> order) throws SQLException {
        for (int i = 0; i < order.size(); i++) {
            Rows.update(
                    connection, "UPDATE job SET position = ? WHERE id = ?", i + 1, order.get(i));
        }
    }

    @Override
    public void remove(long id) {
        database.write(connection -> Rows.update(connection, "DELETE FROM job WHERE id = ?", id));
    }

    private static Job job(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("options"),
                Job.State.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getDouble("speed"),
                row.getString("device"),
                problem == null ? null : Json.read(problem, Problem.class),
                Instant.ofEpochMilli(row.getLong("created")),
                Rows.instant(row, "started"),
                Rows.instant(row, "ended"));
    }
}

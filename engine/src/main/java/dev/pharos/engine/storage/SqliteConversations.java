package dev.pharos.engine.storage;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Conversations;
import dev.pharos.engine.conversation.Rewrite;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.conversation.Turn;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Conversations in SQLite.
public final class SqliteConversations implements Conversations {
    private static final String PRESENT = " FROM conversation WHERE deleted IS NULL ";

    private final Database database;

    public SqliteConversations(Database database) {
        this.database = database;
    }

    @Override
    public List<Conversation> all() {
        return database.read(SqliteConversations::all);
    }

    private static List<Conversation> all(Connection connection) throws SQLException {
        return Rows.list(
                connection,
                "SELECT *" + PRESENT + "ORDER BY changed DESC, id",
                SqliteConversations::conversation);
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                new Conversation.Id(UUID.fromString(row.getString("id"))),
                row.getString("title"),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("changed")));
    }

    @Override
    public Optional<Conversation> find(Conversation.Id id) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT *" + PRESENT + "AND id = ?",
                        SqliteConversations::conversation,
                        id.toString()));
    }

    @Override
    public List<Turn> turns(Conversation.Id id) {
        return database.read(connection -> turns(connection, id));
    }

    private static List<Turn> turns(Connection connection, Conversation.Id id) throws SQLException {
        return Rows.list(
                connection,
                "SELECT * FROM turn WHERE conversation = ? ORDER BY position, asked, id",
                row -> turn(connection, row),
                id.toString());
    }

    private static Turn turn(Connection connection, ResultSet row) throws SQLException {
        String rewrite = row.getString("rewrite");
        return new Turn(
                UUID.fromString(row.getString("id")),
                new Conversation.Id(UUID.fromString(row.getString("conversation"))),
                row.getInt("position"),
                row.getString("question"),
                rewrite == null ? null : new Rewrite(rewrite, row.getString("rewritten_by")),
                AnswerMode.valueOf(row.getString("mode")),
                Json.read(row.getString("scope"), Scope.class),
                Instant.ofEpochMilli(row.getLong("asked")),
                Rows.list(
                        connection,
                        "SELECT content, made FROM answer WHERE turn = ? ORDER BY number",
                        answer ->
                                new Turn.Answered(
                                        Json.read(answer.getString(1), Answer.class),
                                        Instant.ofEpochMilli(answer.getLong(2))),
                        row.getString("id")));
    }

    /// The few hundred conversations of a person are looked through as they are.
    @Override
    public List<Found> search(String words) {
        var wanted = Arrays.stream(words.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.read(connection -> {
            var found = new ArrayList<Found>();
            for (Conversation each : all(connection)) {
                var turn = saying(connection, each.id(), wanted);
                if (turn.isPresent() || says(connection, each.title(), wanted)) {
                    found.add(new Found(each, turn));
                }
            }
            return found;
        });
    }

    private static String conditions(String text, List<String> words) {
        return String.join(
                " AND ", words.stream().map(_ -> "pharos_titled(" + text + ", ?)").toList());
    }

    private static boolean says(Connection connection, String title, List<String> words)
            throws SQLException {
        var values = words.stream().flatMap(word -> List.of(title, word).stream()).toArray();
        return Rows.count(connection, "SELECT " + conditions("?", words), values) > 0;
    }

    private static Optional<Turn> saying(
            Connection connection, Conversation.Id id, List<String> words) throws SQLException {
        var values = new ArrayList<Object>(List.of(id.toString()));
        values.addAll(words);
        return Rows.first(
                connection,
                "SELECT * FROM turn t WHERE conversation = ? AND "
                        + conditions(
                                "question || char(10) || coalesce(rewrite, '') || char(10) || (SELECT"
                                        + " group_concat(said, char(10)) FROM answer a WHERE a.turn = t.id)",
                                words)
                        + " ORDER BY position",
                row -> turn(connection, row),
                values.toArray());
    }

    @Override
    public void save(Conversation conversation) {
        database.write(connection -> save(connection, conversation));
    }

    private static int save(Connection connection, Conversation conversation) throws SQLException {
        return Rows.update(
                connection,
                "INSERT INTO conversation (id, title, created, changed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET title = excluded.title, changed ="
                        + " excluded.changed",
                conversation.id().toString(),
                conversation.title(),
                conversation.created(),
                conversation.changed());
    }

    @Override
    public void save(Conversation conversation, Turn turn) {
        database.write(connection -> {
            save(connection, conversation);
            save(connection, turn);
            for (var each : turn.answers()) {
                answer(connection, turn.id(), each);
            }
            return turn;
        });
    }

    private static void save(Connection connection, Turn turn) throws SQLException {
        var rewrite = turn.rewrite();
        Rows.update(
                connection,
                "INSERT INTO turn (id, conversation, position, question, rewrite, rewritten_by,"
                        + " mode, scope, asked) SELECT ?, id, ?, ?, ?, ?, ?, ?, ? FROM"
                        + " conversation WHERE id = ? ON CONFLICT (id) DO UPDATE SET rewrite ="
                        + " excluded.rewrite, rewritten_by = excluded.rewritten_by, mode ="
                        + " excluded.mode, scope = excluded.scope",
                turn.id().toString(),
                turn.position(),
                turn.question(),
                rewrite == null ? null : rewrite.question(),
                rewrite == null ? null : rewrite.model(),
                turn.mode(),
                Json.write(turn.scope()),
                turn.asked(),
                turn.conversation().toString());
    }

    @Override
    public void answered(Conversation conversation, Turn turn) {
        database.write(connection -> {
            save(connection, conversation);
            save(connection, turn);
            answer(connection, turn.id(), turn.answers().getLast());
            return turn;
        });
    }

    private static void answer(Connection connection, UUID turn, Turn.Answered each)
            throws SQLException {
        Rows.update(
                connection,
                "INSERT INTO answer (turn, number, made, content, said) SELECT id, (SELECT count(*)"
                        + " FROM answer WHERE turn = t.id), ?, ?, ? FROM turn t WHERE id = ?",
                each.when(),
                Json.write(each.answer().kept()),
                each.answer().text(),
                turn.toString());
    }

    @Override
    public void delete(Conversation.Id id, Instant when) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "UPDATE conversation SET deleted = ? WHERE id = ? AND deleted IS NULL",
                        when,
                        id.toString()));
    }

    @Override
    public List<Deleted> deleted() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT * FROM conversation WHERE deleted IS NOT NULL ORDER BY deleted DESC, id",
                        row ->
                                new Deleted(
                                        conversation(row),
                                        Objects.requireNonNull(Rows.instant(row, "deleted")))));
    }

    @Override
    public void restore(Conversation.Id id) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "UPDATE conversation SET deleted = NULL WHERE id = ?",
                        id.toString()));
    }

    @Override
    public void erase(Conversation.Id id) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "DELETE FROM conversation WHERE id = ? AND deleted IS NOT NULL",
                        id.toString()));
    }
}

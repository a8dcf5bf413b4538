package dev.pharos.engine.storage;

import dev.pharos.engine.library.IdDigest;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Rows in, values out: the few lines that every query would repeat.
final class Rows {
    private Rows() {}

    /// Makes a value of the current row.
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(
            Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            var values = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
            }
            return values;
        }
    }

    static <T> Optional<T> first(
            Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, sql, reader, parameters).stream().findFirst();
    }

    static int count(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        return first(connection, sql, row -> row.getInt(1), parameters).orElse(0);
    }

    static long[] ids(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            var ids = LongStream.builder();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids.build().toArray();
        }
    }

    /// Of a query for [IdDigest#SQL].
    static IdDigest digest(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        return first(
                        connection,
                        sql,
                        row -> new IdDigest(row.getLong(1), row.getLong(2), row.getLong(3)),
                        parameters)
                .orElseThrow();
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant instant -> statement.setLong(i + 1, instant.toEpochMilli());
                case Enum<?> choice -> statement.setString(i + 1, choice.name());
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long longer(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = longer(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}

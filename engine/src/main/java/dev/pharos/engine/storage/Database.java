package dev.pharos.engine.storage;

import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/// The SQLite file of a library: one connection that writes, as many as needed that read beside it
/// (WAL). A commit survives a power cut (`synchronous=FULL`). Safe for use by several threads.
///
/// All methods throw [StorageException].
public final class Database implements AutoCloseable {

    /// Something done with a connection.
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Path file;
    private final boolean readOnly;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Connection writer;
    private volatile boolean closed;

    private Database(Path file, boolean readOnly) throws SQLException {
        this.file = file;
        this.readOnly = readOnly;
        this.writer = connect();
    }

    /// Opens the file; without `readOnly` it is made if it is missing. Runs no migration.
    public static Database open(Path file, boolean readOnly) {
        try {
            return new Database(file, readOnly);
        } catch (SQLException e) {
            throw new StorageException(folder(file), e);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private StorageException failure(SQLException cause) {
        return new StorageException(folder(file), cause);
    }

    private Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
        }
        var connection = config.createConnection("jdbc:sqlite:" + file);
        Function.create(connection, "pharos_lower", new Lower());
        Function.create(connection, "pharos_titled", new Titled());
        NameFunctions.addTo(connection);
        return connection;
    }

    /// `pharos_titled(title, words)`: whether the words stand in the title from the start of a word
    /// on, in any case. Scripts without blanks have no such starts.
    private static final class Titled extends Function {
        private static final Set<Character.UnicodeScript> UNSPACED =
                EnumSet.of(
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.KATAKANA,
                        Character.UnicodeScript.THAI,
                        Character.UnicodeScript.LAO,
                        Character.UnicodeScript.KHMER,
                        Character.UnicodeScript.MYANMAR);

        @Override
        protected void xFunc() throws SQLException {
            var title = value_text(0).toLowerCase(Locale.ROOT);
            var words = value_text(1).toLowerCase(Locale.ROOT).strip();
            boolean found = false;
            for (int at = title.indexOf(words); at >= 0 && !found; ) {
                found = startsWord(title, at);
                at = title.indexOf(words, at + 1);
            }
            result(found ? 1 : 0);
        }

        private static boolean startsWord(String title, int at) {
            int first = title.codePointAt(at);
            return at == 0
                    || !Character.isLetterOrDigit(title.codePointBefore(at))
                    || !Character.isLetterOrDigit(first)
                    || UNSPACED.contains(Character.UnicodeScript.of(first));
        }
    }

    /// `pharos_lower(text)`: lower case in every script; SQLite's own knows only the ASCII letters.
    private static final class Lower extends Function {
        @Override
        protected void xFunc() throws SQLException {
            result(value_text(0).toLowerCase(Locale.ROOT));
        }
    }

    /// Runs `work` on a connection that sees all that is committed.
    public <T> T read(Work<T> work) {
        Connection connection = null;
        try {
            connection = idle.pollFirst();
            if (connection == null) {
                connection = connect();
            }
            return work.run(connection);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            giveBack(connection);
        }
    }

    private void giveBack(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        idle.addFirst(connection);
        if (closed) {
            closeIdle();
        }
    }

    /// Runs `work` in one transaction: all of it or, if it throws, none. Writers wait for each
    /// other. Called within another write of the same thread, it is a part of that one.
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            return writing.getHoldCount() > 1 ? work.run(writer) : transaction(work);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try {
            writer.setAutoCommit(false);
            T result = work.run(writer);
            writer.commit();
            writer.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(e, writer::rollback);
            undo(e, () -> writer.setAutoCommit(true));
            throw e;
        }
    }

    /// One step back to where the next transaction can begin.
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    /// After some failures, a full disk among them, SQLite has rolled back by itself and refuses to
    /// do it again: that must not hide why.
    private static void undo(Throwable failure, Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /// Runs `work` on the writing connection outside of a transaction, for statements that need
    /// that.
    <T> T administer(Work<T> work) {
        writing.lock();
        try {
            return work.run(writer);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    /// SQLite's own check of the whole file; empty where it is sound.
    public List<String> integrityFindings() {
        return read(connection -> {
            var findings = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("PRAGMA integrity_check")) {
                while (rows.next()) {
                    findings.add(rows.getString(1));
                }
            }
            return findings.equals(List.of("ok")) ? List.of() : findings;
        });
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
        writing.lock();
        try {
            writer.close();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    private void closeIdle() {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }
}

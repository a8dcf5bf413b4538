package dev.pharos.engine.storage;

import dev.pharos.engine.problem.Actionable;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.DiskSpace;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.SQLException;

/// SQLite refused. Unchecked, because nearly always it is a bug; where it is not, it knows the
/// problem.
public final class StorageException extends RuntimeException implements Actionable {
    private static final long serialVersionUID = 1L;

    private static final int PRIMARY_CODE = 0xff;

    private final transient Path folder;

    /// @param folder of the library
    StorageException(Path folder, SQLException cause) {
        super(cause.getMessage(), cause);
        this.folder = folder;
    }

    /// A full disk is not always told as such: where a new file or the shared memory finds no room,
    /// SQLite says that it cannot open or that I/O failed.
    @Override
    public @Nullable Problem problem() {
        return switch (code()) {
            case SQLITE_FULL -> new Problem.DiskFull(folder);
            case SQLITE_IOERR -> orFull(new Problem.DiskFailed(folder, detail()));
            case SQLITE_CANTOPEN -> orFull(new Problem.FolderNotWritable(folder));
            case SQLITE_READONLY, SQLITE_PERM -> new Problem.FolderNotWritable(folder);
            case SQLITE_BUSY -> new Problem.LibraryInUse(folder);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new Problem.LibraryDamaged(folder, detail());
            default -> null;
        };
    }

    private Problem orFull(Problem otherwise) {
        return DiskSpace.full(folder) ? new Problem.DiskFull(folder) : otherwise;
    }

    private String detail() {
        return String.valueOf(getMessage());
    }

    private SQLiteErrorCode code() {
        return getCause() instanceof SQLiteException e
                ? SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY_CODE)
                : SQLiteErrorCode.SQLITE_ERROR;
    }
}

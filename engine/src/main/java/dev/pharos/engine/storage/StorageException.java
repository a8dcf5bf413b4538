package dev.pharos.engine.storage;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.SQLException;

/// SQLite refused. Unchecked, because nearly always it is a bug; the callers that can be hit by a
/// full disk or a damaged file ask for that.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    public boolean diskFull() {
        return code() == SQLiteErrorCode.SQLITE_FULL;
    }

    public boolean damaged() {
        return code() == SQLiteErrorCode.SQLITE_CORRUPT || code() == SQLiteErrorCode.SQLITE_NOTADB;
    }

    public boolean notWritable() {
        return code() == SQLiteErrorCode.SQLITE_READONLY
                || code() == SQLiteErrorCode.SQLITE_CANTOPEN;
    }

    private SQLiteErrorCode code() {
        return getCause() instanceof SQLiteException e
                ? SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)
                : SQLiteErrorCode.SQLITE_ERROR;
    }
}

package app.forecourt.journal.database;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** A failure to write to the journal or to read from it. The failed call has changed nothing. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The reasons for a failure. */
    public enum Reason {
        /** The disk is full. */
        FULL,
        /** The disk or the file is read-only. */
        READ_ONLY,
        /** The file is damaged. */
        DAMAGED,
        /** A later version of this program wrote the file. */
        NEWER,
        /** Another program has the file locked. */
        HELD,
        /** The disk failed, or the file could not be opened. */
        DISK
    }

    public JournalException(SQLException failure) {
        super(failure.getMessage(), failure);
        this.reason = reason(failure);
    }

    public JournalException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** Returns the reason of the failure. */
    public Reason reason() {
        return reason;
    }

    public static boolean hasReason(Reason reason, SQLException failure) {
        return reason(failure) == reason;
    }

    /** Returns true if an exception is about the disk or the file, and false if a statement is wrong. */
    public static boolean isDiskFailure(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_ERROR,
                    SQLITE_CONSTRAINT,
                    SQLITE_MISUSE,
                    SQLITE_RANGE,
                    SQLITE_MISMATCH,
                    SQLITE_SCHEMA,
                    UNKNOWN_ERROR -> false;
            default -> true;
        };
    }

    /** Returns the reason of an exception. The low byte of an extended SQLite code is the plain code. */
    private static Reason reason(SQLException failure) {
        // This program writes only valid JSON.
        return String.valueOf(failure.getMessage()).contains("malformed JSON")
                ? Reason.DAMAGED
                : switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
                    case SQLITE_FULL -> Reason.FULL;
                    case SQLITE_READONLY, SQLITE_PERM -> Reason.READ_ONLY;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> Reason.DAMAGED;
                    case SQLITE_BUSY, SQLITE_LOCKED -> Reason.HELD;
                    default -> Reason.DISK;
                };
    }
}

package app.forecourt.journal.database;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Something could not be written to the journal, or read from it. What was asked has not happened at all. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The disk has no room. */
        FULL,
        /** The disk or the file is closed to writing. */
        READ_ONLY,
        /** The file is no journal any more. */
        DAMAGED,
        /** A later version of this program wrote the file. */
        NEWER,
        /** Another program holds the file. */
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

    /** Why it could not be. */
    public Reason reason() {
        return reason;
    }

    /** Whether that is why something failed. */
    public static boolean is(Reason reason, Exception failure) {
        return failure instanceof SQLException failed && reason(failed) == reason;
    }

    /** SQLite's extended codes have the plain one in their low byte. */
    private static Reason reason(SQLException failure) {
        return Database.hasDamagedText(failure) ? Reason.DAMAGED
                : switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
                    case SQLITE_FULL -> Reason.FULL;
                    case SQLITE_READONLY, SQLITE_PERM -> Reason.READ_ONLY;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> Reason.DAMAGED;
                    case SQLITE_BUSY, SQLITE_LOCKED -> Reason.HELD;
                    default -> Reason.DISK;
                };
    }
}

package app.forecourt.journal;

import app.forecourt.journal.database.JournalException.Reason;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The state of the journal's file when it was opened.
 *
 * @param aside the path of the file that was moved aside: a damaged one, or a foreign one in the journal's place
 * @param recovery the content of the new file in place of a damaged one; empty if that is not known any more
 */
public record JournalOpenState(Kind kind, Optional<Path> aside, Optional<RecoveredCounts> recovery) {

    /** The kinds of state. */
    public enum Kind {
        /** There was no file; a new one was created. */
        NEW,
        /** The file is sound. */
        SOUND,
        /** The file was damaged. It was moved aside, and the new file has the last backup and the changes since. */
        DAMAGED,
        /** The file was deleted or replaced while it was open. The current file has all its rows. */
        GONE,
        /** A later version of this program wrote the file. Its rows are not shown. */
        NEWER,
        /** The disk is full. */
        FULL,
        /** Another program holds the file. */
        HELD,
        /** The file can't be written. */
        UNWRITABLE
    }

    /** Creates the state of a file that can't be written. */
    static JournalOpenState unwritable(Reason reason) {
        return of(
                switch (reason) {
                    case NEWER -> Kind.NEWER;
                    case FULL -> Kind.FULL;
                    case HELD -> Kind.HELD;
                    case READ_ONLY, DAMAGED, DISK -> Kind.UNWRITABLE;
                });
    }

    /** Creates a state without a file that was moved aside. */
    public static JournalOpenState of(Kind kind) {
        return new JournalOpenState(kind, Optional.empty(), Optional.empty());
    }

    /** Returns true if the journal can be written. */
    public boolean isDurable() {
        return reason().isEmpty();
    }

    /** Returns the reason why the journal can't be written; empty if it can. */
    public Optional<Reason> reason() {
        return switch (kind) {
            case NEW, SOUND, DAMAGED, GONE -> Optional.empty();
            case NEWER -> Optional.of(Reason.NEWER);
            case FULL -> Optional.of(Reason.FULL);
            case HELD -> Optional.of(Reason.HELD);
            case UNWRITABLE -> Optional.of(Reason.READ_ONLY);
        };
    }
}

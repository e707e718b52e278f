package app.forecourt.journal;

import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.journal.salvage.SalvageResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The state of the journal's file when it was opened.
 *
 * @param aside the path of the file that was moved aside: a damaged one, or a foreign one in the journal's place
 * @param salvage the salvaged part of a damaged file; empty if nothing was salvaged
 */
public record JournalState(Kind kind, Optional<Path> aside, Optional<SalvageResult> salvage) {

    /** Creates a state without salvaged rows. */
    public JournalState(Kind kind, Optional<Path> aside) {
        this(kind, aside, Optional.empty());
    }

    /** The kinds of state. */
    public enum Kind {
        /** There was no file; a new one was created. */
        NEW,
        /** The file is sound. */
        SOUND,
        /** The file was damaged. It was moved aside, and the new file has its readable rows. */
        DAMAGED,
        /** The file was deleted or replaced while it was open. The current file has all its rows. */
        GONE,
        /**
         * A later version of this program wrote the file. The file is only read; this run's work is lost at its end.
         */
        NEWER,
        /** The disk is full. This run's work is lost at its end. */
        FULL,
        /** Another program holds the file. This run's work is lost at its end. */
        HELD,
        /** The file can't be written. This run's work is lost at its end. */
        UNWRITABLE
    }

    /** Creates a state without a file that was moved aside. */
    public static JournalState of(Kind kind) {
        return new JournalState(kind, Optional.empty(), Optional.empty());
    }

    /** Returns true if written data is still there at the next start. */
    public boolean isDurable() {
        return reason().isEmpty();
    }

    /** Returns the reason why written data is lost at the end of the run; empty if it is kept. */
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

package app.forecourt.journal;

import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.journal.salvage.SalvageResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the journal's file was like when it was opened.
 *
 * @param aside where a damaged file was put, or what stood in the place of ours
 * @param salvage what of a damaged file is in the new one, empty when that is nothing
 */
public record JournalState(Kind kind, Optional<Path> aside, Optional<SalvageResult> salvage) {

    /** Nothing was salvaged. */
    public JournalState(Kind kind, Optional<Path> aside) {
        this(kind, aside, Optional.empty());
    }

    /** How it was. */
    public enum Kind {
        /** There was none; one was begun. */
        NEW,
        /** It is as it should be. */
        SOUND,
        /** It was damaged: it was put aside and a new one begun with what could be read of it. */
        DAMAGED,
        /** It was taken away or replaced while it was open: all that was in it is in the one that is there now. */
        GONE,
        /** A later version of this program wrote it: it is looked at, and this run's work is not kept. */
        NEWER,
        /** It can't be written, since the disk is full: this run's work is not kept. */
        FULL,
        /** Another program holds it: this run's work is not kept. */
        HELD,
        /** It can't be written: this run's work is not kept. */
        UNWRITABLE
    }

    /** With nothing put aside. */
    public static JournalState of(Kind kind) {
        return new JournalState(kind, Optional.empty(), Optional.empty());
    }

    /** Whether what is written now is there at the next start. */
    public boolean isKept() {
        return reason().isEmpty();
    }

    /** Returns why what is written now is not there at the next start; empty when it is. */
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

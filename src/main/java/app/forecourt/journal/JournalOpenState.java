package app.forecourt.journal;

import app.forecourt.journal.database.JournalException.Reason;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        NEWER(Reason.NEWER),
        /** The disk is full. */
        FULL(Reason.FULL),
        /** Another program holds the file. */
        HELD(Reason.HELD),
        /** The file can't be written. */
        UNWRITABLE(Reason.READ_ONLY);

        /** The reason why the journal can't be written; null if it can. */
        private final @Nullable Reason reason;

        Kind() {
            this(null);
        }

        Kind(@Nullable Reason reason) {
            this.reason = reason;
        }
    }

    /** Creates the state of a file that can't be written. */
    static JournalOpenState unwritable(Reason reason) {
        return of(Stream.of(Kind.values())
                .filter(kind -> kind.reason == reason)
                .findFirst()
                .orElse(Kind.UNWRITABLE));
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
        return Optional.ofNullable(kind.reason);
    }
}

package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ModelServer.Seen;
import java.util.Optional;
import java.util.Set;

/**
 * A desk of the model with one submission at a time.
 *
 * @param presses how often the user will still press send
 * @param crashes how often the desk may still crash
 */
record ModelDesk(Phase phase, Attempt attempt, int presses, int crashes) {
    /** What the program is about to do. */
    enum Phase {
        /** The car is in the form. */
        IDLE,
        /** The user has pressed send. */
        CLAIM,
        /** The user is asked because another desk has a claim. */
        ASKED_HELD,
        /** The user is asked because of an earlier submission. */
        ASKED_DUPLICATE,
        /** The user is asked because the server does not answer. */
        ASKED_ALONE,
        /** The journal gets the submission. */
        NOTE_WAITING,
        /** The submission waits for its try. */
        BEGIN,
        /** The journal notes that the POST follows. */
        NOTE_SENDING,
        POST,
        /** The journal gets the outcome that the car has arrived. */
        NOTE_OUTCOME,
        /** The car has certainly not arrived, and the submission waits for its next try. */
        NOTE_RETRY,
        HOLD,
        /** The outcome is not at the server yet. */
        SETTLE
    }

    /**
     * A submission on its way.
     *
     * @param submission the number of the submission
     * @param claim the claim that the desk was granted; negative if it has none
     * @param confirmed the earlier submissions that the user has confirmed
     * @param takeOver the claim that the user takes over
     * @param isConfirmed true if the user has confirmed that the car may be there already, and sends it
     */
    record Attempt(int submission, int claim, Set<Integer> confirmed, Optional<Seen> takeOver, boolean isConfirmed) {
        /** Returns the submission with a claim. The questions before it matter no more. */
        Attempt withClaim(int granted) {
            return new Attempt(submission, granted, Set.of(), Optional.empty(), isConfirmed);
        }
    }

    static ModelDesk of(int presses, int crashes) {
        return new ModelDesk(Phase.IDLE, attempt(0), presses, crashes);
    }

    private static Attempt attempt(int submission) {
        return new Attempt(submission, -1, Set.of(), Optional.empty(), false);
    }

    ModelDesk to(Phase next) {
        return with(next, attempt);
    }

    private ModelDesk with(Phase next, Attempt changed) {
        return new ModelDesk(next, changed, presses, crashes);
    }

    /** Returns the desk after the submission has ended. Nothing of it matters any more. */
    ModelDesk ended() {
        return of(presses, crashes);
    }

    /** Returns the desk after its user has pressed send. */
    ModelDesk pressed(int number) {
        return new ModelDesk(Phase.CLAIM, attempt(number), presses - 1, crashes);
    }

    ModelDesk granted(int claim) {
        return with(Phase.NOTE_WAITING, attempt.withClaim(claim));
    }

    ModelDesk askedAbout(Seen held) {
        return with(
                Phase.ASKED_HELD,
                new Attempt(
                        attempt.submission, attempt.claim, attempt.confirmed, Optional.of(held), attempt.isConfirmed));
    }

    /** Returns the desk after its user has confirmed. With a held claim the user knows that nothing has left yet. */
    ModelDesk confirming(Set<Integer> found, Phase next) {
        boolean isWarned =
                phase != Phase.ASKED_HELD || attempt.takeOver.orElseThrow().isPosting();
        return with(
                next,
                new Attempt(
                        attempt.submission, attempt.claim, found, attempt.takeOver, attempt.isConfirmed || isWarned));
    }

    /**
     * Returns the desk after a crash and a start, with what the journal has. A submission found as being sent is
     * unknown. A desk that does not run is like one that takes no step after its start.
     */
    ModelDesk restarted() {
        ModelDesk left = new ModelDesk(phase, attempt.withClaim(attempt.claim), presses, crashes - 1);
        return switch (phase) {
            case IDLE, CLAIM, ASKED_HELD, ASKED_DUPLICATE, ASKED_ALONE, NOTE_WAITING -> left.ended();
            case BEGIN, NOTE_SENDING, HOLD -> left.to(Phase.BEGIN);
            case POST, NOTE_OUTCOME, NOTE_RETRY, SETTLE -> left.to(Phase.SETTLE);
        };
    }
}

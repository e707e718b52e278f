package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ModelServer.Seen;
import java.util.Optional;
import java.util.Set;

/**
 * A desk of the model with one submission at a time. The first line is in memory and lost by a crash; the second is in
 * the journal.
 *
 * @param submission the number of the submission
 * @param claim the claim that the desk was granted; negative if it has none
 * @param confirmed the earlier submissions that the user has confirmed
 * @param takeOver the claim that the user takes over
 * @param journal what the journal says about the submission
 * @param isConfirmed true if the user has confirmed that the car may be there already, and sends it
 * @param presses how often the user will still press send
 * @param crashes how often the desk may still crash
 */
record ModelDesk(
        Phase phase,
        int submission,
        int claim,
        Set<Integer> confirmed,
        Optional<Seen> takeOver,
        Journal journal,
        boolean isConfirmed,
        int presses,
        int crashes) {

    /** What the program is about to do. */
    enum Phase {
        /** The program does not run. */
        DOWN,
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

    /** The state of the submission in the journal. */
    enum Journal {
        NONE,
        WAITING,
        SENDING,
        /** Accepted or unknown, and not at the server yet. */
        OUTCOME
    }

    static ModelDesk of(int presses, int crashes) {
        return new ModelDesk(Phase.IDLE, 0, -1, Set.of(), Optional.empty(), Journal.NONE, false, presses, crashes);
    }

    ModelDesk to(Phase next) {
        return new ModelDesk(next, submission, claim, confirmed, takeOver, journal, isConfirmed, presses, crashes);
    }

    /** Returns the desk after the submission has ended. Nothing of it matters any more. */
    ModelDesk ended() {
        return new ModelDesk(Phase.IDLE, 0, -1, Set.of(), Optional.empty(), Journal.NONE, false, presses, crashes);
    }

    ModelDesk noted(Journal state, Phase next) {
        return new ModelDesk(next, submission, claim, confirmed, takeOver, state, isConfirmed, presses, crashes);
    }

    /** Returns the desk after its user has pressed send. */
    ModelDesk pressed(int number) {
        return new ModelDesk(
                Phase.CLAIM, number, -1, Set.of(), Optional.empty(), Journal.NONE, false, presses - 1, crashes);
    }

    ModelDesk granted(int index) {
        return new ModelDesk(
                Phase.NOTE_WAITING, submission, index, confirmed, takeOver, journal, isConfirmed, presses, crashes);
    }

    ModelDesk askedAbout(Seen held) {
        return new ModelDesk(
                Phase.ASKED_HELD,
                submission,
                claim,
                confirmed,
                Optional.of(held),
                journal,
                isConfirmed,
                presses,
                crashes);
    }

    /** Returns the desk after its user has confirmed. With a held claim the user knows that nothing has left yet. */
    ModelDesk confirming(Set<Integer> found, Phase next) {
        boolean isWarned = phase != Phase.ASKED_HELD || takeOver.orElseThrow().isPosting();
        return new ModelDesk(
                next, submission, claim, found, takeOver, journal, isConfirmed || isWarned, presses, crashes);
    }

    ModelDesk crashed() {
        ModelDesk rest = journal == Journal.NONE ? ended() : this;
        return new ModelDesk(
                Phase.DOWN,
                rest.submission,
                rest.claim,
                Set.of(),
                Optional.empty(),
                journal,
                rest.isConfirmed,
                presses,
                crashes - 1);
    }

    /** Returns the desk after a start, with what the journal has. A submission found as being sent is unknown. */
    ModelDesk started() {
        return switch (journal) {
            case NONE -> ended();
            case WAITING -> to(Phase.BEGIN);
            case SENDING, OUTCOME -> noted(Journal.OUTCOME, Phase.SETTLE);
        };
    }
}

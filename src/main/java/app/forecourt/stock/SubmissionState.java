package app.forecourt.stock;

/** The state of a submission. */
public enum SubmissionState {
    /** The user has requested the submission, and it is not in the journal yet. This state is in memory only. */
    REQUESTED,
    /** The submission has not left, and is tried when it is due. */
    WAITING,
    /** The submission is being sent. If a start finds this state, the outcome is unknown. */
    SENDING,
    /** AutoChat has accepted the car. */
    ACCEPTED,
    /** AutoChat has checked the car and rejected it. */
    REJECTED,
    /** AutoChat has refused the sign-in; the car was not checked. */
    REFUSED,
    /** AutoChat's rate limit lasts longer than the program waits. */
    LIMITED,
    /** The submission never left, and is not tried again automatically. */
    NOT_SENT,
    /** The submission may have arrived or not. */
    UNKNOWN;

    /** Returns true if the submission will progress automatically. */
    public boolean isUnderWay() {
        return this == REQUESTED || this == WAITING || this == SENDING;
    }

    /** Returns true if the car is certainly not at AutoChat by this submission. */
    public boolean isTurnedDown() {
        return switch (this) {
            case REJECTED, REFUSED, LIMITED, NOT_SENT -> true;
            case REQUESTED, WAITING, SENDING, ACCEPTED, UNKNOWN -> false;
        };
    }
}

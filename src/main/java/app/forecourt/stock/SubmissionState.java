package app.forecourt.stock;

/** How far an attempt has come. */
public enum SubmissionState {
    /** It has not left, and will be tried when it is due. */
    WAITING,
    /** It is on its way. Found so at the start, nobody knows what came of it. */
    SENDING,
    /** AutoChat took the car. */
    ACCEPTED,
    /** AutoChat looked at the car and said no. */
    REJECTED,
    /** AutoChat didn't let us in; the car was not looked at. */
    REFUSED,
    /** AutoChat asked to be left alone for longer than was waited. */
    LIMITED,
    /** It never left, and is not tried again by itself. */
    NOT_SENT,
    /** It may have arrived or not. */
    UNKNOWN;

    /** Whether it is in hand: something will still come of it by itself. */
    public boolean underWay() {
        return this == WAITING || this == SENDING;
    }

    /** Whether it came to nothing for sure. */
    public boolean turnedDown() {
        return switch (this) {
            case REJECTED, REFUSED, LIMITED, NOT_SENT -> true;
            case WAITING, SENDING, ACCEPTED, UNKNOWN -> false;
        };
    }
}

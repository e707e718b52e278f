package app.forecourt.photo.store;

/** The reason why a store did not take or delete a photo. */
public enum StoreFault {
    /** The host is unknown. */
    UNKNOWN_HOST,
    /** The host can't be reached. */
    OFFLINE,
    /** The time limit was reached. */
    TIMEOUT,
    /** The server refused user or password. */
    WRONG_PASSWORD,
    /** The first contact with a host that nothing vouches for. The user must compare and accept its identity once. */
    NEW_HOST,
    /** The host has another identity than the accepted one. */
    HOST_CHANGED,
    /** No secure connection could be made: no encryption, or an expired certificate. */
    NOT_SECURE,
    /** The folder does not exist. */
    NO_FOLDER,
    /** The user may not write there. */
    READ_ONLY,
    /** The disk is full, or the quota is used up. */
    NO_SPACE,
    /** The server is overloaded. */
    BUSY,
    /** The server refused the request for another reason. */
    REFUSED,
    /** The connection broke. */
    BROKEN;

    /** Returns whether the same request may succeed later, without a change by the user. */
    public boolean isTransient() {
        return switch (this) {
            case UNKNOWN_HOST, OFFLINE, TIMEOUT, BUSY, BROKEN -> true;
            default -> false;
        };
    }
}

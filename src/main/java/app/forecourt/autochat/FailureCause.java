package app.forecourt.autochat;

/** The reason why there is no usable response. */
public enum FailureCause {
    /** The host of the address is unknown. */
    NO_SUCH_HOST,
    /** The host refused the connection or can't be reached. */
    UNREACHABLE,
    /** No secure connection could be made. */
    TLS,
    /** The time limit was reached. */
    TIMEOUT,
    /** The connection broke. */
    BROKEN,
    /** The user stopped waiting. */
    STOPPED,
    /** A redirect, which is never followed. */
    REDIRECT,
    /** The server reported a failure (5xx) or violated HTTP. */
    SERVER_ERROR,
    /** A success with a body that was cut, too large, unreadable or a web page. */
    UNREADABLE,
    /** The profile's address isn't allowed: not https, or not a web address. */
    BAD_ADDRESS,
    /** The profile's address belongs to another profile. */
    OTHERS_ADDRESS,
    /** The proxy address in the settings is invalid. */
    BAD_PROXY,
    /** The proxy requires a user name and a password. */
    PROXY_PASSWORD,
    /** The profile's address has changed since the submission was created. */
    MOVED,
    /** The journal could not record the submission before it was sent. */
    NOT_NOTED,
    /** The submission waited in a journal that was copied, moved or restored: another copy may have sent it. */
    COPIED,
    /** The submission had waited for more than a day when the program started. */
    WAITED,
    /** The computer was restarted while the submission waited, or its disk was put back from an image. */
    RESTARTED,
    /** The submission was sent while the journal could not be written. */
    NOT_KEPT,
    /** Another desk of the shared stock sends the car, or has sent it. */
    TAKEN_OVER,
    /** The server of the shared stock could not be asked for the car's claim. */
    STOCK_UNREACHABLE;

    /** Returns whether only a change of the settings helps, so that a retry is useless. */
    public boolean isSettingsFault() {
        return this == BAD_ADDRESS || this == OTHERS_ADDRESS || this == BAD_PROXY;
    }
}

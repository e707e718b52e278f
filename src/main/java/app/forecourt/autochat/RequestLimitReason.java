package app.forecourt.autochat;

/** The reason why no request may be made before a certain time. */
public enum RequestLimitReason {
    /** AutoChat limits the number of requests. */
    AUTOCHAT,
    /** The sign-in server failed, so Forecourt spaces its requests. */
    SIGN_IN_FAILED,
    /** Forecourt has reached its own limit of sign-ins within an hour. */
    SIGN_IN_COUNT
}

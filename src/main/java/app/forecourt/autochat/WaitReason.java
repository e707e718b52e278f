package app.forecourt.autochat;

/** Why nothing may be asked before a certain time. */
public enum WaitReason {
    /** AutoChat limits how often it may be asked. */
    AUTOCHAT,
    /** The sign-in server failed, so Forecourt spaces its requests. */
    SIGN_IN_FAILED,
    /** Forecourt has signed in as often as it does within an hour. */
    SIGN_IN_COUNT
}

package app.forecourt.secret;

/** Where secrets are kept. */
public enum SecretStorage {
    /** There is nothing to keep yet, or the keychain has not answered yet. */
    UNDECIDED,
    /** The key is in the system's keychain. */
    KEYCHAIN,
    /** The key is in a file that only the user can read, as the user wants it. */
    FILE,
    /** Nowhere: they last as long as this run. */
    RUN_ONLY
}

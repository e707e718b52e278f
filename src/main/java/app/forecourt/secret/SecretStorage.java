package app.forecourt.secret;

/** The storage of the vault's key, and so of all secrets. */
public enum SecretStorage {
    /** No secret was stored yet, or the keychain has not answered yet. */
    UNDECIDED,
    /** The key is in the system's keychain. */
    KEYCHAIN,
    /** The key is in a file that only the user can read, because the user chose this storage. */
    FILE,
    /** The secrets are stored nowhere and are lost at the end of this run. */
    RUN_ONLY
}

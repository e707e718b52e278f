package app.forecourt.sharing.connection;

/** The reason why the server of the shared stock did not do what was asked. */
public enum ServerFailure {
    /** The host is unknown. */
    UNKNOWN_HOST,
    /** The server does not answer, is starting or is shutting down. */
    UNREACHABLE,
    /** The answer was no answer of PostgreSQL. */
    NOT_POSTGRESQL,
    /** The server offers no encryption, and the address asks for it. */
    NO_ENCRYPTION,
    /** The server's certificate is signed by no authority that this computer trusts. */
    UNTRUSTED_CERTIFICATE,
    /** The server's certificate is expired or not valid yet, or the clock of this computer is wrong. */
    EXPIRED_CERTIFICATE,
    /** The server's certificate belongs to another host. */
    CERTIFICATE_OF_OTHER_HOST,
    /** The file with the own certificate authority is missing or unreadable. */
    NO_ROOT_CERTIFICATE,
    /** The encrypted connection failed for another reason. */
    ENCRYPTION_FAILED,
    /** The password is stored, but the keychain does not give it, or it was typed for another address. */
    LOCKED_PASSWORD,
    /** The server asks for a password, and none is stored, as after a restart of a computer without a keychain. */
    NO_PASSWORD,
    /** The server refused user or password. */
    WRONG_PASSWORD,
    /** The server, whose certificate is not verified, asks for the password in a form that it could read. */
    UNSAFE_SIGN_IN,
    /** The server does not admit this user from this computer. */
    NOT_ADMITTED,
    /** The server has no database with this name. */
    NO_DATABASE,
    /** The server has as many connections as it allows. */
    TOO_MANY_CONNECTIONS,
    /** The server is older than PostgreSQL 15. */
    OLD_SERVER,
    /** The database stores texts in another encoding than UTF-8. */
    OTHER_ENCODING,
    /** The database may not be written: a standby server, or an administrator has set it so. */
    READ_ONLY,
    /** The server has no space left. */
    FULL,
    /** The database has no shared stock, and the user may not create one. */
    NO_SCHEMA_RIGHT,
    /** The schema is of an earlier version of the program, and the user may not renew it. */
    OLDER_SCHEMA,
    /** The schema is of a later version of the program. */
    NEWER_SCHEMA,
    /** The tables lack something; somebody has changed them by hand. */
    DAMAGED_SCHEMA,
    /** The user lacks a right on a table of the shared stock. */
    NO_RIGHT,
    /** The database has another stock than the one that the desk has joined. */
    OTHER_STOCK,
    /** The server was too busy to answer in time. Nothing was stored. */
    BUSY,
    /** The connection broke. Whether the last statement was executed is unknown. */
    BROKEN_MEANWHILE,
    /** PostgreSQL cannot store a character of the document. */
    UNSTORABLE,
    /** The server refused the statement for another reason. */
    REFUSED;

    /** Returns whether the same request may succeed later, without a change by the user. */
    public boolean isTransient() {
        return switch (this) {
            case UNKNOWN_HOST,
                    UNREACHABLE,
                    LOCKED_PASSWORD,
                    TOO_MANY_CONNECTIONS,
                    FULL,
                    READ_ONLY,
                    BUSY,
                    BROKEN_MEANWHILE -> true;
            default -> false;
        };
    }
}

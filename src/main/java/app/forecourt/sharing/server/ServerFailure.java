package app.forecourt.sharing.server;

/** The reason why the server of the shared stock did not do what was asked. */
public enum ServerFailure {
    /** No PostgreSQL answers: the host is unknown, the server is off, starts, or is another one. */
    UNREACHABLE,
    /**
     * The certificate is not valid for the host by a known authority, or there is none. A server on this computer asks
     * for the password in a form that it could read.
     */
    UNSAFE,
    /** The password is missing, the keychain does not give it, or it was typed for another address. */
    LOCKED_PASSWORD,
    /** The server refused user or password, or does not admit the user from this computer. */
    WRONG_PASSWORD,
    /** The server has no database with this name. */
    NO_DATABASE,
    /** The server can't hold a stock: too old, full, read-only, with another encoding, with tables changed by hand. */
    UNSUITABLE,
    /** The schema is missing or of an earlier version of the program, and the user may not renew it. */
    OLDER_SCHEMA,
    /** The schema is of a later version of the program. */
    NEWER_SCHEMA,
    /** The user lacks a right on the shared stock. */
    NO_RIGHT,
    /** The database has another stock than the one that the desk has joined. */
    OTHER_STOCK,
    /** The server has too much to do or too many connections. Nothing was stored. */
    BUSY,
    /** The connection broke. Whether the last statement was executed is unknown. */
    BROKEN_MEANWHILE,
    /** The server refused the statement for another reason, such as a character that it can't store. */
    REFUSED
}

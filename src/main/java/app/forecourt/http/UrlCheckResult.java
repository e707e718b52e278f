package app.forecourt.http;

import java.net.URI;

/** The result of {@link UrlPolicy} for a web address. */
public sealed interface UrlCheckResult {

    /** The address may be used, in this form. */
    record Allowed(URI uri) implements UrlCheckResult {}

    /** The address may not be used. */
    record Refused(Fault fault) implements UrlCheckResult {}

    /** The fault of an address. */
    enum Fault {
        /** The address is blank. */
        MISSING,
        /** The {@code https://} in front is missing. */
        NO_SCHEME,
        /** The text is no web address. */
        NOT_AN_ADDRESS,
        /** Plain http to another computer: secrets would be readable on the way. */
        NOT_HTTPS,
        /** The address holds a user name or password. */
        HAS_USER,
        /** A {@code ?query} or {@code #fragment}, which would be lost when {@code api/cars} is appended. */
        HAS_QUERY
    }
}

package app.forecourt.http;

import java.net.URI;

/** What {@link UrlPolicy} made of a web address. */
public sealed interface UrlCheck {

    /** It may be used, in this form. */
    record Allowed(URI uri) implements UrlCheck {}

    /** It may not be used. */
    record Refused(Fault fault) implements UrlCheck {}

    /** What is wrong with an address. */
    enum Fault {
        /** Nothing there. */
        MISSING,
        /** An address but for the {@code https://} before it. */
        NO_SCHEME,
        /** No web address. */
        NOT_AN_ADDRESS,
        /** Plain http to another computer: secrets would be readable on the way. */
        NOT_HTTPS,
        /** A user name or password in the address. */
        HAS_USER,
        /** A {@code ?query} or {@code #fragment}, which would get lost when {@code api/cars} is put behind it. */
        HAS_QUERY
    }
}

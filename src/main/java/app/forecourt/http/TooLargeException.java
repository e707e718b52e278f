package app.forecourt.http;

import java.io.IOException;

/** A response's body exceeded the limit; the rest was not read. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("body larger than " + limit + " bytes");
    }
}

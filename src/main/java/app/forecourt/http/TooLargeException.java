package app.forecourt.http;

import java.io.IOException;

/** An answer's body went over the limit; the rest was not read. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("body larger than " + limit + " bytes");
    }
}

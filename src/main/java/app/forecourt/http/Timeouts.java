package app.forecourt.http;

import java.time.Duration;

/**
 * Time limits of a call.
 *
 * @param connect until a connection is made, for each address of the host
 * @param read until the next bytes are received or sent
 * @param call for the whole call, including the body
 */
public record Timeouts(Duration connect, Duration read, Duration call) {

    /** The default: long enough for a slow server, short enough for a user at the window. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60),
            Duration.ofSeconds(90));
}

package app.forecourt.http;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until there is a connection, for each address of the host
 * @param read until the next bytes come, or go
 * @param call for everything together, the body included
 */
public record Timeouts(Duration connect, Duration read, Duration call) {

    /** Patient with a slow server, yet over before a person gives up on the window. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60),
            Duration.ofSeconds(90));
}

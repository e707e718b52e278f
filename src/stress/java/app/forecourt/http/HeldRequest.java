package app.forecourt.http;

import app.forecourt.http.HostileServer.FriendlyResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A response that is held back until it is released. */
public final class HeldRequest implements HostileServer.Reaction {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final String firstPart;

    /** Waits until the request was read and the first part of the response was sent, up to a time limit. */
    public boolean awaitReached(Duration timeout) {
        try {
            return reached.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Sends the rest of the response. */
    public void release() {
        release.countDown();
    }

    /** @param firstPart the part of the response that is sent at once; may be all of it */
    public HeldRequest(String firstPart) {
        this.firstPart = firstPart;
    }

    @Override
    public void handle(RawConnection connection, FriendlyResponse response) throws IOException {
        connection.readRequest();
        connection.send(firstPart);
        reached.countDown();
        try {
            release.await();
        } catch (InterruptedException over) {
            throw new IOException(over);
        }
        connection.send("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}".substring(firstPart.length()));
    }
}

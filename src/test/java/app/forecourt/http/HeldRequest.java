package app.forecourt.http;

import app.forecourt.http.HostileServer.Good;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An answer that comes when it is let go. */
public final class HeldRequest implements HostileServer.Deed {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final String before;

    /** Waits until the request was read, and what comes before was said; not for ever. */
    public boolean awaitReached(Duration patience) throws InterruptedException {
        return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the rest go. */
    public void letGo() {
        release.countDown();
    }

    /** @param before what is said already: all of the answer, or its first part */
    public HeldRequest(String before) {
        this.before = before;
    }

    @Override
    public void with(RawConnection wire, Good good) throws IOException {
        wire.request();
        wire.say(before);
        reached.countDown();
        try {
            release.await();
        } catch (InterruptedException over) {
            throw new IOException(over);
        }
        wire.say("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}".substring(before.length()));
    }
}

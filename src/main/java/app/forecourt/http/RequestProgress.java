package app.forecourt.http;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Facts about one request besides its response; attached to the request as its tag. Each request needs its own trace.
 *
 * <p>The trace distinguishes failures that have the same exception. "Refused" and "reset" are both an IOException.
 * After the first the server has provably received nothing; after the second that is unknown.
 */
public final class RequestProgress {
    private volatile boolean sendingStarted;
    private volatile @Nullable IOException bodyFault;

    /**
     * Returns whether the program has begun to write the request to a connection. While false, the server has received
     * nothing.
     */
    public boolean isSendingStarted() {
        return sendingStarted;
    }

    /**
     * Returns the reason if the response's body is incomplete (cut, too large, damaged, too slow). The response still
     * holds the part that could be read, because the status alone is useful.
     */
    public Optional<IOException> bodyFault() {
        return Optional.ofNullable(bodyFault);
    }

    void setBodyFault(IOException fault) {
        bodyFault = fault;
    }

    /** Returns a listener that updates the trace of the call, if its request carries one. */
    static EventListener listener(Call call) {
        RequestProgress trace = call.request().tag(RequestProgress.class);
        return trace == null ? EventListener.NONE : new SendListener(trace);
    }

    private static final class SendListener extends EventListener {
        private final RequestProgress trace;

        SendListener(RequestProgress trace) {
            this.trace = trace;
        }

        /** Called before the first byte is written. A request wrongly reported as sent is safer than the reverse. */
        @Override
        public void requestHeadersStart(Call call) {
            trace.sendingStarted = true;
        }
    }
}

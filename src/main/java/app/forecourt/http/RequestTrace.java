package app.forecourt.http;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request besides its answer; goes along as the request's tag, one for each.
 *
 * <p>
 * Without this an exception could not be told apart: "refused" and "reset" are both an IOException, but after the
 * first the server has provably seen nothing and after the second nobody knows.
 */
public final class RequestTrace {
    private volatile boolean departed;
    private volatile @Nullable IOException bodyFault;

    /**
     * Whether writing the request to a connection has begun. While false, the server has seen nothing of it.
     */
    public boolean departed() {
        return departed;
    }

    /**
     * Why the answer's body is not whole (cut, too large, damaged, too slow), empty if it is. What could be read is
     * in the response all the same, since the status alone says much.
     */
    public Optional<IOException> bodyFault() {
        return Optional.ofNullable(bodyFault);
    }

    void bodyBroke(IOException fault) {
        bodyFault = fault;
    }

    /** Watches the calls whose request carries a trip. */
    static EventListener listener(Call call) {
        RequestTrace trip = call.request().tag(RequestTrace.class);
        return trip == null ? EventListener.NONE : new Departure(trip);
    }

    private static final class Departure extends EventListener {
        private final RequestTrace trip;

        Departure(RequestTrace trip) {
            this.trip = trip;
        }

        /** Comes before the first byte: better "unknown" for a request that never left than the reverse. */
        @Override
        public void requestHeadersStart(Call call) {
            trip.departed = true;
        }
    }
}

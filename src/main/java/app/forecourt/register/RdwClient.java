package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UrlCheckResult;
import app.forecourt.http.UrlPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * Client of the Dutch vehicle register: RDW's open data or its practice stand-in. Each query is about one plate and
 * uses the client that only reads. The plate is the only data sent: no key, no token, no name. Without a key RDW
 * limits the requests per IP address; no request is sent until a limit is over.
 *
 * <p>
 * Source: the data sets m9d7-ebf2 and 8ys7-d773 of opendata.rdw.nl.
 */
public final class RdwClient {
    private final Supplier<String> root;
    private final HttpClients http;
    private final Clock clock;
    private volatile @Nullable Instant limitedUntil;

    /**
     * @param root the register's address, to which the paths of the data sets are appended; called on the thread of
     *        each query
     */
    public RdwClient(Supplier<String> root, HttpClients http, Clock clock) {
        this.root = root;
        this.http = http;
        this.clock = clock;
    }

    /** Prepares the look-up of a plate; no request is sent before {@link PlateQuery#run()}. */
    public PlateQuery newQuery(LicensePlate plate) {
        return new PlateQuery(this, plate);
    }

    /** Returns the API; empty if the address may not be used. */
    Optional<RdwApi> api() {
        return UrlPolicy.checkRoot(root.get()) instanceof UrlCheckResult.Allowed(URI address)
                ? Optional.of(new Retrofit.Builder().baseUrl(address + "/").client(http.reading()).build()
                        .create(RdwApi.class))
                : Optional.empty();
    }

    Instant now() {
        return clock.instant();
    }

    void setLimitedUntil(Instant until) {
        limitedUntil = until;
    }

    Optional<Instant> limitedUntil() {
        return Optional.ofNullable(limitedUntil).filter(until -> until.isAfter(now()));
    }
}

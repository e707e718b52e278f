package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UrlCheck;
import app.forecourt.http.UrlPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * The Dutch register of vehicles, RDW's open data or what stands in for it. It is asked for one plate at a time, over
 * the client that only reads, and is told the plate and nothing else: no key, no token, nobody's name. Without a key RDW
 * limits how often one address may ask; until that is over it is left alone.
 *
 * <p>
 * Source: the sets m9d7-ebf2 and 8ys7-d773 of opendata.rdw.nl.
 */
public final class RdwClient {
    private final Supplier<String> root;
    private final HttpClients http;
    private final Clock clock;
    private volatile @Nullable Instant limitedUntil;

    /** @param root its address, asked for with each look-up on the thread that runs it; the sets' paths follow */
    public RdwClient(Supplier<String> root, HttpClients http, Clock clock) {
        this.root = root;
        this.http = http;
        this.clock = clock;
    }

    /** Prepares to look a plate up; nothing happens before {@link PlateQuery#run()}. */
    public PlateQuery lookUp(LicensePlate plate) {
        return new PlateQuery(this, plate);
    }

    /** Empty when the address may not be used. */
    Optional<RdwApi> api() {
        return UrlPolicy.root(root.get()) instanceof UrlCheck.Allowed(URI address)
                ? Optional.of(new Retrofit.Builder().baseUrl(address + "/").client(http.reading()).build()
                        .create(RdwApi.class))
                : Optional.empty();
    }

    Instant now() {
        return clock.instant();
    }

    void limit(Instant until) {
        limitedUntil = until;
    }

    Optional<Instant> limitedUntil() {
        return Optional.ofNullable(limitedUntil).filter(until -> until.isAfter(now()));
    }
}

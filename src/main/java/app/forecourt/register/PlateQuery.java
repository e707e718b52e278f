package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.RateLimit;
import app.forecourt.register.PlateQueryOutcome.Failed;
import app.forecourt.register.PlateQueryOutcome.Found;
import app.forecourt.register.PlateQueryOutcome.Limited;
import app.forecourt.register.PlateQueryOutcome.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** One plate to be looked up, once. Can be stopped from any thread. */
public final class PlateQuery {
    /** For each of its two requests at most, everything included; who types a car does not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final RdwClient register;
    private final LicensePlate plate;
    private volatile boolean stopped;
    private volatile @Nullable Call<ResponseBody> underWay;

    PlateQuery(RdwClient register, LicensePlate plate) {
        this.register = register;
        this.plate = plate;
    }

    /** What one request came to. */
    private sealed interface Answer {}

    private record Rows(List<RdwRow> rows) implements Answer {}

    private record Nothing(PlateQueryOutcome why) implements Answer {}

    /** Asks and waits; whatever the network or the server does comes back as a value. */
    public PlateQueryOutcome run() {
        Optional<Instant> limit = register.limitedUntil();
        if (limit.isPresent()) {
            return new Limited(limit.get());
        }
        return register.api().map(this::run).orElseGet(() -> new Failed(PlateQueryFailure.BAD_ADDRESS, 0));
    }

    /** It is not asked any more; an answer on its way is given up. */
    public void stop() {
        stopped = true;
        Call<ResponseBody> call = underWay;
        if (call != null) {
            call.cancel();
        }
    }

    private PlateQueryOutcome run(RdwApi api) {
        return switch (ask(api.vehicles(plate.bare()))) {
            case Rows(var rows) -> rows.isEmpty() ? new Unknown() : withFuels(rows.getFirst(), api);
            case Nothing(var why) -> why;
        };
    }

    /** The car is told also when its fuels are not, unless it was stopped. */
    private PlateQueryOutcome withFuels(RdwRow car, RdwApi api) {
        return switch (ask(api.fuels(plate.bare()))) {
            case Rows(var rows) -> new Found(new Vehicle(car, rows, true));
            case Nothing(Failed(PlateQueryFailure trouble, int status)) when trouble == PlateQueryFailure.STOPPED ->
                new Failed(trouble, status);
            case Nothing _ -> new Found(new Vehicle(car, List.of(), false));
        };
    }

    private Answer ask(Call<ResponseBody> call) {
        call.timeout().timeout(Math.min(PATIENCE.toNanos(), call.timeout().timeoutNanos()),
                TimeUnit.NANOSECONDS);
        underWay = call;
        if (stopped) {
            // Stopped before stop() could see the call.
            call.cancel();
        }
        try {
            return read(call.execute());
        } catch (IOException failure) {
            return new Nothing(
                    new Failed(stopped ? PlateQueryFailure.STOPPED : PlateQueryFailure.of(failure), 0));
        } catch (IllegalArgumentException | IllegalStateException nonsense) {
            // OkHttp throws these at answers outside HTTP's sense.
            return new Nothing(new Failed(PlateQueryFailure.UNREADABLE, 0));
        }
    }

    private Answer read(Response<ResponseBody> response) throws IOException {
        if (response.code() == TOO_MANY) {
            Instant until = RateLimit.until(response.headers(), register.now());
            register.limit(until);
            return new Nothing(new Limited(until));
        }
        try (ResponseBody body = response.body()) {
            if (response.code() != OK || body == null) {
                return new Nothing(new Failed(PlateQueryFailure.REFUSED, response.code()));
            }
            return RdwRow.all(body.string(), plate).<Answer>map(Rows::new)
                    .orElseGet(() -> new Nothing(new Failed(PlateQueryFailure.UNREADABLE, OK)));
        }
    }
}

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

/** A look-up of one licence plate. An instance is used once; {@link #stop()} may be called from any thread. */
public final class PlateQuery {
    /** The time limit of each of the two requests; users do not wait longer while entering a car. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final RdwClient rdw;
    private final LicensePlate plate;
    private volatile boolean stopped;
    private volatile @Nullable Call<ResponseBody> currentCall;

    PlateQuery(RdwClient rdw, LicensePlate plate) {
        this.rdw = rdw;
        this.plate = plate;
    }

    /** The result of one request. */
    private sealed interface Answer {}

    private record Rows(List<RdwRow> rows) implements Answer {}

    private record NoRows(PlateQueryOutcome outcome) implements Answer {}

    /** Sends the requests and waits. Failures of the network or the server are returned as values. */
    public PlateQueryOutcome run() {
        Optional<Instant> limit = rdw.limitedUntil();
        if (limit.isPresent()) {
            return new Limited(limit.get());
        }
        return rdw.api().map(this::run).orElseGet(() -> new Failed(PlateQueryOutcome.Failure.BAD_ADDRESS, 0));
    }

    /** Cancels the query. */
    public void stop() {
        stopped = true;
        Call<ResponseBody> call = currentCall;
        if (call != null) {
            call.cancel();
        }
    }

    private PlateQueryOutcome run(RdwApi api) {
        return switch (ask(api.vehicles(plate.bare()))) {
            case Rows(var rows) -> rows.isEmpty() ? new Unknown() : withFuels(rows.getFirst(), api);
            case NoRows(var outcome) -> outcome;
        };
    }

    /**
     * Requests the fuels of a car. If only that request fails, the car is returned without them. A stopped query
     * returns no car.
     */
    private PlateQueryOutcome withFuels(RdwRow car, RdwApi api) {
        return switch (ask(api.fuels(plate.bare()))) {
            case Rows(var rows) -> new Found(new Vehicle(car, rows, true));
            case NoRows(Failed(PlateQueryOutcome.Failure failure, int status)) when failure == PlateQueryOutcome.Failure.STOPPED ->
                new Failed(failure, status);
            case NoRows _ -> new Found(new Vehicle(car, List.of(), false));
        };
    }

    private Answer ask(Call<ResponseBody> call) {
        call.timeout().timeout(Math.min(TIMEOUT.toNanos(), call.timeout().timeoutNanos()),
                TimeUnit.NANOSECONDS);
        currentCall = call;
        if (stopped) {
            // stop() ran before it could see the call.
            call.cancel();
        }
        try {
            return read(call.execute());
        } catch (IOException exception) {
            return new NoRows(
                    new Failed(stopped ? PlateQueryOutcome.Failure.STOPPED
                            : PlateQueryOutcome.Failure.of(exception), 0));
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            // OkHttp throws these at responses that violate HTTP.
            return new NoRows(new Failed(PlateQueryOutcome.Failure.UNREADABLE, 0));
        }
    }

    private Answer read(Response<ResponseBody> response) throws IOException {
        if (response.code() == TOO_MANY) {
            Instant until = RateLimit.until(response.headers(), rdw.now());
            rdw.setLimitedUntil(until);
            return new NoRows(new Limited(until));
        }
        try (ResponseBody body = response.body()) {
            if (response.code() != OK || body == null) {
                return new NoRows(new Failed(PlateQueryOutcome.Failure.REFUSED, response.code()));
            }
            return RdwRow.parseAll(body.string(), plate).<Answer>map(Rows::new)
                    .orElseGet(() -> new NoRows(new Failed(PlateQueryOutcome.Failure.UNREADABLE, OK)));
        }
    }
}

package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.http.HttpClients.TooLargeException;
import app.forecourt.http.ProxyException;
import app.forecourt.http.RateLimitHeaders;
import app.forecourt.http.UrlPolicy;
import app.forecourt.register.RdwClient.Outcome.Failed;
import app.forecourt.register.RdwClient.Outcome.Failure;
import app.forecourt.register.RdwClient.Outcome.Found;
import app.forecourt.register.RdwClient.Outcome.Limited;
import app.forecourt.register.RdwClient.Outcome.Unknown;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownServiceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Headers;

/**
 * Client of the Dutch vehicle register: RDW's open data or its practice stand-in. Each query is about one plate and
 * uses the client that only reads. The plate is the only data sent: no key, no token, no name. Without a key RDW limits
 * the requests per IP address; no request is sent until a limit is over.
 *
 * <p>Source: the data sets m9d7-ebf2 and 8ys7-d773 of opendata.rdw.nl.
 */
public final class RdwClient {
    /** The time limit of each of the two requests; users do not wait longer while entering a car. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final Supplier<String> root;
    private final HttpClients http;
    private final Clock clock;
    private volatile @Nullable Instant limitedUntil;

    /**
     * RDW's open data, served by Socrata: each data set has its own address, and a response is a JSON array of rows. An
     * unknown plate gives an empty array. Responses have no converter here, because an error page may arrive instead;
     * {@link RdwRow} parses them leniently. Plates are sent without separators.
     */
    private interface Api {
        String JSON = "Accept: application/json";

        /** Requests the registered vehicle of a plate (Gekentekende voertuigen); one row per plate. */
        @Headers(JSON)
        @GET("resource/m9d7-ebf2.json")
        Call<ResponseBody> vehicles(@retrofit2.http.Query("kenteken") String plate);

        /** Requests the fuels of a plate (Gekentekende voertuigen brandstof); one row per fuel. */
        @Headers(JSON)
        @GET("resource/8ys7-d773.json")
        Call<ResponseBody> fuels(@retrofit2.http.Query("kenteken") String plate);
    }

    /** The result of one request. */
    private sealed interface Answer {}

    private record Rows(List<RdwRow> rows) implements Answer {}

    private record NoRows(Outcome.NoVehicle outcome) implements Answer {}

    /**
     * @param root the register's address, to which the paths of the data sets are appended; called on the thread of
     *     each query
     */
    public RdwClient(Supplier<String> root, HttpClients http, Clock clock) {
        this.root = root;
        this.http = http;
        this.clock = clock;
    }

    /** Prepares the look-up of a plate; no request is sent before {@link Query#run()}. */
    public Query newQuery(LicensePlate plate) {
        return new Query(plate);
    }

    /** A look-up of one licence plate. An instance is used once; {@link #stop()} may be called from any thread. */
    public final class Query {
        private final LicensePlate plate;
        private volatile boolean stopped;
        private volatile @Nullable Call<ResponseBody> currentCall;

        private Query(LicensePlate plate) {
            this.plate = plate;
        }

        /** Sends the requests and waits. Failures of the network or the server are returned as values. */
        public Outcome run() {
            Instant limit = limitedUntil;
            if (limit != null && limit.isAfter(clock.instant())) {
                return new Limited(limit);
            }
            if (!(UrlPolicy.checkRoot(root.get()) instanceof UrlPolicy.Result.Allowed(URI address))) {
                return new Failed(Failure.BAD_ADDRESS, 0);
            }
            Api api = new Retrofit.Builder()
                    .baseUrl(address + "/")
                    .client(http.reading())
                    .build()
                    .create(Api.class);
            return switch (ask(api.vehicles(plate.bare()))) {
                case Rows(var rows) -> rows.isEmpty() ? new Unknown() : withFuels(rows.getFirst(), api);
                case NoRows(var outcome) -> outcome;
            };
        }

        /** Cancels the query. */
        public void stop() {
            stopped = true;
            Call<ResponseBody> call = currentCall;
            if (call != null) {
                call.cancel();
            }
        }

        /**
         * Requests the fuels of a car. If only that request fails, the car is returned without them. A stopped query
         * returns no car.
         */
        private Outcome withFuels(RdwRow car, Api api) {
            return switch (ask(api.fuels(plate.bare()))) {
                case Rows(var rows) -> new Found(new Vehicle(car, rows, true));
                case NoRows(Failed stop) when stop.failure() == Failure.STOPPED -> stop;
                case NoRows _ -> new Found(new Vehicle(car, List.of(), false));
            };
        }

        private Answer ask(Call<ResponseBody> call) {
            call.timeout().timeout(Math.min(TIMEOUT.toNanos(), call.timeout().timeoutNanos()), TimeUnit.NANOSECONDS);
            currentCall = call;
            if (stopped) {
                // stop() ran before it could see the call.
                call.cancel();
            }
            try {
                return read(call.execute());
            } catch (IOException exception) {
                return new NoRows(new Failed(stopped ? Failure.STOPPED : Failure.of(exception), 0));
            } catch (IllegalArgumentException | IllegalStateException invalid) {
                // OkHttp throws these at responses that violate HTTP.
                return new NoRows(new Failed(Failure.UNREADABLE, 0));
            }
        }

        private Answer read(Response<ResponseBody> response) throws IOException {
            if (response.code() == TOO_MANY) {
                Instant until = RateLimitHeaders.until(response.headers(), clock.instant());
                limitedUntil = until;
                return new NoRows(new Limited(until));
            }
            try (ResponseBody body = response.body()) {
                if (response.code() != OK || body == null) {
                    return new NoRows(new Failed(Failure.REFUSED, response.code()));
                }
                return RdwRow.parseAll(body.string(), plate)
                        .<Answer>map(Rows::new)
                        .orElseGet(() -> new NoRows(new Failed(Failure.UNREADABLE, OK)));
            }
        }
    }

    /** The outcome of a plate look-up. */
    public sealed interface Outcome {

        /** The register has the plate. */
        record Found(Vehicle vehicle) implements Outcome {}

        /** An outcome without a vehicle. */
        sealed interface NoVehicle extends Outcome {}

        /** The register does not have the plate. */
        record Unknown() implements NoVehicle {}

        /**
         * The register refused a request because of too many requests (429), now or earlier. No request is sent before
         * an earlier limit is over.
         *
         * @param until the end of the limit
         */
        record Limited(Instant until) implements NoVehicle {}

        /**
         * The register returned no vehicle.
         *
         * @param status the HTTP status; 0 if there was no response
         */
        record Failed(Failure failure, int status) implements NoVehicle {}

        /** The reason why the register returned no vehicle. */
        public enum Failure {
            /** The register is unreachable, or the connection broke. */
            OFFLINE,
            /** No secure connection could be made. */
            NOT_SECURE,
            /** The time limit was reached. */
            TIMEOUT,
            /** The proxy of the settings can't be used. */
            BAD_PROXY,
            /** The proxy requires a user name and a password. */
            PROXY_PASSWORD,
            /** The register failed or refused the request (any status other than 200 and 429). */
            REFUSED,
            /** The response is not usable: a web page, or rows of another plate. */
            UNREADABLE,
            /** The response is far larger than the data of a car. */
            TOO_LARGE,
            /** The register's address may not be used. */
            BAD_ADDRESS,
            /** The user stopped the query. */
            STOPPED;

            static Failure of(IOException failure) {
                return switch (failure) {
                    case ProxyException proxy ->
                        switch (proxy.fault()) {
                            case UNUSABLE -> BAD_PROXY;
                            case WANTS_PASSWORD -> PROXY_PASSWORD;
                        };
                    case TooLargeException _ -> TOO_LARGE;
                    case SSLException _, UnknownServiceException _ -> NOT_SECURE;
                    case InterruptedIOException _ -> TIMEOUT;
                    case ProtocolException _ -> UNREADABLE;
                    default -> OFFLINE;
                };
            }
        }
    }
}

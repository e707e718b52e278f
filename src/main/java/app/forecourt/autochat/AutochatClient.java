package app.forecourt.autochat;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.HttpClients;
import app.forecourt.http.RequestProgress;
import app.forecourt.http.UrlPolicy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/**
 * Client of AutoChat's stock API for one profile: loads the option list and posts cars. Calls block and belong on a
 * virtual thread. Failures of the network or the server are returned as values. Creating a client is cheap and touches
 * neither the network nor the token store.
 *
 * <p>Source: the vendor's API page of 12 October 2023.
 */
public final class AutochatClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final AutochatConnection connection;
    private final TokenProvider tokens;
    private final Clock clock;
    private final HttpClients http;

    /** @param tokens shared by all clients of the program */
    public AutochatClient(AutochatConnection connection, TokenProvider tokens, Clock clock, HttpClients http) {
        this.connection = connection;
        this.tokens = tokens;
        this.clock = clock;
        this.http = http;
    }

    /** Loads all pages of the option list. */
    public OptionsOutcome loadOptions() {
        return loadOptions(new AuthorizedRequests(tokens, connection));
    }

    private OptionsOutcome loadOptions(AuthorizedRequests requests) {
        return root().<OptionsOutcome>map(root -> new OptionListLoader(
                                root.resolve("api/options"), api(root, http.reading()), requests, clock)
                        .load())
                .orElseGet(() -> new OptionsOutcome.Failed(addressFault(), 0));
    }

    /**
     * Prepares the POST of a car; no request is made before {@link CarPost#run()}.
     *
     * @param car the JSON written by {@link CarJsonWriter}; sent unchanged
     */
    public CarPost newPost(String car) {
        return new CarPost(car);
    }

    /** Checks whether client id and secret yield a token. Requests a token only if no usable one is stored. */
    public SignInOutcome signIn() {
        return new AuthorizedRequests(tokens, connection).signIn();
    }

    /** Prepares a connection test; no request is made before its first step. */
    public ConnectionTest newConnectionTest() {
        return new ConnectionTest();
    }

    /** Returns the stored token if it is usable now. Reads only the token store. */
    public Optional<Token> currentToken() {
        return tokens.storedToken(connection);
    }

    /** Returns the root of the API's paths, if the profile's address may be used. */
    private Optional<HttpUrl> root() {
        return connection.owner().isEmpty()
                        && UrlPolicy.checkRoot(connection.address().toString())
                                instanceof UrlPolicy.Result.Allowed(var root)
                ? Optional.of(HttpUrl.get(root + "/"))
                : Optional.empty();
    }

    private FailureCause addressFault() {
        return connection.owner().isPresent() ? FailureCause.OTHERS_ADDRESS : FailureCause.BAD_ADDRESS;
    }

    private static StockApi api(HttpUrl root, OkHttpClient client) {
        return new Retrofit.Builder().baseUrl(root).client(client).build().create(StockApi.class);
    }

    /**
     * AutoChat's stock API as described by the vendor's page of 12 October 2023. Responses have no converter here,
     * because their formats are not documented. {@link OptionPage} and {@link ErrorBodyParser} parse them leniently.
     */
    interface StockApi {
        String ACCEPT =
                "Accept: application/json, application/ld+json;q=0.9, application/problem+json;q=0.9, */*;q=0.5";

        /** Requests the first page of {@code api/options}, or a further page at an address from the server. */
        @Headers(ACCEPT)
        @GET
        Call<ResponseBody> options(
                @Url HttpUrl page, @Header("Authorization") String bearer, @Tag RequestProgress trace);

        /** Posts a car to {@code api/cars}. */
        @Headers(ACCEPT)
        @POST("api/cars")
        Call<ResponseBody> send(
                @Body RequestBody car, @Header("Authorization") String bearer, @Tag RequestProgress trace);
    }

    /** The POST of one car. At most one request gets a response other than 401. */
    public final class CarPost {
        private final String car;
        private final AuthorizedRequests requests = new AuthorizedRequests(tokens, connection);
        private final AtomicBoolean started = new AtomicBoolean();

        private CarPost(String car) {
            this.car = car;
        }

        /**
         * Signs in if needed, sends the car and waits for the response. The only automatic retry follows a 401, once
         * and with a renewed token.
         *
         * @throws IllegalStateException when called a second time
         */
        public SendOutcome run() {
            if (started.getAndSet(true)) {
                throw new IllegalStateException("a post runs only once");
            }
            Optional<HttpUrl> root = root();
            if (root.isEmpty()) {
                return new SendOutcome.NotSent(addressFault());
            }
            RequestBody body = RequestBody.create(car.getBytes(StandardCharsets.UTF_8), JSON);
            return outcome(requests.execute(
                    (bearer, trace) -> api(root.get(), http.posting()).send(body, bearer, trace)));
        }

        /**
         * Makes {@link #run()} return soon. May be called from any thread, before or during the run. The result is
         * {@code NotSent(STOPPED)} if the car was not sent or got a 401. It is {@code Unknown(STOPPED)} if the car was
         * sent and the response is not complete.
         */
        public void stop() {
            requests.stop();
        }

        private SendOutcome outcome(AuthorizedRequests.Result result) {
            return switch (result) {
                case AuthorizedRequests.Answered(RawResponse response) ->
                    CarResponseMapper.outcome(response, clock.instant());
                case AuthorizedRequests.NotStarted(FailureCause cause) -> new SendOutcome.NotSent(cause);
                case AuthorizedRequests.NoResponse(FailureCause cause) ->
                    new SendOutcome.Unknown(cause, Optional.empty());
                case AuthorizedRequests.Denied(SignInOutcome.Denied denial) ->
                    switch (denial) {
                        case SignInOutcome.Refused(SignInRefusal failure) -> new SendOutcome.SignInRefused(failure);
                        case SignInOutcome.Limited(var until, var reason) -> new SendOutcome.Limited(until, reason);
                        case SignInOutcome.Failed(FailureCause cause) ->
                            requests.limitAfterFailure()
                                    .<SendOutcome>map(wait -> new SendOutcome.Limited(wait.until(), wait.reason()))
                                    .orElseGet(() -> new SendOutcome.NotSent(cause));
                    };
            };
        }
    }

    /**
     * A test of a connection in steps. Each step blocks and is optional. {@link #stop()} cancels the current step;
     * later steps fail at once.
     */
    public final class ConnectionTest {
        private final AuthorizedRequests requests = new AuthorizedRequests(tokens, connection, true);

        private ConnectionTest() {}

        /**
         * Checks the profile's address and looks up its host. The host is not resolved if a proxy is used, because the
         * proxy may know more names. Blocks on the network.
         *
         * @return the fault; empty if the address is fine
         */
        public Optional<FailureCause> checkAddress() {
            Optional<HttpUrl> root = root();
            if (root.isEmpty()) {
                return Optional.of(addressFault());
            }
            try {
                return http.isDirect(root.get().uri())
                                && http.reading()
                                        .dns()
                                        .lookup(root.get().host())
                                        .isEmpty()
                        ? Optional.of(FailureCause.NO_SUCH_HOST)
                        : Optional.empty();
            } catch (UnknownHostException unknown) {
                return Optional.of(FailureCause.NO_SUCH_HOST);
            }
        }

        /** Signs in, see {@link AutochatClient#signIn()}. */
        public SignInOutcome signIn() {
            return requests.signIn();
        }

        /** Loads the option list, see {@link AutochatClient#loadOptions()}. */
        public OptionsOutcome loadOptions() {
            return AutochatClient.this.loadOptions(requests);
        }

        /**
         * Stops the test; may be called from any thread. Cancels its token request unless another caller waits for that
         * token.
         */
        public void stop() {
            requests.stop();
        }
    }
}

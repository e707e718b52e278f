package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.json.CarJson;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UrlCheckResult;
import app.forecourt.http.UrlPolicy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import retrofit2.Retrofit;

/**
 * Client of AutoChat's stock API for one profile: loads the option list and posts cars. Calls block and belong on a
 * virtual thread. Failures of the network or the server are returned as values. Creating a client is cheap and
 * touches neither the network nor the token store.
 *
 * <p>
 * Source: the vendor's API page of 12 October 2023.
 */
public final class AutochatClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Connection connection;
    private final TokenProvider tokens;
    private final Clock clock;
    private final HttpClients http;

    /** @param tokens shared by all clients of the program */
    public AutochatClient(Connection connection, TokenProvider tokens, Clock clock, HttpClients http) {
        this.connection = connection;
        this.tokens = tokens;
        this.clock = clock;
        this.http = http;
    }

    /** Loads all pages of the option list. */
    public OptionsOutcome loadOptions() {
        return loadOptions(new AuthorizedExchange(tokens, connection));
    }

    OptionsOutcome loadOptions(AuthorizedExchange exchange) {
        return root().<OptionsOutcome>map(root -> new OptionListLoader(root.resolve("api/options"),
                api(root, http.reading()), exchange, clock).load())
                .orElseGet(() -> new OptionsOutcome.Failed(addressFault(), 0));
    }

    /**
     * Prepares the POST of a car; no request is made before {@link CarPost#run()}.
     *
     * @param car the JSON written by {@link CarJson}; sent unchanged
     */
    public CarPost newPost(String car) {
        return new CarPost(root().map(root -> postRequest(root, car)), addressFault(),
                new AuthorizedExchange(tokens, connection),
                clock);
    }

    /** Checks whether client id and secret yield a token. Requests a token only if no usable one is stored. */
    public SignInOutcome signIn() {
        return new AuthorizedExchange(tokens, connection).signIn();
    }

    /** Prepares a connection test; no request is made before its first step. */
    public ConnectionTest newConnectionTest() {
        return new ConnectionTest(this, new AuthorizedExchange(tokens, connection, true));
    }

    /** Returns the stored token if it is usable now. Reads only the token store. */
    public Optional<Token> currentToken() {
        return tokens.storedToken(connection);
    }

    /**
     * Returns the time until which no token may be requested. A limit of an earlier run counts too. Empty if a token
     * may be requested now.
     */
    public Optional<Instant> limitedUntil() {
        return tokens.limitedUntil(connection);
    }

    private AuthorizedExchange.Request postRequest(HttpUrl root, String car) {
        RequestBody body = RequestBody.create(car.getBytes(StandardCharsets.UTF_8), JSON);
        return (bearer, trace) -> api(root, http.posting()).send(body, bearer, trace);
    }

    /** Returns the root of the API's paths, if the profile's address may be used. */
    private Optional<HttpUrl> root() {
        return connection.owner().isEmpty()
                && UrlPolicy.checkRoot(
                        connection.address().toString()) instanceof UrlCheckResult.Allowed(var root)
                                ? Optional.of(HttpUrl.get(root + "/"))
                                : Optional.empty();
    }

    private Cause addressFault() {
        return connection.owner().isPresent() ? Cause.OTHERS_ADDRESS : Cause.BAD_ADDRESS;
    }

    /**
     * Checks the profile's address and looks up its host. The host is not resolved if a proxy is used, because the
     * proxy may know more names. Blocks on the network.
     *
     * @return the fault; empty if the address is fine
     */
    public Optional<Cause> checkAddress() {
        Optional<HttpUrl> root = root();
        if (root.isEmpty()) {
            return Optional.of(addressFault());
        }
        try {
            return http.isDirect(root.get().uri()) && http.reading().dns().lookup(root.get().host()).isEmpty()
                    ? Optional.of(Cause.NO_SUCH_HOST)
                    : Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of(Cause.NO_SUCH_HOST);
        }
    }

    private static StockApi api(HttpUrl root, OkHttpClient client) {
        return new Retrofit.Builder().baseUrl(root).client(client).build().create(StockApi.class);
    }
}

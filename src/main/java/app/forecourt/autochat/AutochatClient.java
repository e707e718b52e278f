package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.json.CarJson;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UrlCheck;
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
 * AutoChat's stock API for one profile: its option list, and the posting of cars. Calls block and belong on a
 * virtual thread; whatever the network or the server does comes back as a value. Making a client costs nothing and
 * touches neither network nor store.
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

    /** Loads the whole option list, all pages of it. */
    public OptionsOutcome options() {
        return options(new AuthorizedExchange(tokens, connection));
    }

    OptionsOutcome options(AuthorizedExchange visit) {
        return root().<OptionsOutcome>map(root -> new OptionListLoader(root.resolve("api/options"),
                api(root, http.reading()), visit, clock).load())
                .orElseGet(() -> new OptionsOutcome.Failed(addressFault(), 0));
    }

    /**
     * Prepares to send a car; nothing happens before {@link CarPost#run()}.
     *
     * @param car as {@link CarJson} wrote it; it is sent exactly so
     */
    public CarPost sending(String car) {
        return new CarPost(root().map(root -> post(root, car)), addressFault(),
                new AuthorizedExchange(tokens, connection),
                clock);
    }

    /** Whether client id and secret are good for a token. Asks for one only if no usable one is kept. */
    public SignInOutcome signIn() {
        return new AuthorizedExchange(tokens, connection).signIn();
    }

    /** Prepares to try the connection; nothing happens before its first step. */
    public ConnectionTest trial() {
        return new ConnectionTest(this, new AuthorizedExchange(tokens, connection, true));
    }

    /** The token that would be used now, if one is kept. Asks nobody but the store. */
    public Optional<Token> currentToken() {
        return tokens.kept(connection);
    }

    /** Until when no token may be asked for, also for a limit of an earlier run; empty if one may. */
    public Optional<Instant> limitedUntil() {
        return tokens.limitedUntil(connection);
    }

    private AuthorizedExchange.Request post(HttpUrl root, String car) {
        RequestBody body = RequestBody.create(car.getBytes(StandardCharsets.UTF_8), JSON);
        return (bearer, trip) -> api(root, http.posting()).send(body, bearer, trip);
    }

    /** Where the API's paths start, if the profile's address may be used. */
    private Optional<HttpUrl> root() {
        return connection.owner().isEmpty()
                && UrlPolicy.root(connection.address().toString()) instanceof UrlCheck.Allowed(var root)
                        ? Optional.of(HttpUrl.get(root + "/"))
                        : Optional.empty();
    }

    private Cause addressFault() {
        return connection.owner().isPresent() ? Cause.OTHERS_ADDRESS : Cause.BAD_ADDRESS;
    }

    /**
     * Whether the profile's address may be used, and names a host that is there; empty if so. Not resolved when a proxy
     * is asked, which may know more names. Blocks on the network.
     */
    public Optional<Cause> tryAddress() {
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

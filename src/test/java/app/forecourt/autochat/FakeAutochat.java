package app.forecourt.autochat;

import static app.forecourt.settings.Profile.STAGING;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.http.ScriptedServer;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** A server in place of AutoChat. By default it signs in, has no options and accepts each car. */
public final class FakeAutochat extends ScriptedServer {
    public volatile Function<RecordedRequest, MockResponse> tokens =
            inTurn(token("token-1"), token("token-2"), token("token-3"));
    public volatile Function<RecordedRequest, MockResponse> options = inTurn(json(200, "[]"));
    public volatile Function<RecordedRequest, MockResponse> cars = inTurn(json(201, "{\"id\": 7}"));
    /** Delays the responses to posted cars. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    private int countedPosts;

    /** Listens on every address of this computer, so that a host can have two. */
    public FakeAutochat() {
        this(InetAddress.ofLiteral("0.0.0.0"));
    }

    /** Listens on one address, so that the others refuse. */
    public FakeAutochat(InetAddress address) {
        super(address, Optional.empty());
        otherwise(request -> switch (Objects.requireNonNull(request.getUrl()).encodedPath()) {
            case "/oauth/token" -> tokens.apply(request);
            case "/api/options" -> options.apply(request);
            case "/api/cars" -> cars.apply(request);
            default -> json(404, "{}");
        });
    }

    @Override
    protected MockResponse respond(RecordedRequest request, String path) throws InterruptedException {
        if (path.equals("/api/cars")) {
            gate.await();
        }
        return super.respond(request, path);
    }

    public static MockResponse token(String value) {
        return json(200, "{\"access_token\": \"" + value + "\", \"token_type\": \"Bearer\", \"expires_in\": 86400}");
    }

    public AutochatConnection connection() {
        return connection(url(""));
    }

    public AutochatConnection connection(String address) {
        return new AutochatConnection(
                STAGING, URI.create(address), URI.create(url("/oauth/token")), "client", "s3cr3t");
    }

    public int posts() {
        return requestsTo("POST", "/api/cars").size();
    }

    /** Returns the number of cars posted since the last call. */
    public int newPosts() {
        int all = posts();
        int further = all - countedPosts;
        countedPosts = all;
        return further;
    }

    public int tokenRequests() {
        return requestsTo("POST", "/oauth/token").size();
    }
}

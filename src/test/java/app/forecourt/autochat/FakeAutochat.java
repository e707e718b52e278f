package app.forecourt.autochat;

import app.forecourt.autochat.token.Connection;
import app.forecourt.settings.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A server in place of AutoChat on this computer, with scripted responses. It records all requests. By default it signs
 * in, has no options and accepts each car.
 */
public final class FakeAutochat implements AutoCloseable {
    /** Kept in a field, because the level of a garbage-collected logger is lost. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    public final MockWebServer server = new MockWebServer();
    public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    public volatile Function<RecordedRequest, MockResponse> tokens = inTurn(token("token-1"),
            token("token-2"),
            token("token-3"));
    public volatile Function<RecordedRequest, MockResponse> options = inTurn(json(200, "[]"));
    public volatile Function<RecordedRequest, MockResponse> cars = inTurn(json(201, "{\"id\": 7}"));
    /** Responses by path, also of another service. They come before the functions above. */
    public final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    /** Delays the responses to posted cars. */
    public volatile CountDownLatch gate = new CountDownLatch(0);
    private int countedPosts;

    /** Listens on every address of this computer, so that a host can have two. */
    public FakeAutochat() {
        this(InetAddress.ofLiteral("0.0.0.0"));
    }

    /** Listens on one address, so that the others refuse. */
    public FakeAutochat(InetAddress address) {
        LOGGER.setLevel(Level.SEVERE);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                requests.add(request);
                String path = Objects.requireNonNull(request.getUrl()).encodedPath();
                if (path.equals("/api/cars")) {
                    gate.await();
                }
                MockResponse answer = answers.get(path);
                if (answer != null) {
                    return answer;
                }
                return switch (path) {
                    case "/oauth/token" -> tokens.apply(request);
                    case "/api/options" -> options.apply(request);
                    case "/api/cars" -> cars.apply(request);
                    default -> json(404, "{}");
                };
            }
        });
        try {
            server.start(address, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the responses in order and repeats the last one. */
    public static Function<RecordedRequest, MockResponse> inTurn(MockResponse... responses) {
        var turn = new AtomicInteger();
        return _ -> responses[Math.min(turn.getAndIncrement(), responses.length - 1)];
    }

    public static MockResponse token(String value) {
        return json(200,
                "{\"access_token\": \"" + value + "\", \"token_type\": \"Bearer\", \"expires_in\": 86400}");
    }

    public static MockResponse json(int status, String body) {
        return answer(status, "application/json", body).build();
    }

    public static MockResponse.Builder answer(int status, String type, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", type).body(body);
    }

    public String url(String path) {
        return "http://" + host() + path;
    }

    /** Returns the address and port of this server. */
    public String host() {
        return "127.0.0.1:" + server.getPort();
    }

    public Connection connection() {
        return connection(url(""));
    }

    public Connection connection(String address) {
        return new Connection(Profile.STAGING, URI.create(address), URI.create(url("/oauth/token")), "client",
                "s3cr3t");
    }

    public List<RecordedRequest> requestsTo(String method, String path) {
        return requests.stream()
                .filter(request -> request.getMethod().equals(method)
                        && Objects.requireNonNull(request.getUrl()).encodedPath().equals(path))
                .toList();
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

    @Override
    public void close() {
        server.close();
    }
}

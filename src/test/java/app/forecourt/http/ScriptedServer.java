package app.forecourt.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;

/**
 * A server on this computer with scripted responses. It records all requests. {@link HostileServer} does what no HTTP
 * server does.
 */
public class ScriptedServer implements AutoCloseable {
    /** Kept in a field, because the level of a garbage-collected logger is lost. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    public final MockWebServer server = new MockWebServer();
    public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    /** Responses by path. */
    public final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

    private volatile Function<RecordedRequest, MockResponse> others =
            _ -> status(404).build();

    /** Answers 404 unless there are {@link #answers}. */
    public ScriptedServer() {
        this(InetAddress.getLoopbackAddress(), Optional.empty());
    }

    /**
     * @param address one address of this computer, so that the others refuse, or the one that stands for all
     * @param tls empty for plain HTTP
     */
    public ScriptedServer(InetAddress address, Optional<SSLSocketFactory> tls) {
        LOGGER.setLevel(Level.SEVERE);
        tls.ifPresent(server::useHttps);
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                requests.add(request);
                return respond(request, path(request));
            }
        });
        try {
            server.start(address, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sets the response to requests without one of their path. */
    public final ScriptedServer otherwise(Function<RecordedRequest, MockResponse> response) {
        others = response;
        return this;
    }

    /** Returns the response to a request. */
    protected MockResponse respond(RecordedRequest request, String path) throws InterruptedException {
        MockResponse answer = answers.get(path);
        return answer == null ? others.apply(request) : answer;
    }

    /** Returns the responses in order and repeats the last one. */
    public static Function<RecordedRequest, MockResponse> inTurn(MockResponse... responses) {
        var turn = new AtomicInteger();
        return _ -> responses[Math.min(turn.getAndIncrement(), responses.length - 1)];
    }

    public static MockResponse json(int status, String body) {
        return answer(status, "application/json", body).build();
    }

    /** Returns a response that asks to wait. */
    public static MockResponse limited(int seconds) {
        return answer(429, "text/plain", "").addHeader("Retry-After", seconds).build();
    }

    public static MockResponse.Builder answer(int status, String type, String body) {
        return status(status).addHeader("Content-Type", type).body(body);
    }

    public static MockResponse.Builder status(int status) {
        return new MockResponse.Builder().code(status);
    }

    /** Returns the path of a request without its query. */
    private static String path(RecordedRequest request) {
        return Objects.requireNonNull(request.getUrl()).encodedPath();
    }

    public final int port() {
        return server.getPort();
    }

    /** Returns the address and port of this server. */
    public final String host() {
        return "127.0.0.1:" + port();
    }

    public final String url(String path) {
        return "http://" + host() + path;
    }

    /** Returns the number of requests. */
    public final int count() {
        return server.getRequestCount();
    }

    public final List<RecordedRequest> requestsTo(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.getMethod().equals(method) && path(request).equals(path))
                .toList();
    }

    /** Closes the server. It waits half a second for its threads, which end later on a busy computer. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (AssertionError busy) {
            LOGGER.log(Level.FINE, "Threads of the server still run", busy);
        }
    }
}

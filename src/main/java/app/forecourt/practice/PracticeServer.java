package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A stand-in for AutoChat on this computer: token, options and cars over real HTTP, so that a newcomer can
 * list a car without credentials and nothing leaves the desk. What it answers follows the vendor's API page
 * (12 October 2023); where that page is silent, it behaves like Auth0 and like a strict API Platform server. It also
 * stands in for RDW, the Dutch register of vehicles, with a few cars.
 *
 * <p>
 * It listens on 127.0.0.1 only, holds what it took in memory until it is closed, and runs on daemon threads:
 * a forgotten one never keeps the program alive.
 */
public final class PracticeServer implements AutoCloseable {

    /** The client id it takes. */
    public static final String CLIENT_ID = "practice";
    /** The client secret it takes; no secret, since it opens nothing but this. */
    public static final String CLIENT_SECRET = "practice";
    /** A dealership for practice cars; it takes any other as well, as it can't know which are handed out. */
    public static final String DEALERSHIP_ID = "practice-dealer";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final HttpGateway door;
    private final PracticeStock cars;

    private PracticeServer(HttpServer server, HttpGateway door, PracticeStock cars) {
        this.server = server;
        this.door = door;
        this.cars = cars;
    }

    /**
     * Starts one with the list that production is imagined to have.
     *
     * @throws IOException when no port on 127.0.0.1 can be had
     */
    public static PracticeServer start() throws IOException {
        return start(PracticeOptions.PRODUCTION_LIKE);
    }

    /**
     * Starts one on a free port.
     *
     * @param options which options it knows; a car with any other is refused
     * @throws IOException when no port on 127.0.0.1 can be had
     */
    public static PracticeServer start(PracticeOptions options) throws IOException {
        return start(options, PATIENCE);
    }

    static PracticeServer start(PracticeOptions options, Duration patience) throws IOException {
        var cars = new PracticeStock(new PracticeCarValidator(options.names()));
        var door = new HttpGateway(new PracticeRouter(new PracticeTokens(), options, cars)::answer);
        var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        HttpServer server = HttpServer.create(loopback, 0, "/", door);
        server.setExecutor(new ExchangeExecutor(patience));
        // The dispatcher is a daemon if the thread that starts it is one; virtual threads always are.
        CompletableFuture.runAsync(server::start, Thread.ofVirtual()::start).join();
        return new PracticeServer(server, door, cars);
    }

    /** Its root, {@code http://127.0.0.1:port}; {@code /api/cars} follows. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where a token is asked for, whole. */
    public URI tokenAddress() {
        return address().resolve("/oauth/token");
    }

    /** The cars it took, oldest first, as they came; a copy. */
    public List<JsonNode> received() {
        return cars.received();
    }

    /**
     * How many requests came for a path since it was started, whatever their method and answer.
     *
     * @param path without query, for example {@code /api/cars}
     */
    public int requests(String path) {
        return door.requests(path);
    }

    /** Stops at once; what is under way is cut off. Closing twice does nothing. */
    @Override
    public void close() {
        server.stop(0);
    }
}

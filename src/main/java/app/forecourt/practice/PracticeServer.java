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
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for AutoChat on this computer: tokens, options and cars over real HTTP. A new user can list a car without
 * credentials, and no data leaves the computer. Responses follow the vendor's API page (12 October 2023). For all that
 * the page leaves open, the server behaves like Auth0 and like a strict API Platform server. The server also imitates
 * RDW, the Dutch vehicle register, with a few cars.
 *
 * <p>The server listens on 127.0.0.1 only and keeps accepted cars in memory until it is closed. It uses daemon threads,
 * so a server that is not closed does not keep the program alive.
 */
public final class PracticeServer implements AutoCloseable {

    /** The accepted client id. */
    public static final String CLIENT_ID = "practice";
    /** The accepted client secret; not confidential, because it gives access only to this server. */
    public static final String CLIENT_SECRET = "practice";
    /** A dealership for practice cars. Any other id is accepted too, because the server can't know the valid ones. */
    public static final String DEALERSHIP_ID = "practice-dealer";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpServer server;
    private final PracticeHttpHandler gateway;
    private final PracticeStock stock;

    private PracticeServer(HttpServer server, PracticeHttpHandler gateway, PracticeStock stock) {
        this.server = server;
        this.gateway = gateway;
        this.stock = stock;
    }

    /**
     * Starts a server with the production-like option list.
     *
     * @throws IOException if no port on 127.0.0.1 is available
     */
    public static PracticeServer start() throws IOException {
        return start(PracticeOptions.PRODUCTION_LIKE);
    }

    /**
     * Starts a server on a free port.
     *
     * @param options the known options; a car with any other option is refused
     * @throws IOException if no port on 127.0.0.1 is available
     */
    public static PracticeServer start(PracticeOptions options) throws IOException {
        return start(options, TIMEOUT);
    }

    static PracticeServer start(PracticeOptions options, Duration timeout) throws IOException {
        var stock = new PracticeStock(new PracticeCarValidator(options.names()));
        var gateway = new PracticeHttpHandler(new PracticeRouter(new PracticeTokens(), options, stock)::answer);
        var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        HttpServer server = HttpServer.create(loopback, 0, "/", gateway);
        server.setExecutor(new ExchangeExecutor(timeout));
        // The dispatcher inherits the daemon flag of the starting thread; virtual threads are always daemons.
        CompletableFuture.runAsync(server::start, Thread.ofVirtual()::start).join();
        return new PracticeServer(server, gateway, stock);
    }

    /** Returns the root address, {@code http://127.0.0.1:port}; {@code /api/cars} is appended. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the complete address of the token endpoint. */
    public URI tokenAddress() {
        return address().resolve("/oauth/token");
    }

    /** Returns a copy of the accepted cars as received, oldest first. */
    public List<JsonNode> received() {
        return stock.received();
    }

    /**
     * Returns the number of requests for a path since the start, with any method and any response.
     *
     * @param path without query, for example {@code /api/cars}
     */
    public int requestCount(String path) {
        return gateway.requestCount(path);
    }

    /** Stops the server at once and cuts off running exchanges. Idempotent. */
    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * An executor with one virtual thread per exchange, which covers the whole request and the whole response. It
     * interrupts an exchange that exceeds the time limit. Interrupting closes the socket, so a slow client blocks
     * nothing.
     */
    record ExchangeExecutor(Duration limit) implements Executor {

        @Override
        public void execute(Runnable exchange) {
            Thread.ofVirtual().name("practice").start(() -> {
                Future<?> alarm = ForkJoinPool.commonPool()
                        .schedule(Thread.currentThread()::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    exchange.run();
                } finally {
                    alarm.cancel(false);
                }
            });
        }
    }
}

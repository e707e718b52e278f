package app.forecourt.http;

import app.forecourt.http.HostileServer.FriendlyResponse;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A server in place of AutoChat that counts requests. It can end a connection at any moment and refuse connections for
 * a while. Cars are distinguished by their stock number.
 */
public final class CountingServer implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\"internalId\":\"([^\"]*)\"");
    private static final FriendlyResponse CREATED = FriendlyResponse.json("{\"id\": 7}");
    private static final FriendlyResponse TOKEN =
            FriendlyResponse.json("{\"access_token\": \"token\", \"expires_in\": 86400}");

    private final Function<String, Reaction> deeds;
    private final Map<String, Integer> posts = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger heads = new AtomicInteger();
    private final HostileServer server;

    /** The moment of a connection reset. The client loses all data that it has not read by then. */
    public enum Reset {
        AFTER_HEADERS,
        AFTER_BODY,
        WITHIN_ANSWER,
        NEVER
    }

    /**
     * The reaction to a car.
     *
     * @param late the delay of the response
     */
    public record Reaction(Reset reset, int status, Duration late) {}

    /** @param deeds returns the reaction to the car of a stock number */
    public CountingServer(Function<String, Reaction> deeds) throws IOException {
        this.deeds = deeds;
        // A reserved port, because no connection may take it while this server refuses.
        server = new HostileServer("127.0.0.1", LoopbackPorts.reserve(), ServerSocketFactory.getDefault())
                .respondAt("/oauth/token", TOKEN, HostileServer.answer(200))
                .respondAt("/api/cars", CREATED, this::receive);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** Resets every later connection at its first byte. An earlier reset would prove that the client sent nothing. */
    public void resetAtOnce() {
        server.reactBeforeReading(
                (wire, _) -> {
                    wire.read(1);
                    wire.reset();
                },
                TOKEN);
    }

    /** Refuses later connections. */
    public void refuse() throws IOException {
        server.refuse();
    }

    /** Accepts connections again. */
    public void accept() throws IOException {
        server.accept();
    }

    /** Returns the number of completely read POSTs by stock number. */
    public Map<String, Integer> posts() {
        return posts;
    }

    /** Returns the stock numbers of the accepted cars, even if the client did not get the response. */
    public Set<String> accepted() {
        return accepted;
    }

    /** Returns the number of POSTs with completely read headers. */
    public int headCount() {
        return heads.get();
    }

    private void receive(RawConnection wire, FriendlyResponse created) throws IOException {
        heads.incrementAndGet();
        if (deeds.apply("").reset() == Reset.AFTER_HEADERS) {
            wire.reset();
            return;
        }
        wire.readRequest();
        Matcher number = NUMBER.matcher(wire.body());
        if (!number.find()) {
            return;
        }
        posts.merge(number.group(1), 1, Integer::sum);
        Reaction deed = deeds.apply(number.group(1));
        if (deed.status() == 201) {
            accepted.add(number.group(1));
        }
        // Simulates a slow server.
        LockSupport.parkNanos(deed.late().toNanos());
        if (deed.reset() == Reset.NEVER) {
            HostileServer.answer(deed.status()).handle(wire, created);
            return;
        }
        if (deed.reset() == Reset.WITHIN_ANSWER) {
            wire.send("HTTP/1.1 201 Created\r\nConte");
        }
        wire.reset();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

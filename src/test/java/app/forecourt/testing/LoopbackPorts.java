package app.forecourt.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 for servers that can't choose a port themselves, and for servers that do not exist. No two test
 * processes get the same port.
 */
public final class LoopbackPorts {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /** Below the ports that the systems give to connections, because one of those could be taken meanwhile. */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;
    private static final int TRIES = 1_000;
    /** The UDP ports of the same numbers. Each says to the other test processes that its port is reserved. */
    private static final List<DatagramSocket> RESERVATIONS = new ArrayList<>();

    private LoopbackPorts() {}

    /** Returns a port at which nothing listens. It is reserved until this process ends. */
    public static synchronized int reserve() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (var _ = new ServerSocket(port, 1, LOOPBACK)) {
                RESERVATIONS.add(new DatagramSocket(new InetSocketAddress(LOOPBACK, port)));
                return port;
            } catch (IOException taken) {
                // Tries another one.
            }
        }
        throw new IllegalStateException("no free port");
    }
}

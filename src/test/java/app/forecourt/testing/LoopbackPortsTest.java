package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Test of the ports for servers that tests start. */
class LoopbackPortsTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void nothingListensAtReservedPort() {
        int port = LoopbackPorts.reserve();
        assertThrows(ConnectException.class, () -> new Socket(LOOPBACK, port).close());
    }

    /** Another process sees the reservation by its UDP port. */
    @Test
    void reservationIsKept() {
        int port = LoopbackPorts.reserve();
        assertThrows(BindException.class, () -> new DatagramSocket(new InetSocketAddress(LOOPBACK, port)).close());
    }
}

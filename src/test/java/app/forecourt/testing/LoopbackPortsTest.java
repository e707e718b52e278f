package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Test of the ports for servers that tests start. */
class LoopbackPortsTest {
    /** Another process sees the reservation by its UDP port. */
    @Test
    void reservationIsKept() {
        int port = LoopbackPorts.reserve();
        assertThrows(BindException.class, () -> new DatagramSocket(new InetSocketAddress("127.0.0.1", port)).close());
    }
}

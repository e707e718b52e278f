package app.forecourt.photo.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.http.HttpClients;
import app.forecourt.http.HttpClients.Timeouts;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of web spaces that are no web spaces, before they are known. */
@Timeout(LongWait.TEST_SECONDS)
class HostileStoreTest {
    @AutoClose
    private ServerSocket door;

    /** What the server sends. */
    private interface Server {
        void send(OutputStream out) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private void serve(Server server) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = door.accept()) {
                server.send(socket.getOutputStream());
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // The client has closed the connection.
            }
        });
    }

    private StoreFault fault(StoreSettings.Kind kind, Duration call) {
        var http = new HttpClients(
                "test", new Timeouts(LongWait.LIMIT, LongWait.LIMIT, call), builder -> builder.proxy(Proxy.NO_PROXY));
        var settings = new StoreSettings(kind, "127.0.0.1", door.getLocalPort(), "", "anna", "https://photos.example");
        try (PhotoStore store = PhotoStore.open(settings, "secret", new AcceptedInMemory(), http)) {
            return assertThrows(StoreException.class, store::connect).fault();
        }
    }

    @Test
    void endlessGreetingIsCut() {
        byte[] lines = "220-Welcome to this web space\r\n".repeat(1000).getBytes(US_ASCII);
        serve(out -> {
            for (int sent = 0; sent < 100; sent++) {
                out.write(lines);
            }
            out.write("220 Ready\r\n421 Bye\r\n".getBytes(US_ASCII));
        });
        assertEquals(StoreFault.NOT_SECURE, fault(StoreSettings.Kind.FTPS, LongWait.LIMIT));
    }

    /** One byte a tenth of a second, and the end after as many as fit into a minute. */
    private static void trickle(OutputStream out) throws IOException {
        for (int sent = 0; sent < 10 * LongWait.SECONDS; sent++) {
            out.write('x');
            // Simulates a slow server.
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tricklingGreetingEnds(StoreSettings.Kind kind) {
        serve(HostileStoreTest::trickle);
        assertEquals(StoreFault.TIMEOUT, fault(kind, Duration.ofMillis(500)));
    }

    @Test
    void hugeSshPacketIsAFault() {
        serve(out -> {
            out.write("SSH-2.0-x\r\n".getBytes(US_ASCII));
            out.write(new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 0});
            out.write(new byte[1 << 20]);
        });
        assertEquals(StoreFault.BROKEN, fault(StoreSettings.Kind.SFTP, LongWait.LIMIT));
    }
}

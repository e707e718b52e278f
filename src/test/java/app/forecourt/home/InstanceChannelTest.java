package app.forecourt.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of other programs, and answers of other programs, on the port of the first instance. */
@Timeout(LongWait.TEST_SECONDS)
class InstanceChannelTest {
    @TempDir
    private Path folder;

    private final AtomicInteger notified = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private FileChannel file;
    private InstanceChannel channel;
    /** The key of the request, the key of the answer, and the port. */
    private String[] parts;

    @BeforeEach
    void open() throws IOException {
        Path path = folder.resolve("lock");
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = new InstanceChannel(file);
        parts = Files.readString(path).split(" ");
        Thread.startVirtualThread(() -> channel.answer(notified::incrementAndGet, asked::incrementAndGet));
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        file.close();
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", Integer.parseInt(parts[2]));
    }

    private String answer(String message) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KEY", "KEY quit now", "KEY show more", "ANSWER show", "GET / HTTP/1.1"})
    void otherRequestIsIgnored(String message) throws IOException {
        assertEquals("", answer(message.replace("KEY", parts[0]).replace("ANSWER", parts[1])));
        assertEquals(0, notified.get() + asked.get());
        assertEquals(parts[1], answer(parts[0] + " show"));
        assertEquals(1, notified.get());
    }

    @Test
    void requestToEndIsNoLaterStart() {
        assertTrue(InstanceChannel.notifyFirstInstance(file, InstanceChannel.QUIT));
        assertEquals(1, asked.get());
        assertEquals(0, notified.get());
    }

    @Test
    void silentConnectionIsClosedAndBlocksNobody() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            silent.add(connect());
        }
        assertTrue(InstanceChannel.notifyFirstInstance(file, InstanceChannel.SHOW));
        for (Socket socket : silent) {
            assertEquals(-1, socket.getInputStream().read());
            socket.close();
        }
        assertEquals(1, notified.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key answer", "key answer port", "key answer 99999 ", "key answer PORT "})
    void otherTextIsNoFirstInstance(String text) throws IOException {
        write(text.replace("PORT", parts[2]));
        assertFalse(InstanceChannel.notifyFirstInstance(file, InstanceChannel.SHOW));
    }

    private void write(String text) throws IOException {
        file.truncate(0);
        file.write(StandardCharsets.UTF_8.encode(text), 0);
    }

    /** A killed instance left its port, which another program has opened since. */
    @Test
    void otherServerIsNoFirstInstance() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write(parts[0] + " " + parts[1] + " " + other.getLocalPort() + " ");
            Thread.startVirtualThread(() -> {
                try (Socket start = other.accept()) {
                    start.getInputStream().transferTo(start.getOutputStream());
                } catch (IOException gone) {
                    // The start has ended.
                }
            });
            assertFalse(InstanceChannel.notifyFirstInstance(file, InstanceChannel.SHOW));
        }
    }
}

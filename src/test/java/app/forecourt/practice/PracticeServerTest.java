package app.forecourt.practice;

import static app.forecourt.practice.PracticeFixture.assertProblem;
import static app.forecourt.practice.PracticeFixture.contentType;
import static app.forecourt.practice.PracticeFixture.smallCar;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.LongWait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the practice server: address, threads, authorization and limits. */
@Isolated("counts the threads of all")
class PracticeServerTest {
    @AutoClose
    private final PracticeFixture fixture = new PracticeFixture();

    private final PracticeServer server = fixture.server;

    @Test
    void listensOnLoopbackOnly() throws Exception {
        assertEquals("127.0.0.1", server.address().getHost());
        var others = new ArrayList<>(List.of(InetAddress.ofLiteral("127.0.0.2")));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .forEach(others::add);

        for (InetAddress other : others) {
            assertThrows(
                    IOException.class, () -> new Socket(other, server.address().getPort()).close(), other::toString);
        }
        connect(server).close();
    }

    @Test
    void allThreadsAreDaemons() throws Exception {
        var threadsBefore = Thread.getAllStackTraces().keySet();
        try (var another = PracticeServer.start()) {
            var started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(threadsBefore);

            assertTrue(started.stream().anyMatch(thread -> thread.getName().equals("HTTP-Dispatcher")));
            assertEmpty(started.stream().filter(thread -> !thread.isDaemon()).toList());
            assertFalse(another.address().equals(server.address()));
        }
    }

    @Test
    void closedServerRefusesConnections() {
        server.close();
        server.close();

        assertThrows(ConnectException.class, () -> fixture.get("/api/options"));
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/options", "POST,/api/cars"})
    void missingOrUnknownTokenIs401(String method, String path) throws Exception {
        var body = BodyPublishers.ofString(smallCar().toString());
        for (String header : List.of("", "Bearer", "Bearer ", "Bearer guess", "Basic cHJhY3RpY2U6cHJhY3RpY2U=")) {
            var request = fixture.unsigned(path)
                    .header("Content-Type", "application/json")
                    .method(method, body);
            var response = fixture.send(header.isEmpty() ? request : request.header("Authorization", header));

            assertEquals(401, response.statusCode(), header);
            assertEquals("application/problem+json", contentType(response));
            assertEquals(
                    "Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
        }
        assertEmpty(server.received());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/oauth/token,POST",
        "POST,/api/options,GET",
        "DELETE,/api/options,GET",
        "GET,/api/cars,POST",
        "PUT,/api/cars,POST",
        "HEAD,/api/cars,POST",
        "BREW,/api/cars,POST"
    })
    void wrongMethodIs405(String method, String path, String allowed) throws Exception {
        var response = fixture.send(fixture.signed(path).method(method, BodyPublishers.noBody()));

        assertProblem(405, response);
        assertEquals(allowed, response.headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/cars/", "/api/cars/1", "/api/CARS", "/api/%2e%2e/cars"})
    void unknownPathIs404(String path) throws Exception {
        var response = fixture.send(fixture.signed(server.address() + path));

        assertProblem(404, response);
    }

    @Test
    void bodyLimitIs8Mb() throws Exception {
        String car = smallCar().toString();
        byte[] largest = (car + " ".repeat(8 * 1024 * 1024 - car.length())).getBytes(UTF_8);
        byte[] larger = (car + " ".repeat(8 * 1024 * 1024 - car.length() + 1)).getBytes(UTF_8);

        assertEquals(201, fixture.sendCar(BodyPublishers.ofByteArray(largest)).statusCode());
        assertEquals(413, fixture.sendCar(BodyPublishers.ofByteArray(larger)).statusCode());
        assertEquals(
                413,
                fixture.sendCar(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(larger)))
                        .statusCode());
    }

    @Test
    void concurrentCarsAreAllKept() throws Exception {
        Callable<Integer> sending = () -> fixture.sendCar(smallCar()).statusCode();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(Collections.nCopies(50, sending))) {
                assertEquals(201, answer.get());
            }
        }

        assertEquals(50, server.received().size());
        assertEquals(50, server.requestCount("/api/cars"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/ca",
                "POST /api/cars HTTP/1.1\r\nHost: x\r\nContent-Le",
                "POST /api/cars HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
                "POST /api/cars HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{"
            })
    void slowClientIsCutOff(String beginning) throws Exception {
        try (var hasty = PracticeServer.start(PracticeOptions.PRODUCTION_LIKE, Duration.ofMillis(200));
                var socket = connect(hasty)) {
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));

            assertTrue(isClosedByPeer(socket));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "\0\1\2\r\n\r\n",
                "GET http:// HTTP/1.1\r\n\r\n",
                "GET mailto:x HTTP/1.1\r\n\r\n",
                "POST /api/cars HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                "POST /api/cars HTTP/1.1\r\nContent-Length: 100\r\n\r\n{",
                "POST /api/cars HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void brokenClientAffectsNoOther(String bytes) throws Exception {
        try (var socket = connect(server)) {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            assertTrue(isClosedByPeer(socket));
        }

        assertEquals(201, fixture.sendCar(smallCar()).statusCode());
    }

    /** A web page can point its own name here and read the responses; its requests carry that name. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:%s,401",
        "LocalHost:%s,401",
        "[::1]:%s,401",
        "evil.example:%s,421",
        "127.0.0.1.evil.example:%s,421",
        "127.0.0.1,421",
        "127.0.0.1:1,421",
        "'',421"
    })
    void otherHostHeaderIs421(String host, int status) throws Exception {
        try (var socket = connect(server)) {
            String asked = host.formatted(server.address().getPort());
            socket.getOutputStream()
                    .write(("GET /api/options HTTP/1.1\r\nHost: " + asked + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertStartsWith("HTTP/1.1 " + status + " ", answer);
        }
    }

    /** Reads until the other side closes; throws SocketTimeoutException if it does not. */
    private static boolean isClosedByPeer(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static Socket connect(PracticeServer to) throws IOException {
        var socket = new Socket(to.address().getHost(), to.address().getPort());
        socket.setSoTimeout((int) LongWait.LIMIT.toMillis());
        return socket;
    }
}

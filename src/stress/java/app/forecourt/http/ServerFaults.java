package app.forecourt.http;

import static app.forecourt.http.HostileServer.answer;
import static app.forecourt.http.HostileServer.begin;
import static app.forecourt.http.HostileServer.contentLength;
import static app.forecourt.http.HostileServer.contentType;
import static app.forecourt.http.HostileServer.statusLine;
import static app.forecourt.http.ServerFault.atOnce;
import static app.forecourt.http.ServerFault.no;
import static app.forecourt.http.ServerFault.yes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.forecourt.http.HostileServer.FriendlyResponse;
import app.forecourt.http.HostileServer.Reaction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All hostile reactions in the connection and in the response's head; bodies are in {@link ResponseBodies}. */
public final class ServerFaults {
    public static final String STATUS = "status";
    public static final String SOCKET = "socket";
    public static final String NO_HTTP = "no HTTP";

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MEGABYTE = 1 << 20;
    /** The ways in which a connection ends. */
    private static final Map<String, End> ENDS =
            Map.of("reset", RawConnection::reset, "closed", _ -> {}, "silence", RawConnection::staySilent);

    /** The stages of a response at which a connection ends. */
    private static final List<ServerFault> STAGES = List.of(
            atOnce(SOCKET, "accepted, then", (_, _) -> {}),
            atOnce(SOCKET, "one byte read, then", (connection, _) -> connection.read(1)),
            atOnce(SOCKET, "half the head read, then", (connection, _) -> connection.read(40)),
            no(SOCKET, "head read, then", (connection, _) -> connection.readHead()),
            no(SOCKET, "head and five bytes read, then", (connection, _) -> {
                connection.readHead();
                if (!connection.isRequestRead()) {
                    connection.read(5);
                }
            }),
            no(SOCKET, "request read, then", (connection, _) -> connection.readRequest()),
            no(SOCKET, "within the status line", (connection, _) -> {
                connection.readRequest();
                connection.send("HTTP/1.1 20");
            }),
            no(SOCKET, "within the headers", (connection, _) -> {
                connection.readRequest();
                connection.send(statusLine(201) + "Content-Ty");
            }),
            no(SOCKET, "behind the headers", ServerFaults::beginBody),
            no(SOCKET, "within the body", (connection, response) -> {
                beginBody(connection, response);
                sendHalf(connection, response);
            }),
            no(SOCKET, "within a chunk", (connection, response) -> {
                beginChunk(connection, response);
                sendHalf(connection, response);
            }),
            no(SOCKET, "before the last chunk", (connection, response) -> {
                beginChunk(connection, response);
                connection.write(response.bytes());
                connection.send("\r\n");
            }));

    @FunctionalInterface
    private interface End {
        void of(RawConnection connection) throws IOException;
    }

    private ServerFaults() {}

    /** Returns every status, each with the body of a friendly 200 response. */
    public static List<ServerFault> statuses() {
        return IntStream.rangeClosed(200, 599)
                .mapToObj(status -> new ServerFault(STATUS, "" + status, status == 200, false, answer(status)))
                .toList();
    }

    /** Returns connections that break, end or fall silent at every stage. */
    public static List<ServerFault> connectionFaults() {
        var faults = new ArrayList<ServerFault>();
        new TreeMap<>(ENDS).forEach((name, end) -> {
            STAGES.forEach(stage -> faults.add(new ServerFault(
                    SOCKET, stage.name() + " " + name, false, stage.atOnce(), (connection, response) -> {
                        stage.deed().handle(connection, response);
                        end.of(connection);
                    })));
        });
        faults.add(no(SOCKET, "head, a byte a second", (connection, response) -> {
            connection.readRequest();
            sendSlowly(connection, (statusLine(200) + contentType(response) + "\r\n").getBytes(ISO_8859_1));
        }));
        faults.add(no(SOCKET, "body, a byte a second", (connection, response) -> {
            connection.readRequest();
            // With so many blanks it takes longer than any client waits.
            byte[] slow = (" ".repeat(60) + new String(response.bytes(), ISO_8859_1)).getBytes(ISO_8859_1);
            connection.send(statusLine(200) + contentType(response) + contentLength(slow.length) + "\r\n");
            sendSlowly(connection, slow);
        }));
        return faults;
    }

    private static void beginBody(RawConnection connection, FriendlyResponse response) throws IOException {
        begin(connection, 200, response, contentLength(response.bytes().length));
    }

    static void beginChunk(RawConnection connection, FriendlyResponse response) throws IOException {
        begin(connection, 200, response, "Transfer-Encoding: chunked\r\n");
        connection.send(Integer.toHexString(response.bytes().length) + "\r\n");
    }

    private static void sendHalf(RawConnection connection, FriendlyResponse response) throws IOException {
        connection.write(Arrays.copyOf(response.bytes(), response.bytes().length / 2));
        connection.flush();
    }

    private static void sendSlowly(RawConnection connection, byte[] bytes) throws IOException {
        for (byte next : bytes) {
            connection.write(new byte[] {next});
            connection.flush();
            // Simulates a slow server.
            LockSupport.parkNanos(SECOND);
        }
    }

    /** Returns responses that are no valid HTTP. */
    public static List<ServerFault> invalidHttp() {
        var statuses = Stream.of("-1", "0", "99", "600", "999", "2147483648", "20x", "")
                .map(status -> sending("status " + status, "HTTP/1.1 " + status + " As Told\r\n\r\n{}"));
        return Stream.concat(
                        statuses,
                        Stream.of(
                                sending("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
                                sending("a body without a head", "{\"id\": 7}"),
                                sending("HTTP/2's beginning", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                                sending("HTTP/9.9", "HTTP/9.9 201 Created\r\n\r\n{}"),
                                sending("status 101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n{}"),
                                sending("negative length", 201, "Content-Length: -5\r\n\r\n{}"),
                                sending("length that is no number", 404, "Content-Length: many\r\n\r\n{}"),
                                sending("two lengths", 404, "Content-Length: 2\r\nContent-Length: 200\r\n\r\n{}"),
                                sending("length beyond counting", 201, contentLength(Long.MAX_VALUE) + "\r\n{}"),
                                sending(
                                        "chunk of no size",
                                        201,
                                        "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n"),
                                sending(
                                        "chunk beyond counting",
                                        201,
                                        "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n"),
                                sending("negative chunk", 201, "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n"),
                                sending("header of a megabyte", 500, "X: " + "x".repeat(MEGABYTE) + "\r\n\r\n{}"),
                                sending("100,000 headers", 500, "X: y\r\n".repeat(100_000) + "\r\n{}"),
                                sending("header without a name", 500, ": x\r\n\r\n{}"),
                                sending("header without a colon", 500, "nonsense\r\n\r\n{}"),
                                sending("letters beyond ASCII in a header's name", 500, "\u00e9: x\r\n\r\n{}"),
                                sending("nought in a header", 500, "X: a\u0000b\r\n\r\n{}"),
                                sending(
                                        "letters beyond ASCII in headers",
                                        500,
                                        "Location: /\u00ff\r\nRetry-After: \u00b2\r\nLink: <\u00e9>; rel=next\r\n\r\n{}"),
                                sending(
                                        "waits beyond counting",
                                        429,
                                        "Retry-After: 99999999999999999999\r\n"
                                                + "x-ratelimit-reset: -1\r\nAuth0-Client-Quota-Limit: b=x;r=0;t=999999999999\r\n\r\n"),
                                sending(
                                        "a wait until the year 9999",
                                        429,
                                        "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n\r\n"),
                                no(NO_HTTP, "100 without end", forever("HTTP/1.1 100 Continue\r\n\r\n")),
                                no(NO_HTTP, "103 without end", forever("HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n")),
                                no(NO_HTTP, "headers without end", forever("X: " + "y".repeat(1000) + "\r\n")),
                                no(NO_HTTP, "a status line without end", forever("H".repeat(1000)))))
                .toList();
    }

    /** Sends the same text forever, after a head if the text is a header. */
    private static Reaction forever(String text) {
        return (connection, _) -> {
            connection.readRequest();
            if (text.startsWith("X")) {
                connection.send(statusLine(200));
            }
            while (true) {
                connection.send(text);
            }
        };
    }

    private static ServerFault sending(String name, int status, String rest) {
        return sending(name, statusLine(status) + rest);
    }

    private static ServerFault sending(String name, String text) {
        return no(NO_HTTP, name, (connection, _) -> {
            connection.readRequest();
            connection.send(text);
        });
    }

    /** Returns a friendly response. */
    public static ServerFault none() {
        return yes("none", "none", answer(200));
    }
}

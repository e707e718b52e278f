package app.forecourt.http;

import static app.forecourt.http.ServerFault.atOnce;
import static app.forecourt.http.ServerFault.no;
import static app.forecourt.http.ServerFault.yes;

import app.forecourt.http.HostileServer.Deed;
import app.forecourt.http.HostileServer.Good;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** All hostile reactions in the connection and in the response's head; bodies are in {@link ResponseBodies}. */
public final class ServerFaults {
    public static final String STATUS = "status";
    public static final String SOCKET = "socket";
    public static final String NO_HTTP = "no HTTP";

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MEGABYTE = 1 << 20;
    /** The ways in which a connection ends. */
    private static final Map<String, End> ENDS = Map.of("reset", RawConnection::reset, "closed", _ -> {},
            "silence", RawConnection::silence);

    @FunctionalInterface
    private interface End {
        void of(RawConnection wire) throws IOException;
    }

    private ServerFaults() {}

    /** Returns every status, each with the body of a friendly 200 response. */
    public static List<ServerFault> statuses() {
        return IntStream.rangeClosed(200, 599)
                .mapToObj(status -> new ServerFault(STATUS, "" + status, status == 200, false,
                        answer(status)))
                .toList();
    }

    /** Returns a friendly response with another status. */
    public static Deed answer(int status) {
        return (wire, good) -> {
            wire.request();
            wire.say(start(status) + type(good) + length(good.bytes().length) + "\r\n");
            wire.write(good.bytes());
        };
    }

    static String start(int status) {
        return "HTTP/1.1 " + status + " As Told\r\nConnection: close\r\n";
    }

    static String type(Good good) {
        return "Content-Type: " + good.type() + "\r\n";
    }

    static String length(long length) {
        return "Content-Length: " + length + "\r\n";
    }

    /** Returns connections that break, end or fall silent at every stage. */
    public static List<ServerFault> sockets() {
        var faults = new ArrayList<ServerFault>();
        ENDS.keySet().stream().sorted().forEach(name -> {
            End end = ENDS.get(name);
            faults.add(atOnce(SOCKET, "accepted, then " + name, (wire, _) -> end.of(wire)));
            faults.add(atOnce(SOCKET, "one byte read, then " + name, (wire, _) -> {
                wire.read(1);
                end.of(wire);
            }));
            faults.add(atOnce(SOCKET, "half the head read, then " + name, (wire, _) -> {
                wire.read(40);
                end.of(wire);
            }));
            faults.add(no(SOCKET, "head read, then " + name, (wire, _) -> {
                wire.head();
                end.of(wire);
            }));
            faults.add(no(SOCKET, "head and five bytes read, then " + name, (wire, _) -> {
                wire.head();
                if (!wire.isWhole()) {
                    wire.read(5);
                }
                end.of(wire);
            }));
            faults.add(no(SOCKET, "request read, then " + name, (wire, _) -> {
                wire.request();
                end.of(wire);
            }));
            faults.add(no(SOCKET, "within the status line " + name, (wire, _) -> {
                wire.request();
                wire.say("HTTP/1.1 20");
                end.of(wire);
            }));
            faults.add(no(SOCKET, "within the headers " + name, (wire, good) -> {
                wire.request();
                wire.say(start(201) + "Content-Ty");
                end.of(wire);
            }));
            faults.add(no(SOCKET, "behind the headers " + name, (wire, good) -> {
                wire.request();
                wire.say(start(200) + type(good) + length(good.bytes().length) + "\r\n");
                end.of(wire);
            }));
            faults.add(no(SOCKET, "within the body " + name, (wire, good) -> {
                wire.request();
                wire.say(start(200) + type(good) + length(good.bytes().length) + "\r\n");
                wire.write(Arrays.copyOf(good.bytes(), good.bytes().length / 2));
                wire.flush();
                end.of(wire);
            }));
            faults.add(no(SOCKET, "within a chunk " + name, (wire, good) -> {
                wire.request();
                wire.say(start(200) + type(good) + "Transfer-Encoding: chunked\r\n\r\n");
                wire.say(Integer.toHexString(good.bytes().length) + "\r\n");
                wire.write(Arrays.copyOf(good.bytes(), good.bytes().length / 2));
                wire.flush();
                end.of(wire);
            }));
            faults.add(no(SOCKET, "before the last chunk " + name, (wire, good) -> {
                wire.request();
                wire.say(start(200) + type(good) + "Transfer-Encoding: chunked\r\n\r\n");
                wire.say(Integer.toHexString(good.bytes().length) + "\r\n");
                wire.write(good.bytes());
                wire.say("\r\n");
                end.of(wire);
            }));
        });
        faults.add(no(SOCKET, "head, a byte a second", (wire, good) -> {
            wire.request();
            sendSlowly(wire, (start(200) + type(good) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }));
        faults.add(no(SOCKET, "body, a byte a second", (wire, good) -> {
            wire.request();
            wire.say(start(200) + type(good) + length(good.bytes().length) + "\r\n");
            sendSlowly(wire, good.bytes());
        }));
        return faults;
    }

    private static void sendSlowly(RawConnection wire, byte[] bytes) throws IOException {
        for (byte next : bytes) {
            wire.write(new byte[]{next});
            wire.flush();
            // Simulates a slow server.
            LockSupport.parkNanos(SECOND);
        }
    }

    /** Returns responses that are no valid HTTP. */
    public static List<ServerFault> noHttp() {
        var faults = new ArrayList<ServerFault>();
        faults.add(sending("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"));
        faults.add(sending("a body without a head", "{\"id\": 7}"));
        faults.add(sending("HTTP/2's beginning", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        faults.add(sending("HTTP/9.9", "HTTP/9.9 201 Created\r\n\r\n{}"));
        for (String status : List.of("-1", "0", "99", "600", "999", "2147483648", "20x", "")) {
            faults.add(sending("status " + status, "HTTP/1.1 " + status + " As Told\r\n\r\n{}"));
        }
        faults.add(sending("status 101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n{}"));
        faults.add(sending("negative length", start(201) + "Content-Length: -5\r\n\r\n{}"));
        faults.add(sending("length that is no number", start(404) + "Content-Length: many\r\n\r\n{}"));
        faults.add(sending("two lengths", start(404) + "Content-Length: 2\r\nContent-Length: 200\r\n\r\n{}"));
        faults.add(sending("length beyond counting", start(201) + length(Long.MAX_VALUE) + "\r\n{}"));
        faults.add(sending("chunk of no size",
                start(201) + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n"));
        faults.add(sending("chunk beyond counting",
                start(201) + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n"));
        faults.add(sending("negative chunk", start(201) + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n"));
        faults.add(sending("header of a megabyte", start(500) + "X: " + "x".repeat(MEGABYTE) + "\r\n\r\n{}"));
        faults.add(sending("100,000 headers", start(500) + "X: y\r\n".repeat(100_000) + "\r\n{}"));
        faults.add(sending("header without a name", start(500) + ": x\r\n\r\n{}"));
        faults.add(sending("header without a colon", start(500) + "nonsense\r\n\r\n{}"));
        faults.add(sending("letters beyond ASCII in a header's name", start(500) + "\u00e9: x\r\n\r\n{}"));
        faults.add(sending("nought in a header", start(500) + "X: a\u0000b\r\n\r\n{}"));
        faults.add(sending("letters beyond ASCII in headers",
                start(500)
                        + "Location: /\u00ff\r\nRetry-After: \u00b2\r\nLink: <\u00e9>; rel=next\r\n\r\n{}"));
        faults.add(sending("waits beyond counting", start(429) + "Retry-After: 99999999999999999999\r\n"
                + "x-ratelimit-reset: -1\r\nAuth0-Client-Quota-Limit: b=x;r=0;t=999999999999\r\n\r\n"));
        faults.add(sending("a wait until the year 9999",
                start(429) + "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n\r\n"));
        faults.add(no(NO_HTTP, "100 without end", forever("HTTP/1.1 100 Continue\r\n\r\n")));
        faults.add(no(NO_HTTP, "103 without end", forever("HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n")));
        faults.add(no(NO_HTTP, "headers without end", forever("X: " + "y".repeat(1000) + "\r\n")));
        faults.add(no(NO_HTTP, "a status line without end", forever("H".repeat(1000))));
        return faults;
    }

    /** Sends the same text forever, after a head if the text is a header. */
    private static Deed forever(String text) {
        return (wire, _) -> {
            wire.request();
            if (text.startsWith("X")) {
                wire.say(start(200));
            }
            while (true) {
                wire.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    private static ServerFault sending(String name, String text) {
        return no(NO_HTTP, name, (wire, _) -> {
            wire.request();
            wire.say(text);
        });
    }

    /** Returns a friendly response. */
    public static ServerFault none() {
        return yes("none", "none", answer(200));
    }
}

package app.forecourt.http;

import static app.forecourt.http.HostileServer.answer;
import static app.forecourt.http.HostileServer.contentLength;
import static app.forecourt.http.HostileServer.statusLine;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.forecourt.http.HostileServer.FriendlyResponse;
import app.forecourt.http.HostileServer.Reaction;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** Bodies of a response with status 200. */
public final class ResponseBodies {
    public static final String BODY = "body";
    private static final int MEGABYTE = 1 << 20;
    private static final long HUGE = 100L * MEGABYTE;
    private static final byte[] BLANKS = new byte[MEGABYTE];
    private static final String GZIP = "Content-Encoding: gzip\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    static {
        Arrays.fill(BLANKS, (byte) ' ');
    }

    private ResponseBodies() {}

    /** Returns oversized bodies and bodies without end. */
    public static List<ServerFault> oversized() {
        return List.of(
                begun("100 MB", contentLength(HUGE), (connection, _) -> writeBlanks(connection, HUGE)),
                no("100 MB and then a right answer", (connection, response) -> {
                    begin(connection, response, contentLength(HUGE + response.bytes().length));
                    writeBlanks(connection, HUGE);
                    connection.write(response.bytes());
                }),
                no("a right answer and then 100 MB", (connection, response) -> {
                    begin(connection, response, contentLength(HUGE + response.bytes().length));
                    connection.write(response.bytes());
                    writeBlanks(connection, HUGE);
                }),
                begun("a right answer and no end", "", (connection, response) -> {
                    connection.write(response.bytes());
                    writeBlanks(connection, Long.MAX_VALUE);
                }),
                begun("100 MB promised, and none", contentLength(HUGE), (_, _) -> {}),
                begun("without end", "", (connection, _) -> writeBlanks(connection, Long.MAX_VALUE)),
                begun("chunks without end", CHUNKED, (connection, _) -> {
                    while (true) {
                        connection.send("100000\r\n");
                        connection.write(BLANKS);
                        connection.send("\r\n");
                    }
                }),
                begun("chunks of a byte without end", CHUNKED, (connection, _) -> {
                    byte[] chunks = "1\r\n \r\n".repeat(1000).getBytes(US_ASCII);
                    while (true) {
                        connection.write(chunks);
                    }
                }),
                no("trailers without end", (connection, response) -> {
                    ServerFaults.beginChunk(connection, response);
                    connection.write(response.bytes());
                    connection.send("\r\n0\r\n");
                    while (true) {
                        connection.write("X: yyyyyyyyyyyyyyyyyyyyyyyy\r\n".getBytes(US_ASCII));
                    }
                }),
                no("gzip of 100 MB", packed(BLANKS, (int) (HUGE / BLANKS.length))),
                no("gzip of gzip of 100 MB", (connection, response) -> {
                    byte[] twice = gzip(gzip(BLANKS, (int) (HUGE / BLANKS.length)), 1);
                    begin(connection, response, "Content-Encoding: gzip, gzip\r\n" + contentLength(twice.length));
                    connection.write(twice);
                }),
                begun("gzip without end", GZIP, (connection, _) -> {
                    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
                    connection.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
                    byte[] out = new byte[MEGABYTE];
                    try {
                        while (true) {
                            deflater.setInput(BLANKS);
                            connection.write(
                                    Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH)));
                        }
                    } finally {
                        deflater.end();
                    }
                }));
    }

    /** Returns bodies that are not what they claim to be. */
    public static List<ServerFault> malformed() {
        return List.of(
                yes(
                        "gzip",
                        (connection, response) -> packed(response.bytes(), 1).handle(connection, response)),
                no("gzip, cut", (connection, response) -> {
                    byte[] packed = gzip(response.bytes(), 1);
                    begin(connection, response, GZIP + contentLength(packed.length - 6));
                    connection.write(Arrays.copyOf(packed, packed.length - 6));
                }),
                no("gzip that is none", answer(200, GZIP)),
                yes("a packing nobody knows", answer(200, "Content-Encoding: br\r\n")),
                yes("no length, closed behind it", (connection, response) -> {
                    begin(connection, response, "");
                    connection.write(response.bytes());
                }),
                yes("no type", (connection, response) -> {
                    connection.readRequest();
                    connection.send(statusLine(200) + contentLength(response.bytes().length) + "\r\n");
                    connection.write(response.bytes());
                }),
                yes("a type that is none", other(response -> new FriendlyResponse("; =;;", response.bytes()))),
                yes("an unknown charset", recoded(UTF_8, "klingon")),
                no("UTF-16 that claims to be UTF-8", recoded(UTF_16LE, "utf-8")),
                no("UTF-8 that claims to be UTF-16", recoded(UTF_8, "utf-16")),
                no("UTF-32", recoded(Charset.forName("UTF-32BE"), "utf-32")),
                yes("a byte order mark before it", other(response -> changed(response, text -> "\uFEFF" + text))),
                text("bytes that are no UTF-8", "\"\u00c3\u0028\u00a0\u00ff\u00fe\""),
                text("nothing", ""),
                text("blanks", " \r\n\t"),
                text("noughts", "\u0000".repeat(1000)),
                text("JSON cut off", "{\"id\": 7, \"access_token\": \"a"),
                text("null", "null"),
                text("a number", "7"),
                text("a number beyond counting", "1e999999999"),
                text("a million digits", "{\"id\": " + "9".repeat(MEGABYTE) + "}"),
                text("a name of 6 MB", "{\"" + "n".repeat(6 * MEGABYTE) + "\": 1}"),
                text("a text of 6 MB", "{\"id\": \"" + "n".repeat(6 * MEGABYTE) + "\"}"),
                text("100,000 lists within one another", "[".repeat(100_000) + "]".repeat(100_000)),
                text("100,000 objects within one another", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)),
                text("900 lists within one another", "[".repeat(900) + "]".repeat(900)),
                text("a list of 2 million numbers", "[" + "1,".repeat(2_000_000) + "1]"),
                text("a million members", members()),
                text("a member over and over", "{" + "\"id\": 7, ".repeat(100_000) + "\"id\": 8}"),
                yes("its members twice", other(response -> changed(response, ResponseBodies::twice))),
                page("a web page", "text/html", "<!DOCTYPE html><title>Log in</title><form>"),
                page("a web page that claims to be JSON", "application/json", "<html>Log in</html>"),
                page("a page of tags that never close", "text/html", "<title ".repeat(MEGABYTE)),
                page("a page of scripts that never end", "text/html", "<script>".repeat(MEGABYTE / 2)),
                page(
                        "XML with entities",
                        "application/xml",
                        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"));
    }

    private static ServerFault no(String name, Reaction deed) {
        return ServerFault.no(BODY, name, deed);
    }

    private static ServerFault yes(String name, Reaction deed) {
        return ServerFault.yes(BODY, name, deed);
    }

    /** Sends the head of a response, and then the rest. */
    private static ServerFault begun(String name, String headers, Reaction rest) {
        return no(name, (connection, response) -> {
            begin(connection, response, headers);
            rest.handle(connection, response);
        });
    }

    /** Sends a changed response. */
    private static Reaction other(UnaryOperator<FriendlyResponse> change) {
        return (connection, response) -> change.apply(response).answer(connection);
    }

    private static FriendlyResponse changed(FriendlyResponse response, UnaryOperator<String> change) {
        return new FriendlyResponse(
                response.type(),
                change.apply(new String(response.bytes(), UTF_8)).getBytes(UTF_8));
    }

    private static ServerFault text(String name, String text) {
        return page(name, "application/json", text);
    }

    private static ServerFault page(String name, String type, String text) {
        return no(name, other(_ -> new FriendlyResponse(type, text.getBytes(ISO_8859_1))));
    }

    private static void begin(RawConnection connection, FriendlyResponse response, String headers) throws IOException {
        HostileServer.begin(connection, 200, response, headers);
    }

    private static void writeBlanks(RawConnection connection, long bytes) throws IOException {
        for (long sent = 0; sent < bytes; sent += BLANKS.length) {
            connection.write(BLANKS);
        }
    }

    private static Reaction recoded(Charset actual, String claimed) {
        return other(response -> new FriendlyResponse(
                response.type() + "; charset=" + claimed, new String(response.bytes(), UTF_8).getBytes(actual)));
    }

    private static String members() {
        var text = new StringBuilder("{");
        for (int member = 0; member < 500_000; member++) {
            text.append("\"m").append(member).append("\":1,");
        }
        return text.append("\"id\":7}").toString();
    }

    /** Repeats all members of a JSON object; other bodies are unchanged. */
    private static String twice(String json) {
        return json.startsWith("{") ? json.substring(0, json.length() - 1) + "," + json.substring(1) : json;
    }

    private static Reaction packed(byte[] bytes, int times) {
        return (connection, response) -> {
            byte[] packed = gzip(bytes, times);
            begin(connection, response, GZIP + contentLength(packed.length));
            connection.write(packed);
        };
    }

    private static byte[] gzip(byte[] bytes, int times) throws IOException {
        var packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            for (int time = 0; time < times; time++) {
                sink.write(bytes);
            }
        }
        return packed.readByteArray();
    }
}

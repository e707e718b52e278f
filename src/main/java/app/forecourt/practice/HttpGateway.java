package app.forecourt.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where HTTP ends: takes the whole request in, hands it inside, writes the answer. Whatever goes wrong
 * inside, the client gets an answer.
 */
final class HttpGateway implements HttpHandler {

    /** The longest body that is taken, in bytes. */
    static final int MOST = 8 * 1024 * 1024;

    private static final List<String> OURS = List.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final PracticeRouter.Service inside;

    HttpGateway(PracticeRouter.Service inside) {
        this.inside = inside;
    }

    int requests(String path) {
        return requests.getOrDefault(path, 0);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            write(exchange, answer(exchange));
        }
    }

    private PracticeResponse answer(HttpExchange exchange) {
        try {
            byte[] body = body(exchange.getRequestBody());
            if (!isOurs(exchange)) {
                return PracticeResponse.problem(421, "Only this computer is served here.");
            }
            return body.length > MOST
                    ? PracticeResponse.problem(413, "The body is larger than " + MOST + " bytes.")
                    : inside.answer(request(exchange, body));
        } catch (IOException e) {
            return PracticeResponse.problem(400, "The body could not be read.");
        } catch (RuntimeException e) {
            // Without the exception's own words: they might repeat a secret of the request.
            return PracticeResponse.problem(500, "Internal Server Error");
        }
    }

    /** A page whose name was made to lead here asks for its own name, and would be let in by its own reader. */
    private static boolean isOurs(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        return OURS.stream()
                .anyMatch(name -> (name + ":" + port).equalsIgnoreCase(header(exchange, "Host")));
    }

    /**
     * The body, or one byte more than is taken. What is beyond is read too, since a client that is cut off
     * while it sends doesn't see the answer; the exchange's time limit bounds that.
     */
    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MOST + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private static PracticeRequest request(HttpExchange exchange, byte[] body) {
        return new PracticeRequest(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                header(exchange, "Content-Type"), header(exchange, "Authorization"),
                new ByteArrayInputStream(body));
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static void write(HttpExchange exchange, PracticeResponse answer) throws IOException {
        byte[] body = StrictJson.MAPPER.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

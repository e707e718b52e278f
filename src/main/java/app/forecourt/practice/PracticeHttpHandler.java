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
 * The HTTP side of the practice server: reads the whole request, passes it to the service and writes the response. The
 * client gets a response even if the service fails.
 */
final class PracticeHttpHandler implements HttpHandler {

    /** The maximum size of a body, in bytes. */
    static final int MOST = 8 * 1024 * 1024;

    private static final List<String> LOCAL_HOSTS = List.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final PracticeRouter.Service service;

    PracticeHttpHandler(PracticeRouter.Service service) {
        this.service = service;
    }

    int requestCount(String path) {
        return requests.getOrDefault(path, 0);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            write(exchange, respond(exchange));
        }
    }

    private PracticeResponse respond(HttpExchange exchange) {
        try {
            byte[] body = body(exchange.getRequestBody());
            if (!isForThisComputer(exchange)) {
                return PracticeResponse.problem(421, "Only this computer is served here.");
            }
            return body.length > MOST
                    ? PracticeResponse.problem(413, "The body is larger than " + MOST + " bytes.")
                    : service.answer(request(exchange, body));
        } catch (IOException e) {
            return PracticeResponse.problem(400, "The body could not be read.");
        } catch (RuntimeException e) {
            // Omits the exception's message, because it might repeat a secret of the request.
            return PracticeResponse.problem(500, "Internal Server Error");
        }
    }

    /**
     * Returns whether the Host header names this computer. A web page with a host name pointed at 127.0.0.1 (DNS
     * rebinding) sends its own name. Without this check the browser would let that page read the responses.
     */
    private static boolean isForThisComputer(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        return LOCAL_HOSTS.stream().anyMatch(name -> (name + ":" + port).equalsIgnoreCase(header(exchange, "Host")));
    }

    /**
     * Reads the body, up to one byte more than allowed. The rest is read and dropped, because a client that is cut off
     * while sending does not see the response. The time limit of the exchange bounds that.
     */
    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MOST + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private static PracticeRequest request(HttpExchange exchange, byte[] body) {
        return new PracticeRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                new ByteArrayInputStream(body));
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static void write(HttpExchange exchange, PracticeResponse response) throws IOException {
        byte[] body = response.bytes();
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(response.status(), -1);
        } else if (body.length == 0) {
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

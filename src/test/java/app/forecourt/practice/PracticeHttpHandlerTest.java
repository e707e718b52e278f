package app.forecourt.practice;

import static app.forecourt.practice.PracticeFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Test of a failure in the practice server. */
class PracticeHttpHandlerTest {

    @Test
    void failureIs500WithoutItsMessage() throws Exception {
        var door = new PracticeHttpHandler(request -> {
            throw new IllegalStateException("secret");
        });
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0, "/", door);
        server.start();
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/cars");
            var response = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertProblem(500, response);
            assertFalse(response.body().contains("secret"));
            assertEquals(1, door.requestCount("/api/cars"));
        } finally {
            server.stop(0);
        }
    }
}

package app.forecourt.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.LongWait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A practice server with a client. The client is the JDK's own, so that faults of the program's client can't hide here.
 */
final class PracticeFixture implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    final PracticeServer server;
    private final String token;

    PracticeFixture() {
        this(PracticeServer::start);
    }

    PracticeFixture(Callable<PracticeServer> start) {
        try {
            server = start.call();
            token = body(requestToken(signIn().toString())).path("access_token").asText();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Creates the body of a valid token request. */
    static ObjectNode signIn() {
        return JSON.createObjectNode()
                .put("client_id", "practice")
                .put("client_secret", "practice")
                .put("audience", "http://api.autochat.com/")
                .put("grant_type", "client_credentials");
    }

    /** Reads the vendor's example car. */
    static ObjectNode exampleCar() throws IOException {
        return (ObjectNode) JSON.readTree(PracticeFixture.class.getResource("/example-car.json"));
    }

    /** Creates a car with only the required members. */
    static ObjectNode smallCar() {
        ObjectNode car = JSON.createObjectNode()
                .put("dealershipId", PracticeServer.DEALERSHIP_ID)
                .put("brand", "opel")
                .put("model", "corsa")
                .put("salesPrice", 9950)
                .put("isTaxDeductible", false);
        List.of("images", "options", "tags").forEach(car::putArray);
        return car;
    }

    HttpResponse<String> requestToken(String body) throws Exception {
        return send(HttpRequest.newBuilder(server.tokenAddress())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(signed(path).GET());
    }

    HttpResponse<String> sendCar(JsonNode car) throws Exception {
        return sendCar(BodyPublishers.ofString(car.toString()));
    }

    HttpResponse<String> sendCar(String body) throws Exception {
        return sendCar(BodyPublishers.ofString(body));
    }

    HttpResponse<String> sendCar(BodyPublisher body) throws Exception {
        return send(
                signed("/api/cars").header("Content-Type", "application/json").POST(body));
    }

    /** Creates a request to a path with the token. */
    HttpRequest.Builder signed(String path) {
        return unsigned(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder unsigned(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(LongWait.LIMIT).build(), BodyHandlers.ofString());
    }

    static JsonNode body(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** Asserts the status and the type of an error response. */
    static void assertProblem(int status, HttpResponse<?> response) {
        assertEquals(status, response.statusCode());
        assertEquals("application/problem+json", contentType(response));
    }

    static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** Returns the propertyPaths of an error response, in order. */
    static List<String> paths(HttpResponse<String> response) throws IOException {
        return body(response)
                .path("violations")
                .valueStream()
                .map(violation -> violation.path("propertyPath").asText())
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
    }
}

package app.forecourt.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the web space of the practice server, with the JDK's own client. */
class PracticePhotosTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
    private static final String PASSWORD =
            "Basic " + Base64.getEncoder().encodeToString("practice:practice".getBytes(StandardCharsets.US_ASCII));

    private final HttpClient http = HttpClient.newHttpClient();
    private PracticeServer server;

    @BeforeEach
    void open() throws Exception {
        server = PracticeServer.start();
        send("MKCOL", "car1/", new byte[0], "");
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        server.close();
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String contentType) throws Exception {
        return send(method, path, body, contentType, PASSWORD);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String contentType, String authorization)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.photoAddress().resolve(path))
                        .method(method, BodyPublishers.ofByteArray(body))
                        .header("Content-Type", contentType)
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.photoAddress().resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void everybodyReadsWhatWasPut() throws Exception {
        assertEquals(201, send("PUT", "car1/a.jpg", JPEG, "image/jpeg").statusCode());
        assertEquals(204, send("PUT", "car1/a.jpg", JPEG, "image/jpeg").statusCode());

        var response = get("car1/a.jpg");

        assertEquals(200, response.statusCode());
        assertEquals("image/jpeg", response.headers().firstValue("Content-Type").orElse(""));
        assertArrayEquals(JPEG, response.body());
    }

    @Test
    void headHasTheSize() throws Exception {
        send("PUT", "car1/a.jpg", JPEG, "image/jpeg");
        assertEquals(
                "6",
                send("HEAD", "car1/a.jpg", new byte[0], "")
                        .headers()
                        .firstValue("Content-Length")
                        .orElse(""));
    }

    @Test
    void deletedPhotoIsGone() throws Exception {
        send("PUT", "car1/a.jpg", JPEG, "image/jpeg");
        assertEquals(204, send("DELETE", "car1/a.jpg", new byte[0], "").statusCode());
        assertEquals(404, send("DELETE", "car1/a.jpg", new byte[0], "").statusCode());
        assertEquals(404, get("car1/a.jpg").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"PUT,car1/a.jpg", "DELETE,car1/a.jpg", "MKCOL,car2/", "OPTIONS,''"})
    void writingNeedsThePassword(String method, String path) throws Exception {
        assertEquals(401, send(method, path, JPEG, "image/jpeg", "Basic eDp5").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "car2/a.jpg,image/jpeg,409",
        "a.jpg,image/jpeg,409",
        "car1/b/a.jpg,image/jpeg,409",
        "car1/a.jpg,image/png,415",
        "car1/a.jpg,text/html,415"
    })
    void oddUploadIsRefused(String path, String contentType, int status) throws Exception {
        assertEquals(status, send("PUT", path, JPEG, contentType).statusCode());
    }

    @Test
    void onlyJpegUpToFiveMegabytesIsStored() throws Exception {
        byte[] large = new byte[PracticePhotos.MOST_BYTES + 1];
        System.arraycopy(JPEG, 0, large, 0, JPEG.length);
        assertEquals(413, send("PUT", "car1/a.jpg", large, "image/jpeg").statusCode());
        assertEquals(
                415,
                send("PUT", "car1/a.jpg", "<html>".getBytes(StandardCharsets.US_ASCII), "image/jpeg")
                        .statusCode());
        assertEquals(404, get("car1/a.jpg").statusCode());
    }

    @Test
    void existingFolderIsNotMadeAgain() throws Exception {
        assertEquals(405, send("MKCOL", "car1/", new byte[0], "").statusCode());
        assertEquals(409, send("MKCOL", "car2/deeper/", new byte[0], "").statusCode());
    }

    @Test
    void otherMethodIsNotAllowed() throws Exception {
        assertEquals(405, send("MOVE", "car1/a.jpg", new byte[0], "").statusCode());
    }

    @Tag("proof")
    @Test
    void oldestPhotoIsDropped() throws Exception {
        for (int i = 0; i <= PracticePhotos.MOST_PHOTOS; i++) {
            send("PUT", "car1/" + i + ".jpg", JPEG, "image/jpeg");
        }
        assertEquals(404, get("car1/0.jpg").statusCode());
        assertEquals(200, get("car1/1.jpg").statusCode());
    }
}

package app.forecourt.photo.store;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.HttpClients;
import java.security.MessageDigest;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the request that S3 and compatible services get. Moto checks the signature, but not its region. */
class S3RequestTest {
    private static final byte[] JPEG = Pictures.jpeg(2_000);

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void open() throws Exception {
        server.start();
        server.enqueue(new MockResponse.Builder().build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1,eu-central-1", "'',us-east-1"})
    void requestHasPathRegionAndHash(String region, String signed) throws Exception {
        var settings = new StoreSettings(
                StoreSettings.Kind.S3,
                server.url("/").toString(),
                0,
                "cars",
                "AKIDEXAMPLE",
                "https://photos.example",
                "bucket",
                region);
        try (PhotoStore store =
                PhotoStores.open(settings, "secret", HostIdentities.inMemory(), new HttpClients("test"))) {
            store.put("a8f3/3b9c.jpg", JPEG);
        }

        RecordedRequest request = server.takeRequest();
        assertEquals("PUT /bucket/cars/a8f3/3b9c.jpg HTTP/1.1", request.getRequestLine());
        assertArrayEquals(JPEG, request.getBody().toByteArray());
        assertEquals("image/jpeg", request.getHeaders().get("Content-Type"));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JPEG)),
                request.getHeaders().get("x-amz-content-sha256"));
        String authorization = String.valueOf(request.getHeaders().get("Authorization"));
        assertTrue(authorization.contains("Credential=AKIDEXAMPLE/"), authorization);
        assertTrue(authorization.contains("/" + signed + "/s3/aws4_request"), authorization);
        // Compatible services refuse checksums and access lists.
        assertEmpty(request.getHeaders().names().stream()
                .filter(name -> name.startsWith("x-amz-checksum")
                        || name.startsWith("x-amz-sdk")
                        || name.startsWith("x-amz-acl"))
                .toList());
    }
}

package app.forecourt.photo.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.store.PublicCheck.Fault;
import app.forecourt.testing.LongWait;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what the public may find at the address of a photo. */
class PublicCheckTest {
    private static final byte[] JPEG = Pictures.jpeg(50_000);
    private static final Map<String, byte[]> FILES = Map.of(
            "right", JPEG,
            "shorter", Arrays.copyOf(JPEG, JPEG.length - 1),
            "longer", Arrays.copyOf(JPEG, JPEG.length + 1),
            "page", "<!DOCTYPE html><title>Welcome</title>".getBytes(US_ASCII));

    @AutoClose
    private final PhotoHost host = new PhotoHost();

    private void assertFault(Fault fault, String address) {
        assertFault(fault, address, host.http, host.reach);
    }

    private static void assertFault(Fault fault, String address, HttpClients http, UntrustedGet.Targets targets) {
        assertEquals(
                Optional.ofNullable(fault),
                new PublicCheck(http, targets, LongWait.LIMIT).run(URI.create(address), JPEG));
    }

    @ParameterizedTest
    @CsvSource({
        "200,image/jpeg,right,",
        "200,image/jpeg,shorter,OTHER_BYTES",
        "200,image/jpeg,longer,OTHER_BYTES",
        "200,image/jpeg,page,HTML_PAGE",
        "200,text/html,shorter,HTML_PAGE",
        "200,application/octet-stream,right,WRONG_TYPE",
        "403,image/jpeg,right,FORBIDDEN",
        "404,image/jpeg,right,NOT_FOUND",
        "503,image/jpeg,right,SERVER_ERROR"
    })
    void answerIsCompared(int status, String type, String file, Fault fault) {
        host.answers.put(
                "/1.jpg",
                PhotoHost.file(FILES.get(file))
                        .newBuilder()
                        .code(status)
                        .setHeader("Content-Type", type)
                        .build());
        assertFault(fault, host.url("/1.jpg"));
    }

    @Test
    void redirectsAreJudgedByTheirTarget() {
        host.answers.put("/page", PhotoHost.file(FILES.get("page")));
        host.answers.put("/1.jpg", PhotoHost.redirect("/page"));
        assertFault(Fault.LOGIN_REDIRECT, host.url("/1.jpg"));
        host.answers.put("/1.jpg", PhotoHost.redirect("http://photos.example/1.jpg"));
        assertFault(Fault.NOT_HTTPS, host.url("/1.jpg"));
    }

    @Test
    void hostThatThePublicDoesNotReachIsNamed() {
        assertFault(Fault.NOT_HTTPS, "http://photos.example/1.jpg");
        assertFault(Fault.PRIVATE, host.privateUrl(PhotoHost.INSIDE));
        assertFault(Fault.UNKNOWN_HOST, "https://nowhere.example/1.jpg");
        assertFault(Fault.OFFLINE, "https://photos.example:1/1.jpg");
        assertFault(
                Fault.NOT_SECURE,
                host.url("/1.jpg").replace(PhotoHost.NAME, "127.0.0.1"),
                new HttpClients("test"),
                new UntrustedGet.Targets(false, InetAddress::isLoopbackAddress));
    }
}

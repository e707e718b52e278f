package app.forecourt.photo.store;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.photo.store.PublicCheck.Fault;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the public may find at the address of a photo, with nginx. */
final class PublicCases implements AutoCloseable {
    private static final Targets LOOPBACK = new Targets(false, InetAddress::isLoopbackAddress);
    private static final byte[] JPEG = Pictures.jpeg(50_000);

    private final TestCertificate certificate = new TestCertificate();
    private final NginxServer server;

    PublicCases(Path work) throws IOException {
        Path web = Files.createDirectories(work.resolve("web"));
        server = new NginxServer(work.resolve("nginx"), web, certificate.held);
        Path car = Files.createDirectories(web.resolve("car1"));
        Files.write(car.resolve("right.jpg"), JPEG);
        Files.write(car.resolve("shorter.jpg"), Pictures.jpeg(49_999));
        Files.write(car.resolve("longer.jpg"), Pictures.jpeg(50_001));
        Files.writeString(car.resolve("page.jpg"), "<!DOCTYPE html><title>Welcome</title>");
    }

    List<FaultCase> cases() {
        HttpClients trusting = certificate.trusting();
        String root = server.address();
        return List.of(
                one("the photo", FaultCase.DONE, trusting, LOOPBACK, root + "/photos/car1/right.jpg"),
                one("nothing there", Fault.NOT_FOUND, trusting, LOOPBACK, root + "/photos/car1/missing.jpg"),
                one("another photo", Fault.OTHER_BYTES, trusting, LOOPBACK, root + "/photos/car1/shorter.jpg"),
                one("a longer file", Fault.OTHER_BYTES, trusting, LOOPBACK, root + "/photos/car1/longer.jpg"),
                one("a page called image/jpeg", Fault.HTML_PAGE, trusting, LOOPBACK, root + "/photos/car1/page.jpg"),
                one("a page", Fault.HTML_PAGE, trusting, LOOPBACK, root + "/page/car1/right.jpg"),
                one(
                        "a redirect to a page to sign in",
                        Fault.LOGIN_REDIRECT,
                        trusting,
                        LOOPBACK,
                        root + "/login/car1/right.jpg"),
                one("forbidden", Fault.FORBIDDEN, trusting, LOOPBACK, root + "/private/car1/right.jpg"),
                one("another content type", Fault.WRONG_TYPE, trusting, LOOPBACK, root + "/octets/car1/right.jpg"),
                one("plain http", Fault.NOT_HTTPS, trusting, LOOPBACK, "http://127.0.0.1/photos/car1/right.jpg"),
                one("a redirect to plain http", Fault.NOT_HTTPS, trusting, LOOPBACK, root + "/plain/car1/right.jpg"),
                one(
                        "a certificate that nobody trusts",
                        Fault.NOT_SECURE,
                        new HttpClients("test"),
                        LOOPBACK,
                        root + "/photos/car1/right.jpg"),
                one("this computer", Fault.PRIVATE, trusting, Targets.PUBLIC, root + "/photos/car1/right.jpg"),
                one("unknown host", Fault.UNKNOWN_HOST, trusting, LOOPBACK, "https://nowhere.invalid/car1/right.jpg"),
                one(
                        "nothing listens",
                        Fault.OFFLINE,
                        trusting,
                        LOOPBACK,
                        "https://127.0.0.1:" + LoopbackPorts.reserve() + "/car1/right.jpg"));
    }

    private static FaultCase one(String situation, Object expected, HttpClients http, Targets targets, String address) {
        return new FaultCase(
                situation,
                expected.toString(),
                () -> new PublicCheck(http, targets, LongWait.LIMIT)
                        .run(URI.create(address), JPEG)
                        .map(Fault::name)
                        .orElse(FaultCase.DONE));
    }

    @Override
    public void close() {
        server.close();
    }
}
